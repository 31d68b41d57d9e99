import { grown } from "../grown.ts";
import { EMOJI, HASHTAG, LINK, MARK, MENTION, NUMBER, type Spans, WORD } from "../spans.ts";
import { COMMON_WORDS, LEARNT, WordMemo } from "../word-memo.ts";
import { ROLE_PATTERNS, rolesOf } from "./anchor-roles.ts";
import { beginnings, mayBegin } from "./beginnings.ts";

/** Words and links without which a search finds nothing, by bit. */
export const NETWORK = 1;
export const MAIL_HOST = 2;
export const SPELT_AT = 4;
export const IN_BRACKETS = 8;
export const SCHEME = 16;
export const ACCOUNT_HOST = 32;
export const DOCUMENT = 64;
export const PASSPORT = 128;
export const BANK_ACCOUNT = 256;
export const SPELT_NUMBER = 512;
/** A word for a street or a quarter. */
export const STREET = 1024;
/** A word for a flat. */
export const FLAT = 2048;
/** A mention or a link. */
export const ACCOUNT = 4096;
const ANYTHING = 4095;
/** A letter that is short for one of these where a full stop, a hyphen or a stroke follows: `к-сі`, `м/р`, `5 п.` */
const STREET_LETTER = STREET << 3;
const FLAT_LETTER = FLAT << 3;
const LETTERS = STREET_LETTER | FLAT_LETTER;

/** What accounts are named after, as a pattern's alternatives: networks, and words such as `ник`. */
export const NETWORK_NAMES =
  "инст[аеуы]|инстаграмм?\\p{L}{0,3}|instagram|insta|inst|телеграмм?\\p{L}{0,3}|телег[аеу]|telegram|tg|тг|тик ?ток\\p{L}{0,2}|tik ?tok|вконтакте|вк|vk|ватс?ап\\p{L}{0,2}|whatsapp|вайбер\\p{L}{0,2}|viber|скайп\\p{L}{0,2}|skype|snapchat|сн[аэ]п(?:чат\\p{L}{0,2})?|ig|страни[цч]к?[аеуы]|threads|тредс|discord|дискорд\\p{L}{0,2}|ник(?:нейм)?|аккаунт\\p{L}{0,3}|профиль|логин|парақшам?";
/** First names of the hosts of mail services, and what they are called in Cyrillic. */
export const MAIL_HOSTS =
  "mail|bk|inbox|list|internet|gmail|yandex|ya|rambler|icloud|outlook|hotmail|yahoo|proton(?:mail)?|live|aol|gmx|zoho|yopmail";
export const SPOKEN_MAIL_HOSTS = "мейл|мэйл|маил|майл|жмейл|джимейл|гмейл|яндекс|инбокс";

const SCHEMES = "tg|viber|whatsapp|vk|fb|messenger|instagram|snssdk\\d{1,6}|intent|skype";
/** By bit what a word must begin with, and what must follow. */
const WORDS: readonly (readonly [bit: number, words: string, end: string])[] = [
  [NETWORK, `${NETWORK_NAMES}|тик|tik`, "(?=$|[:=-])"],
  [MAIL_HOST, `${MAIL_HOSTS}|${SPOKEN_MAIL_HOSTS}`, "(?![\\p{L}\\d_])"],
  [SPELT_AT, "собак|собачк", ""],
  [IN_BRACKETS, "at|a|а|dog|эт", "(?![\\p{L}\\d])"],
  [SCHEME, SCHEMES, "(?=$|:)"],
  [ACCOUNT_HOST, "me|taplink", "(?![\\p{L}\\d])"],
  [DOCUMENT, "паспорт|удостоверен|удл|уд(?!\\p{L})|куәлі|passport|свидетельств", ""],
  [PASSPORT, "n\\d", ""],
  [BANK_ACCOUNT, "kz\\d", ""],
  [SPELT_NUMBER, "семьсот|жеті(?!\\p{L})", ""],
  [
    STREET,
    "ул|просп|проезд|переул|бульвар|мкр|микрорайон|шоссе|тупик|жк|жилой|көш|даңғыл|ықшам|мөлтек|шағын|атындағы",
    "",
  ],
  [STREET, "пр|пер", "(?!\\p{L})"],
  [STREET_LETTER, "м|ж|ш|ы|б|к|д", "(?!\\p{L})"],
  // … and glued to what address.ts lets stand right before it.
  [
    FLAT,
    "кв|пәтер|патер|корпкв|корпускв|подъездкв|этажкв|строениекв|блоккв|секциякв|кіреберіскв|қабаткв",
    "",
  ],
  [FLAT_LETTER, "п", "(?!\\p{L})"],
];
const HINTS = WORDS.map(([bit, words, end]) => [bit, begun(words, end)] as const);
const LATIN_NAMES = NETWORK_NAMES.split("|")
  .filter((name) => /^[ -~]+$/.test(name))
  .join("|");
