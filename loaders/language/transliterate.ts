import { KAZAKH_LATIN_WORDS } from "./latin-words.ts";

/** Cyrillic for one Latin letter or a group of them; where there are two or more, the commonest first. */
type Alphabet = Readonly<Record<string, readonly string[]>>;

// biome-ignore format: a table
const COMMON: Alphabet = {
  a: ["а"], b: ["б"], d: ["д"], e: ["е"], f: ["ф"], g: ["г"], h: ["х", "һ"], j: ["ж"], k: ["к"], l: ["л"], m: ["м"],
  n: ["н"], o: ["о"], p: ["п"], q: ["қ"], r: ["р"], s: ["с"], t: ["т"], v: ["в"], y: ["ы"], z: ["з"], ts: ["ц", "тс"],
};
/**
 * The alphabet with acutes (Decree of the President of Kazakhstan No. 637 of 19 February 2018): á ǵ ı ń ó ú ý, sh, ch;
 * i is і, ı is и or й, u is ұ, ý is у.
 */
// biome-ignore format: a table
const ACUTE: Alphabet = {
  ...COMMON,
  á: ["ә"], ǵ: ["ғ"], ń: ["ң"], ó: ["ө"], ú: ["ү"], u: ["ұ"], ý: ["у"], i: ["і"], ı: ["и"], sh: ["ш"], ch: ["ч"],
  ıa: ["я"], ıý: ["ю"], ıo: ["ё", "ио"], shch: ["щ"],
};
/**
 * The alphabet with diaereses, breve, macron and cedilla (the improved version shown on 28 January 2021): ä ö ü ū ğ ñ ş;
 * ı is і, i is и or й, u is у, ū is ұ.
 */
// biome-ignore format: a table
const IMPROVED: Alphabet = {
  ...COMMON,
  ä: ["ә"], ö: ["ө"], ü: ["ү"], ū: ["ұ"], ğ: ["ғ"], ñ: ["ң"], ŋ: ["ң"], ş: ["ш", "ч", "щ"], u: ["у"], ı: ["і"], i: ["и"],
  ia: ["я"], iu: ["ю"], io: ["ё", "ио"], c: ["ц"],
};
/** Typing without marks: a letter stands for what it looks like, two for what they sound like. */
// biome-ignore format: a table
const ASCII: Alphabet = {
  ...COMMON,
  a: ["а", "ә"], o: ["о", "ө"], u: ["у", "ұ", "ү"], i: ["і", "и"], g: ["г", "ғ"], n: ["н", "ң"], k: ["к", "қ"],
  sh: ["ш"], ch: ["ч"], zh: ["ж"], gh: ["ғ"], kh: ["х"], ng: ["ң", "нг"], ia: ["я", "иа"], ya: ["я"], iu: ["ю"], yu: ["ю"],
};

const ACUTE_MARKS = /[áǵńóúý]/u;
const IMPROVED_MARKS = /[äöüūğñŋş]/u;
const LATIN_WORD = /^[a-záǵńóúýıäöüūğñŋş]{1,40}$/u;
const FOREIGN_ASCII = /[wx]|c(?!h)|qu[aeio]|th|ph|ck|ee|oo/u;
const BACK_VOWELS = /[аоұы]/u;
const FRONT_VOWELS = /[әөү]/u;
/** Without a mark q alone shows a word to be Kazakh, but in these names. */
const KAZAKH_Q = /q(?!u)/u;
const FOREIGN_Q = /^(?:qatar|iraq|qaeda|qaida|nasdaq|compaq)/u;
/** Shorter words are as likely English or an abbreviation. */
const SHORTEST_TELLING = 4;
/** э opens loans only: экономика. */
const INITIAL_E = ["е", "э"];
const LONGEST_GROUP = 4;
/** Words with more readings than this keep the first ones. */
const MOST_FORMS = 24;
const MOST_READINGS = 512;

/**
 * The Cyrillic forms under which a folded Kazakh word in Latin letters may be found: of the 2018 alphabet (á ǵ ı ń ó
 * ú ý) and of the 2021 one (ä ö ü ū ğ ñ ş) the one reading or, where a letter stands for two (h, й and и), both; of
 * a word without marks the readings in both, and those of typing without marks that keep vowel harmony. At most 24, in
 * a fixed order; the likeliest first. Empty for a word in other letters and for shapes that Kazakh has not (th, ck, w,
 * x). `inKazakh`: the word stands in a text that is Kazakh in Latin letters; elsewhere only words that show themselves to
 * be Kazakh are read, by a mark, by a q or by a list, so that "details" is no child ("дет…").
 */
export function cyrillicForms(word: string, inKazakh = false): string[] {
  if (!LATIN_WORD.test(word)) return [];
  if (ACUTE_MARKS.test(word) && !IMPROVED_MARKS.test(word)) return distinct(readings(word, ACUTE, "ı"));
  if (IMPROVED_MARKS.test(word)) return distinct(readings(word, IMPROVED, "i"));
  if (word.includes("ı")) return distinct([...readings(word, ACUTE, "ı"), ...readings(word, IMPROVED, "i")]);
  if (FOREIGN_ASCII.test(word) || !(inKazakh || showsKazakh(word))) return [];
  const typed = readings(word, ASCII, "").filter(keepsHarmony);
  return distinct([...readings(word, ACUTE, "ı"), ...readings(word, IMPROVED, "i"), ...typed]);
}

function showsKazakh(word: string): boolean {
  if (word.length < SHORTEST_TELLING) return false;
  return KAZAKH_LATIN_WORDS.has(word) || (KAZAKH_Q.test(word) && !FOREIGN_Q.test(word));
}

/** The likeliest Cyrillic form of a folded word, or the word itself where it has none. */
export function transliterate(word: string, inKazakh = false): string {
  return cyrillicForms(word, inKazakh)[0] ?? word;
}

/** All readings of a word in one alphabet, `glide` being the letter of и and й. */
function readings(word: string, alphabet: Alphabet, glide: string): string[] {
  let forms = [""];
  for (let at = 0; at < word.length; ) {
    const group = groupAt(word, at, alphabet);
    if (group === undefined) return [];
    const letter =
      group === glide ? glideAt(word, at) : group === "e" && at === 0 ? INITIAL_E : alphabet[group]!;
    const longer: string[] = [];
    for (const next of letter) {
      for (const form of forms) if (longer.length < MOST_READINGS) longer.push(form + next);
    }
    forms = longer;
    at += group.length;
  }
  return forms;
}

function groupAt(word: string, at: number, alphabet: Alphabet): string | undefined {
  for (let size = LONGEST_GROUP; size > 0; size--) {
    const group = word.slice(at, at + size);
    if (group === "ts" && word.charAt(at + 2) === "h") continue;
    if (group.length === size && alphabet[group] !== undefined) return group;
  }
  return undefined;
}

/** After a vowel й (and и), elsewhere и. */
function glideAt(word: string, at: number): readonly string[] {
  const before = word.charAt(at - 1);
  if (before === "" || !/[aáäeoóöuúüūyýiı]/u.test(before)) return ["и"];
  return /[ıiýu]/u.test(before) ? ["й", "и"] : ["й"];
}

/** Whether a reading is not one of a guess: no front vowel of the Kazakh alphabet stands beside a back one. */
function keepsHarmony(form: string): boolean {
  return !(FRONT_VOWELS.test(form) && BACK_VOWELS.test(form.replace(/у/gu, "")));
}

function distinct(forms: string[]): string[] {
  return [...new Set(forms)].slice(0, MOST_FORMS);
}
