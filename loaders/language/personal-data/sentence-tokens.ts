import { fold } from "../fold.ts";
import { NUMBER, type Spans, WORD } from "../spans.ts";
import { AGE_IN_ONE_WORD, NUMERAL, OF_AGE, YEARS } from "./child-words.ts";

/** The last year of childhood, in law. */
export const OLDEST_CHILD = 17;

const SENTENCE_END = /[.!?…\n]/u;
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
    return to - from <= 4 && !SENTENCE_END.test(this.text.slice(from, to));
  }

  isBeside(token: number): boolean {
    return (
      this.isLinked(token) && this.text.slice(this.tokens.ends[token], this.tokens.starts[token + 1]) === " "
    );
  }

  /** Tokens of an age under eighteen that begins here, or 0. */
  ageAt(token: number): number {
    const form = this.form(token);
    if (AGE_IN_ONE_WORD.test(form)) return 1;
    if (isYoung(form) && this.isLinked(token) && YEARS.test(this.form(token + 1))) return 2;
    if (OF_AGE.test(form) && isYoung(withoutEnding(this.form(token + 1)))) return 2;
    // "он бес жаста": fifteen
    return form === "он" && NUMERAL.test(this.form(token + 1)) && YEARS.test(this.form(token + 2)) ? 3 : 0;
  }
}

/** Capitals of Russian and Kazakh; names in Latin letters are not sought. */
export function startsWithCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0x410 && unit <= 0x42f) return true;
  return unit > 0x400 && OTHER_CAPITALS.has(unit);
}