const ASCII = /^[!-~]*$/;
/** Of a link, a mail address or a mention of ASCII signs: what makes it worth a closer look. */
const IN_LINK = new RegExp(
  `(?<![a-z\\d])(?:(?:${LATIN_NAMES}|tik)(?=$|[:=-])|(?:${SCHEMES})(?=$|:)|(?:${MAIL_HOSTS})(?![a-z\\d_])|n\\d|kz\\d)|\\.t\\.me|taplink|[([{<](?:at?|dog|@)(?:$|[)\\]}>])|passport`,
  "i",
);
/** A word of other signs may be anything: flags of patterns take some of them for these. */
const PLAIN = /^[!-~\u0400-\u0482\u048a-\u04ff]*$/;
const BEGINNINGS = beginnings([
  ...WORDS.map(([, words, end]) => (end === "" ? words : `${words}$`)),
  ...ROLE_PATTERNS,
]);

/** Where in a word, or in a hashtag of several, one of some words begins. */
function begun(words: string, end: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})${end}`, "iu");
}

const memo = new WordMemo((word, facts, at) => {
  facts[at] = LEARNT | hintsOf(word);
  facts[at + 1] = rolesOf(word);
}, COMMON_WORDS);

/** The hints of a word, or of a piece that holds several. */
function hintsOf(word: string): number {
  if (!PLAIN.test(word)) return ANYTHING;
  let hints = 0;
  for (const [bit, hint] of HINTS) if (hint.test(word)) hints |= bit;
  return hints;
}

/**
 * What one look at each word of a text tells the searches: most texts have no word that most searches need. A search
 * whose bit is not set would find nothing; one whose bit is set may. Reused from text to text.
 */
export class WordHints {
  bits = 0;
  /** Tokens that may be an age under eighteen or a diagnosis, and their roles: 0 for a number in brackets. */
  anchors = new Int32Array(64);
  roles = new Int32Array(64);
  anchorCount = 0;

  read(text: string, tokens: Spans): void {
    const { units, kinds, starts, ends, count } = tokens;
    this.anchorCount = 0;
    let bits = 0;
    for (let i = 0; i < count; i++) {
      const kind = kinds[i]!;
      const start = starts[i]!;
      const end = ends[i]!;
      if (kind === WORD) {
        if (!mayBegin(BEGINNINGS, units, start, end)) continue;
        const at = memo.at(tokens, start, end);
        if (at === -1) bits |= ANYTHING;
        else {
          bits |= hintsBefore(memo.slots[at]!, units[end]!);
          const roles = memo.slots[at + 1]!;
          if (roles !== 0) this.addAnchor(i, roles);
        }
      } else if (kind === NUMBER) {
        const isAlone = end - start <= 2 && units[start - 1] === OPENING;
        if (isAlone && units[end] === CLOSING) this.addAnchor(i, 0);
      } else if (kind === HASHTAG) {
        const at = memo.at(tokens, start + 1, end);
        bits |= at === -1 ? ANYTHING : hintsBefore(memo.slots[at]!, units[end]!);
      } else if (kind !== MARK && kind !== EMOJI) {
        const piece = text.slice(units[start - 1] === DOT ? start - 1 : start, end);
        if (!ASCII.test(piece)) bits |= ANYTHING;
        else if (IN_LINK.test(piece)) bits |= hintsOf(piece);
        if (kind === LINK || kind === MENTION) bits |= ACCOUNT;
      }
    }
    this.bits = bits & ~(LEARNT | LETTERS);
  }

  private addAnchor(token: number, roles: number): void {
    if (this.anchorCount === this.anchors.length) {
      this.anchors = grown(this.anchors, 2 * this.anchorCount);
      this.roles = grown(this.roles, 2 * this.anchorCount);
    }
    this.anchors[this.anchorCount] = token;
    this.roles[this.anchorCount] = roles;
    this.anchorCount++;
  }
}

const HYPHEN = 45;
const DOT = 46;
const STROKE = 47;
const OPENING = 40;
const CLOSING = 41;

/** The hints of a word before the code unit `next`. */
function hintsBefore(hints: number, next: number): number {
  const letters = hints & LETTERS;
  const isShort = letters !== 0 && (next === DOT || next === HYPHEN || next === STROKE);
  return isShort ? hints | (letters >> 3) : hints;
}
