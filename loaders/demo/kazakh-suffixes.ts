/** Kazakh nominal and verbal suffixes in Cyrillic: vowel harmony, assimilation of consonants, voicing. */
const vowels = "аәеёиоөуұүыіэюя";
const backVowels = "аоұыяёю";
const frontVowels = "әөүіеэ";
const voiceless = "пфкқтсшщчхцһбвгд";

/** Stems whose possessive is not regular (a high vowel falls, or the plain stem does not voice). */
const possessiveStems: Record<string, string> = {
  халық: "халқ",
  орын: "орн",
  ерік: "ерк",
  дауыс: "даус",
  құқық: "құқығ",
  мінез: "мінез",
  педагог: "педагог",
  логопед: "логопед",
  психолог: "психолог",
  дефектолог: "дефектолог",
};
/** Stems whose last vowel misleads. */
const frontStems = new Set(["интернет"]);

/** True where suffixes take front vowels (е, і), after the last vowel of the word that decides. */
export function isFront(word: string): boolean {
  const lower = word.toLowerCase();
  // A soft sign at the end, and -ист, take front suffixes whatever stands before (фестивальде, журналистер).
  if (frontStems.has(lower) || /(?:ь|ист)$/.test(lower)) return true;
  for (let i = lower.length - 1; i >= 0; i--) {
    const letter = lower[i]!;
    if (backVowels.includes(letter)) return false;
    if (frontVowels.includes(letter)) return true;
  }
  return lower.includes("и");
}

type Final = "vowel" | "nasal" | "voiced" | "liquid" | "voiceless";

function finalOf(word: string): { kind: Final; letter: string } {
  const letter = word.toLowerCase().slice(-1);
  const before = word.toLowerCase().slice(-2, -1);
  // After a vowel у and й are consonants; a bare -и or -у after a consonant counts as one for suffixes too.
  if (letter === "у" || letter === "й" || letter === "и") return { kind: "liquid", letter };
  if (letter === "ь") return finalOf(word.slice(0, -1));
  if (vowels.includes(letter) && before !== undefined) return { kind: "vowel", letter };
  if ("мнң".includes(letter)) return { kind: "nasal", letter };
  if ("зж".includes(letter)) return { kind: "voiced", letter };
  if (voiceless.includes(letter)) return { kind: "voiceless", letter };
  return { kind: "liquid", letter };
}

function plural(word: string): string {
  if (word.endsWith("ист")) return `${word}ер`;
  const { kind, letter } = finalOf(word);
  const ending = isFront(word) ? "ер" : "ар";
  if (kind === "voiceless") return `${word}т${ending}`;
  if (kind === "nasal" || kind === "voiced" || letter === "л") return `${word}д${ending}`;
  return `${word}л${ending}`;
}

function voiced(word: string): string {
  const listed = possessiveStems[word];
  if (listed) return listed;
  return word.replace(/[пкқ]$/, (letter) => ({ п: "б", к: "г", қ: "ғ" })[letter]!);
}

function possessive(word: string, person: "1s" | "1p" | "3"): string {
  const front = isFront(word);
  const y = front ? "і" : "ы";
  if (finalOf(word).kind === "vowel") {
    if (person === "3") return `${word}с${y}`;
    return person === "1s" ? `${word}м` : `${word}м${y}з`;
  }
  const stem = voiced(word);
  if (person === "3") return stem + y;
  return person === "1s" ? `${stem}${y}м` : `${stem}${y}м${y}з`;
}

type CaseName = "gen" | "dat" | "acc" | "loc" | "abl" | "ins";

function inCase(word: string, name: CaseName, afterThird: boolean, afterFirst: boolean): string {
  const front = isFront(word);
  const a = front ? "е" : "а";
  const y = front ? "і" : "ы";
  const { kind, letter } = finalOf(word);
  const dental = kind === "voiceless" ? "т" : "д";
  if (name === "gen") return `${word}${kind === "vowel" || kind === "nasal" ? "н" : dental}${y}ң`;
  if (name === "dat") {
    if (afterThird) return `${word}н${a}`;
    if (afterFirst && "мң".includes(letter)) return word + a;
    return word + (kind === "voiceless" ? (front ? "ке" : "қа") : front ? "ге" : "ға");
  }
  if (name === "acc") return afterThird ? `${word}н` : `${word}${kind === "vowel" ? "н" : dental}${y}`;
  if (name === "loc") return afterThird ? `${word}нд${a}` : `${word}${dental}${a}`;
  if (name === "abl") {
    if (afterThird || kind === "nasal") return `${word}н${a}н`;
    return `${word}${dental}${a}н`;
  }
  if (kind === "voiceless") return `${word}пен`;
  return kind === "voiced" ? `${word}бен` : `${word}мен`;
}

