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

/** The last year of childhood, in law. */
export const OLDEST_CHILD = 17;

const SENTENCE_END = /[.!?…\n]/u;
export const INITIAL = /^\p{Lu}$/u;
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

  /** Tokens of an age under eighteen, or of a year of birth, that begins here, or 0. */
  ageAt(token: number): number {
    const form = this.form(token);
    if (form === "") return 0;
    if (AGE_IN_ONE_WORD.test(form)) return 1;
    if (isYoung(form)) {
      if (this.isLinked(token) && YEARS.test(this.form(token + 1))) return 2;
      // "2,5 года"
      const second = this.form(token + 1);
      const isDecimal = DECIMAL.test(this.gap(token)) && /^\d$/.test(second);
      // "6 и 8 лет"
      const isPair = AND.test(second) && isYoung(this.form(token + 2)) && YEARS.test(this.form(token + 3));
      if (isPair) return 4;
      if (isDecimal && YEARS.test(this.form(token + 2))) return 3;
      if (this.isInBrackets(token)) return 1;
    }
    if (OF_AGE.test(form) && isYoung(withoutEnding(this.form(token + 1)))) return 2;
    const born = this.birthAt(token);
    if (born > 0) return born;
    // "он бес жаста": fifteen
    return form === "он" && NUMERAL.test(this.form(token + 1)) && YEARS.test(this.form(token + 2)) ? 3 : 0;
  }

  /** Tokens of a year of birth that begins here, or 0: `2015 года рождения`, `2015 г.р.`, `2015 жылы туған`. */
  birthAt(token: number): number {
    if (!BIRTH_YEAR.test(this.form(token))) return 0;
    const next = this.form(token + 1);
    if (!BORN.test(next)) return 0;
    if (/^(?:гр|жт|рожд|туған|туылған)/u.test(next)) return 2;
    return BORN_SECOND.test(this.form(token + 2)) ? 3 : 0;
  }

  /** `(6)`: a number of one or two digits alone in brackets. */
  isInBrackets(token: number): boolean {
    const { starts, ends } = this.tokens;
    return (
      this.text[starts[token]! - 1] === "(" && this.text[ends[token]!] === ")" && /^\d/.test(this.raw(token))
    );
  }

  isDiagnosis(token: number): boolean {
    const form = this.form(token);
    return DIAGNOSIS.test(form) || (DIAGNOSIS_LAST.test(form) && DIAGNOSIS_FIRST.test(this.form(token - 1)));
  }
}

/** Capitals of Russian and Kazakh; names in Latin letters are not sought. */
export function startsWithCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0x410 && unit <= 0x42f) return true;
  return unit > 0x400 && OTHER_CAPITALS.has(unit);
}
