import { analyse } from "./lemmas/kazakh/analyse.ts";
import { CLOSED } from "./lemmas/kazakh/closed.ts";
import { LOANS, NOUN_STEMS, VERB_STEMS } from "./lemmas/kazakh/stems.ts";
import { PLACES } from "./lemmas/russian/names.ts";
import { isRussianWord } from "./lemmas/russian/readings.ts";
import { cyrillicForms } from "./transliterate.ts";

/**
 * What is left of a letter when Kazakh is typed without its own letters: а of ә, г of ғ, и of і, ы and й, in Cyrillic and in
 * every Latin alphabet. Groups of Latin letters come first.
 */
const GROUPS: Readonly<Record<string, string>> = {
  shch: "ш",
  zh: "ж",
  sh: "ш",
  ch: "ш",
  gh: "г",
  kh: "х",
  ts: "ц",
  ya: "иа",
  yu: "иу",
  yo: "ио",
};
const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["аәaáä", "а"],
    ["бb", "б"],
    ["вv", "в"],
    ["гғgǵğ", "г"],
    ["дd", "д"],
    ["еэe", "е"],
    ["жj", "ж"],
    ["зz", "з"],
    ["иыійiıy", "и"],
    ["кқkq", "к"],
    ["лl", "л"],
    ["мm", "м"],
    ["нңnńñŋ", "н"],
    ["оөoóö", "о"],
    ["пp", "п"],
    ["рr", "р"],
    ["сs", "с"],
    ["тt", "т"],
    ["уұүuúüūý", "у"],
    ["фf", "ф"],
    ["хһh", "х"],
    ["ц", "ц"],
    ["шчщş", "ш"],
    ["ьъ", ""],
    ["я", "иа"],
    ["ю", "иу"],
  ].flatMap(([letters, plain]) => [...letters!].map((letter) => [letter, plain!])),
);
const LONGEST_GROUP = 4;
const LATIN = /[a-z]/;
/** Longer words are read by no one. */
const LONGEST = 40;

/** A folded word without what tells Kazakh letters apart; undefined if it has a letter that no Kazakh word has. */
export function plainLetters(word: string): string | undefined {
  const longest = LATIN.test(word) ? LONGEST_GROUP : 1;
  let plain = "";
  for (let at = 0; at < word.length; ) {
    let size = Math.min(longest, word.length - at);
    while (size > 1 && GROUPS[word.slice(at, at + size)] === undefined) size--;
    const part = size > 1 ? GROUPS[word.slice(at, at + size)] : LETTERS[word.charAt(at)];
    if (part === undefined) return undefined;
    plain += part;
    at += size;
  }
  return plain;
}

const PERSON = "(?:[мбп]?ин|мин|син|сиз|сизд[ае]р|[мбп]из)";
const CASE = "(?:[нтд]ин|[гк][ае]|н?[ае]|н?[тд][ае]н?|н[ае]н|[нтд]и|[мбп]ен|н)";
const POSSESSIVE = "(?:и?миз|и?низ|и?м|и?н|си|и)";
const NOMINAL = `(?:(?:[лтд]ик|[лтд]и|сиз|ши|[тд][ае]и|н?[тд][ае]ги|ниник|[нтд]ики|раг|рек)*(?:[лтд][ае]р)?${POSSESSIVE}?${CASE}?${PERSON}?)`;
const VOICE = "(?:и?л|и?н|и?с|т|[тд]ир|[гк]из|дир|ар|ир)*";
const FINITE = [
  `(?:[тд]и|с[ае])(?:м|н|к|низ(?:д[ае]р)?|л[ае]р)?`,
  `(?:[ае]|и)(?:ди|мин|син|сиз|миз|м)`,
  `(?:[гк][ае]н|[ае]?тин|итин|и?п|[ае]?р|м[ае]к|[бп][ае]к|у|уши|[гк][ае]ли|[гк]и)${NOMINAL}`,
  `(?:и?п|и?б)(?:ти|пин|син|сиз|пиз)`,
  "с?син(?:д[ае]р)?|и?низ(?:д[ае]р)?|[ае]ии?к|и?ии?н|[гк][ае]н[шд][ае]",
  "[ае]|и",
].join("|");
const VERBAL = `(?:${VOICE}(?:[мбп][ае]|[мбп][ае]и)?(?:${FINITE}|с|с${PERSON}|и)?)`;
const NOUN_ENDS = new RegExp(`^${NOMINAL}$`, "u");
const VERB_ENDS = new RegExp(`^${VERBAL}$`, "u");

const SHORTEST_STEM = 3;
/** Latin words of three letters are as likely English. */
const SHORTEST_LATIN = 4;

const nouns = plainStems([...NOUN_STEMS, ...LOANS.keys()].filter((stem) => !PLACES.has(stem)));
const verbs = plainStems([...VERB_STEMS]);
const closed = new Set([...CLOSED.keys()].map((form) => plainLetters(form) ?? ""));

/** Stems without their marks, and as a vowel after them makes them: мектеп, мектеб. */
function plainStems(stems: readonly string[]): ReadonlySet<string> {
  const plain = new Set<string>();
  for (const stem of stems) {
    const letters = plainLetters(stem);
    if (letters === undefined || letters.length < SHORTEST_STEM) continue;
    plain.add(letters);
    const voiced = { п: "б", к: "г" }[letters.at(-1)!];
    if (voiced !== undefined) plain.add(letters.slice(0, -1) + voiced);
  }
  return plain;
}

/**
 * Whether a folded word in Russian or Latin letters is a common Kazakh stem with Kazakh endings, written without Kazakh's
 * own letters (`мугалимдер`, `balalarga`), and no word of the Russian dictionary. Only common stems are known.
 */
export function isPlainKazakh(word: string): boolean {
  if (word.length < SHORTEST_STEM || word.length > LONGEST) return false;
  const isLatin = LATIN.test(word);
  if (isLatin ? word.length < SHORTEST_LATIN : isRussianWord(word)) return false;
  const plain = plainLetters(word);
  return plain !== undefined && hasKazakhShape(plain) && (!isLatin || hasKazakhReading(word));
}

function hasKazakhReading(word: string): boolean {
  return cyrillicForms(word, true).some((form) => CLOSED.has(form) || analyse(form).known);
}

function hasKazakhShape(plain: string): boolean {
  if (closed.has(plain)) return true;
  for (let length = plain.length; length >= SHORTEST_STEM; length--) {
    const stem = plain.slice(0, length);
    const ending = plain.slice(length);
    if (nouns.has(stem) && NOUN_ENDS.test(ending)) return true;
    if (verbs.has(stem) && VERB_ENDS.test(ending)) return true;
  }
  return false;
}