function negative(stem: string): string {
  const { kind } = finalOf(stem);
  const a = isFront(stem) ? "е" : "а";
  if (kind === "voiceless") return `${stem}п${a}`;
  return kind === "nasal" || kind === "voiced" ? `${stem}б${a}` : `${stem}м${a}`;
}

function converb(stem: string): string {
  if (finalOf(stem).kind === "vowel") return `${stem}п`;
  return `${stem}${isFront(stem) ? "і" : "ы"}п`;
}

function infinitive(stem: string): string {
  if (/[ыі]$/.test(stem)) return `${stem.slice(0, -1)}у`;
  if (stem.endsWith("й")) return `${stem.slice(0, -1)}ю`;
  return `${stem}у`;
}

function presentStem(stem: string): string {
  const front = isFront(stem);
  if (/[ыі]$/.test(stem)) return `${stem.slice(0, -1)}и`;
  if (finalOf(stem).kind === "vowel") return `${stem}й`;
  if (stem.endsWith("й")) return front ? `${stem}е` : `${stem.slice(0, -1)}я`;
  return stem + (front ? "е" : "а");
}

function verbal(stem: string, form: string): string | undefined {
  const front = isFront(stem);
  const y = front ? "і" : "ы";
  const silent = finalOf(stem).kind === "voiceless";
  const past = `${stem}${silent ? "т" : "д"}${y}`;
  if (form === "past") return past;
  if (form === "past1") return `${past}м`;
  if (form === "past1p") return past + (front ? "к" : "қ");
  if (form === "pres") return `${presentStem(stem)}д${y}`;
  if (form === "pres1") return `${presentStem(stem)}м${y}н`;
  if (form === "pres1p") return `${presentStem(stem)}м${y}з`;
  if (form === "perf") return stem + (silent ? (front ? "кен" : "қан") : front ? "ген" : "ған");
  if (form === "cond") return `${stem}с${front ? "е" : "а"}`;
  if (form === "conv") return converb(stem);
  if (form === "prog") return `${converb(stem)} жатыр`;
  if (form === "inf") return infinitive(stem);
  if (form === "neg") return negative(stem);
  return undefined;
}

/**
 * A Kazakh stem with suffixes added from left to right. Nominal: `pl`, `p1s`, `p1p`, `p3` (possessives),
 * `gen dat acc loc abl ins`, `lik` (-лық), `siz` (-сыз), `gi` (-ғы). Verbal: `neg past past1 past1p pres pres1 pres1p perf
 * cond conv prog inf`. A stem that ends in `*` is a third-person possessive already (`басқармасы*`).
 * Throws on an unknown suffix.
 */
export function suffixed(stem: string, suffixes: readonly string[]): string {
  let afterThird = stem.endsWith("*");
  let afterFirst = false;
  let word = afterThird ? stem.slice(0, -1) : stem;
  for (const suffix of suffixes) {
    const front = isFront(word);
    if (suffix === "pl") word = plural(word);
    else if (suffix === "p3" && afterThird) continue;
    else if (suffix === "p1s" || suffix === "p1p" || suffix === "p3") {
      word = possessive(word, suffix.slice(1) as "1s" | "1p" | "3");
      afterThird = suffix === "p3";
      afterFirst = suffix === "p1s";
      continue;
    } else if (suffix === "lik") {
      const { kind, letter } = finalOf(word);
      const ending = front ? "ік" : "ық";
      word +=
        (kind === "voiceless" ? "т" : kind === "nasal" || kind === "voiced" || letter === "л" ? "д" : "л") +
        ending;
    } else if (suffix === "siz") word += front ? "сіз" : "сыз";
    else if (suffix === "gi") {
      // Follows the locative: the suffix has only its voiced shape there.
      word += front ? "гі" : "ғы";
    } else if (/^(?:gen|dat|acc|loc|abl|ins)$/.test(suffix)) {
      word = inCase(word, suffix as CaseName, afterThird, afterFirst);
    } else {
      const form = verbal(word, suffix);
      if (form === undefined) {
        throw new Error(
          `found suffix "${suffix}" on "${stem}", expected a nominal or verbal suffix of kazakh-suffixes.ts`,
        );
      }
      word = form;
    }
    afterThird = false;
    afterFirst = false;
  }
  return word;
}
