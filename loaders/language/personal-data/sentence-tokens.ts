import { fold } from "../fold.ts";
import { NUMBER, type Spans, WORD } from "../spans.ts";
import {
  AGE_IN_ONE_WORD,
  AND,
  BIRTH_YEAR,
  BORN,
  BORN_SECOND,
  DIAGNOSIS,
  DIAGNOSIS_FIRST,
  DIAGNOSIS_LAST,
  NUMERAL,
  OF_AGE,
  YEARS,
} from "./child-words.ts";
import { bitsOf, wordClasses } from "./word-classes.ts";

/** The last year of childhood, in law. */
export const OLDEST_CHILD = 17;

const SENTENCE_END = /[.!?…\n]/u;
export const INITIAL = /^\p{Lu}$/u;
const BEGIN_AGE = bitsOf(AGE_IN_ONE_WORD, NUMERAL, OF_AGE, BIRTH_YEAR);
const DECIMAL = /^[.,]$/;
const OTHER_CAPITALS = new Set([..."ЁӘҒҚҢӨҰҮҺІ"].map((letter) => letter.charCodeAt(0)));

/** A Kazakh numeral without the ending of the locative. */
export function withoutEnding(form: string): string {
  return form.replace(/[дт][ае]$/u, "");
}

/** A number of years under eighteen, in digits or as a word. */
export function isYoung(form: string): boolean {
  return /^\d{1,2}$/.test(form) ? Number(form) <= OLDEST_CHILD : NUMERAL.test(form);
}

/** The tokens of a text, with the sentences and the ages that they stand in. */
export class SentenceTokens {
  constructor(
    readonly text: string,
    readonly tokens: Spans,
  ) {}

  /** The folded word or number, or nothing where there is no such token. */
  form(token: number): string {
    if (token < 0 || token >= this.tokens.count) return "";
    const kind = this.tokens.kinds[token];
    if (kind !== WORD && kind !== NUMBER) return "";
    return fold(this.raw(token));
  }

  /** Whether a token fits a pattern of child-words.ts. */
  is(token: number, pattern: RegExp): boolean {
    return (this.classes(token) & bitsOf(pattern)) !== 0;
  }

  /** The patterns of child-words.ts that a token fits, as bits. */
  classes(token: number): number {
    return wordClasses(this.text, this.tokens, token);
  }

  raw(token: number): string {
    return this.text.slice(this.tokens.starts[token], this.tokens.ends[token]);
  }

  /** Whether a token and the next stand in one sentence, a few signs apart. */
  isLinked(token: number): boolean {
    if (token < 0 || token + 1 >= this.tokens.count) return false;
    const from = this.tokens.ends[token]!;
    const to = this.tokens.starts[token + 1]!;
    if (to - from > 4) return false;
    const gap = this.text.slice(from, to);
    if (!SENTENCE_END.test(gap)) return true;
    // The full stop of an initial ends no sentence.
    return gap.startsWith(".") && !SENTENCE_END.test(gap.slice(1)) && INITIAL.test(this.raw(token));
  }

  isBeside(token: number): boolean {
    return (
      this.isLinked(token) && this.text.slice(this.tokens.ends[token], this.tokens.starts[token + 1]) === " "
    );
  }

  gap(token: number): string {
    return token < 0 || token + 1 >= this.tokens.count
      ? ""
      : this.text.slice(this.tokens.ends[token], this.tokens.starts[token + 1]);
  }

  /** Whether a token is a number of years under eighteen. */
  isYoungAt(token: number): boolean {
    return this.is(token, NUMERAL) || (this.tokens.kinds[token] === NUMBER && isYoung(this.form(token)));
  }

  /** Tokens of an age under eighteen, or of a year of birth, that begins here, or 0. */
  ageAt(token: number): number {
    if (token < 0 || token >= this.tokens.count) return 0;
    const isNumber = this.tokens.kinds[token] === NUMBER;
    // Of other words only those that fit one of the patterns begin an age.
    if (!isNumber && (this.classes(token) & BEGIN_AGE) === 0) return 0;
    if (this.is(token, AGE_IN_ONE_WORD)) return 1;
    if (this.isYoungAt(token)) {
      if (this.isLinked(token) && this.is(token + 1, YEARS)) return 2;
      // "2,5 года"
      const isDecimal = DECIMAL.test(this.gap(token)) && /^\d$/.test(this.form(token + 1));
      // "6 и 8 лет"
      const isPair = this.is(token + 1, AND) && this.isYoungAt(token + 2) && this.is(token + 3, YEARS);
      if (isPair) return 4;
      if (isDecimal && this.is(token + 2, YEARS)) return 3;
      if (this.isInBrackets(token)) return 1;
    }
    if (this.is(token, OF_AGE) && isYoung(withoutEnding(this.form(token + 1)))) return 2;
    const born = this.birthAt(token);
    if (born > 0) return born;
    // "он бес жаста": fifteen
    return this.form(token) === "он" && this.is(token + 1, NUMERAL) && this.is(token + 2, YEARS) ? 3 : 0;
  }

  /** Tokens of a year of birth that begins here, or 0: `2015 года рождения`, `2015 г.р.`, `2015 жылы туған`. */
  birthAt(token: number): number {
    // Other words are not looked up: a number is rare.
    if (token < 0 || this.tokens.kinds[token] !== NUMBER || !this.is(token, BIRTH_YEAR)) return 0;
    if (!this.is(token + 1, BORN)) return 0;
    if (/^(?:гр|жт|рожд|туған|туылған)/u.test(this.form(token + 1))) return 2;
    return this.is(token + 2, BORN_SECOND) ? 3 : 0;
  }

  /** `(6)`: a number of one or two digits alone in brackets. */
  isInBrackets(token: number): boolean {
    const { starts, ends } = this.tokens;
    return (
      this.text[starts[token]! - 1] === "(" && this.text[ends[token]!] === ")" && /^\d/.test(this.raw(token))
    );
  }

  isDiagnosis(token: number): boolean {
    return (
      this.is(token, DIAGNOSIS) || (this.is(token, DIAGNOSIS_LAST) && this.is(token - 1, DIAGNOSIS_FIRST))
    );
  }
}

/** Capitals of Russian and Kazakh; names in Latin letters are not sought. */
export function startsWithCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0x410 && unit <= 0x42f) return true;
  return unit > 0x400 && OTHER_CAPITALS.has(unit);
}
