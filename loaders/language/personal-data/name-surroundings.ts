import {
  ADULT,
  BEFORE_OWN_CHILD,
  CHILD,
  INSTITUTION,
  OWN_CHILD,
  PLACE_AFTER,
  PLACE_BEFORE,
  YEARS,
} from "./child-words.ts";
import { NO_NAME, nameLikeness, ORDINARY } from "./name-likeness.ts";
import { INITIAL, OLDEST_CHILD, SentenceTokens, startsWithCapital } from "./sentence-tokens.ts";

const HYPHEN = 45;
const SURNAME =
  /^\p{Lu}\p{Ll}+(?:ов|ев|ин|ын|ова|ева|ина|ына|ский|ская|цкий|цкая|енко|улы|ұлы|кызы|қызы|ович|евич|овна|евна|бек|бай|баев|баева)(?:а|у|ым|ом|е|ой|ы|ую|ға|ге|ға|қа|ның|нің|дың|дің|ды|ді|мен)?$/u;
const CAPITALS = /^\p{Lu}{4,}$/u;
/** Signs in which a quotation or a name in quotes begins and ends, by characters from the word. */
const QUOTE_REACH = 40;
/** Words between a name and the age or diagnosis that it stands next to. */
export const NEAREST = 3;

/** Where a name begins and ends among the tokens of a text, and what around it says that it is no child's. */
export class NameSurroundings extends SentenceTokens {
  nameEnd(token: number): number {
    let last = token;
    while (last - token < 2 && this.isBeside(last) && isSurname(this.raw(last + 1))) last++;
    const initial = this.tokens.starts[last + 1];
    const isInitial =
      initial === this.tokens.ends[last]! + 1 &&
      INITIAL.test(this.raw(last + 1)) &&
      this.text[initial + 1] === ".";
    return isInitial ? last + 1 : last;
  }

  /** Where a name ends in the text, the full stop of an initial included. */
  endOf(last: number): number {
    const end = this.tokens.ends[last]!;
    return INITIAL.test(this.raw(last)) && this.text[end] === "." ? end + 1 : end;
  }

  nameStart(token: number): number {
    return this.isBeside(token - 1) && isSurname(this.raw(token - 1)) ? token - 1 : token;
  }

  /** Inside quotes that hold a few words and no number: `фонд «Асыл Мирас»`. */
  protected isQuoted(token: number): boolean {
    const start = this.tokens.starts[token]!;
    const before = this.text.slice(Math.max(0, start - QUOTE_REACH), start);
    const after = this.text.slice(this.tokens.ends[token], this.tokens.ends[token]! + QUOTE_REACH);
    const inner = /[«"“„]([^«»"“”„\n]*)$/u.exec(before)?.[1];
    const rest = /^([^«»"“”„\n]*)[»"”“]/u.exec(after)?.[1];
    return inner !== undefined && rest !== undefined && !/[\d.,!?]/.test(inner + rest);
  }

  /** `программа Дорога`, but `воспитанница центра Камшат`. */
  protected isInstitution(first: number): boolean {
    if (!this.isLinked(first - 1) || !this.is(first - 1, INSTITUTION)) return false;
    return !this.is(first - 2, CHILD);
  }

  /** The name of one who speaks of a child: `Марина: сыну 5 лет`, `Айгерим, у сына аутизм`. */
  protected isParent(first: number, last: number): boolean {
    if (!this.isLinked(last) || this.form(first - 1) === "у") return false;
    const isPossessive = this.is(last + 1, BEFORE_OWN_CHILD) && this.isLinked(last + 1);
    const child = isPossessive ? last + 2 : last + 1;
    if (!this.is(child, OWN_CHILD) || !/[,:–—-]/.test(this.gap(last))) return false;
    return (
      /^ ?[-–—:]? ?$/.test(this.gap(child)) && !startsWithCapital(this.text, this.tokens.starts[child + 1]!)
    );
  }

  protected isAdult(first: number, last: number): boolean {
    if (this.is(first - 1, ADULT) && this.isLinked(first - 1)) return true;
    if (this.is(last + 1, ADULT) && this.isLinked(last)) return true;
    for (let token = last; token - last < NEAREST && this.isLinked(token); token++) {
      const years = /^\d{2,3}$/.test(this.form(token + 1)) ? Number(this.form(token + 1)) : 0;
      if (years > OLDEST_CHILD && this.isLinked(token + 1) && this.is(token + 2, YEARS)) return true;
    }
    return false;
  }

  /** `Нур-Султан`, `имени Абая`, `Абай облысы`, `в Султане`. */
  protected isPlace(first: number, last: number): boolean {
    const { starts, ends } = this.tokens;
    if (this.text.charCodeAt(starts[first]! - 1) === HYPHEN && isLetter(this.text, starts[first]! - 2))
      return true;
    if (this.text.charCodeAt(ends[last]!) === HYPHEN && isLetter(this.text, ends[last]! + 1)) return true;
    if (this.isBeforePlace(last)) return true;
    const before = this.form(first - 1);
    const isNamed = before === "имени" && this.form(first - 2) === "по";
    if (!isNamed && this.isLinked(first - 1) && this.is(first - 1, PLACE_BEFORE)) return true;
    return this.isLinked(last) && this.is(last + 1, PLACE_AFTER);
  }

  /** An ordinary word as the first of a place's name: `Батыс Қазақстан`. */
  private isBeforePlace(token: number): boolean {
    if (!this.isBeside(token) || nameLikeness(this.tokens, token) !== ORDINARY) return false;
    const next = this.raw(token + 1);
    return /^\p{Lu}\p{Ll}/u.test(next) && nameLikeness(this.tokens, token + 1) === NO_NAME;
  }
}

function isLetter(text: string, at: number): boolean {
  return /\p{L}/u.test(text.charAt(at));
}

export function isSurname(word: string): boolean {
  if (CAPITALS.test(word)) return SURNAME.test(word.charAt(0) + word.slice(1).toLowerCase());
  return SURNAME.test(word);
}
