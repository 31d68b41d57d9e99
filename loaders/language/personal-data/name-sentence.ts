import {
  ADULT,
  AGE_IN_ONE_WORD,
  CHILD,
  DIAGNOSIS,
  FILLER,
  NAMED,
  NAMING,
  NO_AGE,
  NUMERAL,
  PLACE_AFTER,
  PLACE_BEFORE,
  PRONOUN,
  SPAN,
  SUBJECT,
  YEARS,
} from "./child-words.ts";
import { isSmallName, LIKELY, LISTED, NO_NAME, nameLikeness, ORDINARY } from "./name-likeness.ts";
import { OLDEST_CHILD, SentenceTokens, startsWithCapital } from "./sentence-tokens.ts";

/** Words between a name and the age or diagnosis that it stands next to. */
const NEAREST = 3;
/** Tokens between a name and the age or diagnosis where a word such as `сын` or `зовут` stands beside the name. */
export const REACH = 12;

/** Several children: what follows is where they are, not their name. */
const CHILDREN = /(?:ам|ами|ах|ы|и|ов|дер|лер|лар|дар|ерге|арға|ерді|арды)$/u;
/** The Kazakh locative of a word that no list has as a name: `Аягөзде`. */
const IN_A_PLACE = /^.{5,}[дт][ае]$/u;
const HYPHEN = 45;
const SURNAME =
  /^\p{Lu}\p{Ll}+(?:ов|ев|ин|ын|ова|ева|ина|ына|ский|ская|цкий|цкая|енко|улы|ұлы|кызы|қызы|ович|евич|овна|евна|бек|бай|баев|баева)(?:а|у|ым|ом|е|ой|ы|ую|ға|ге|ға|қа|ның|нің|дың|дің|ды|ді|мен)?$/u;
const INITIAL = /^\p{Lu}$/u;
/** The tokens of a text, asked whether one of them is the name of a child. */
export class NameSentence extends SentenceTokens {
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

  nameStart(token: number): number {
    return this.isBeside(token - 1) && isSurname(this.raw(token - 1)) ? token - 1 : token;
  }

  /** Whether a word with a capital is a child's name. */
  isChildName(token: number, anchors: readonly number[]): boolean {
    const likeness = nameLikeness(this.raw(token));
    if (likeness === NO_NAME || this.isOther(token)) return false;
    if (likeness !== LISTED && IN_A_PLACE.test(this.form(token))) return false;
    const last = this.nameEnd(token);
    const first = this.nameStart(token);
    if (this.isPlace(first, last) || this.isAdult(first, last)) return false;
    if (this.isAnnounced(first, last) && this.isInReach(token, anchors)) return true;
    const isInner = this.isLinked(first - 1);
    if (likeness === ORDINARY && !isInner) return false;
    if (likeness === LISTED && (this.ageAfter(last) || this.ageBefore(first))) return true;
    if (this.ageRightAfter(last) || this.ageRightBefore(first)) return true;
    if (likeness < LIKELY) return false;
    return this.diagnosisNear(first, last) || this.ageOfPronoun(last);
  }

  /** An ordinary word as the first of a place's name: `Батыс Қазақстан`. */
  private isBeforePlace(token: number): boolean {
    if (!this.isBeside(token) || nameLikeness(this.raw(token)) !== ORDINARY) return false;
    const next = this.raw(token + 1);
    return /^\p{Lu}\p{Ll}/u.test(next) && nameLikeness(next) === NO_NAME;
  }

  isListed(token: number): boolean {
    return nameLikeness(this.raw(token)) === LISTED;
  }

  /** Whether a word in small letters is a child's name: `сын тимур, 6 лет`, `тимур 6 лет`. */
  isSmallChildName(token: number, anchors: readonly number[]): boolean {
    const isBesideAge = this.isLinked(token) && this.ageAt(token + 1) > 0;
    if (!isBesideAge && !this.isAnnounced(token, token)) return false;
    if (!isSmallName(this.raw(token)) || this.isPlace(token, token) || this.isAdult(token, token))
      return false;
    return isBesideAge || this.isInReach(token, anchors);
  }

  /** A word of the search itself, or a name in quotes, as institutions have them. */
  private isOther(token: number): boolean {
    const form = this.form(token);
    if ('«"“„'.includes(this.text.charAt(this.tokens.starts[token]! - 1)) && this.tokens.starts[token]! > 0)
      return true;
    return [
      CHILD,
      ADULT,
      DIAGNOSIS,
      YEARS,
      NUMERAL,
      AGE_IN_ONE_WORD,
      NAMING,
      FILLER,
      PRONOUN,
      SUBJECT,
      SPAN,
    ].some((pattern) => pattern.test(form));
  }

  private isAdult(first: number, last: number): boolean {
    if (ADULT.test(this.form(first - 1)) && this.isLinked(first - 1)) return true;
    if (ADULT.test(this.form(last + 1)) && this.isLinked(last)) return true;
    for (let token = last; token - last < NEAREST && this.isLinked(token); token++) {
      const years = /^\d{2,3}$/.test(this.form(token + 1)) ? Number(this.form(token + 1)) : 0;
      if (years > OLDEST_CHILD && this.isLinked(token + 1) && YEARS.test(this.form(token + 2))) return true;
    }
    return false;
  }

  /** `сын Ратмир`, `зовут Ратмир`, `Ратмир атты бала`. */
  private isAnnounced(first: number, last: number): boolean {
    if (this.isLinked(last) && NAMED.test(this.form(last + 1))) return true;
    if (!this.isLinked(first - 1)) return false;
    const before = this.form(first - 1);
    // Школа имени Абая is a place's name: only `по имени` announces a child's.
    if (before === "имени") return this.form(first - 2) === "по";
    return (CHILD.test(before) && !CHILDREN.test(before)) || NAMING.test(before);
  }

  private isInReach(token: number, anchors: readonly number[]): boolean {
    let low = 0;
    let high = anchors.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (anchors[middle]! < token - REACH) low = middle + 1;
      else high = middle;
    }
    for (; low < anchors.length && anchors[low]! <= token + REACH; low++)
      if (!this.isSubject(anchors[low]!)) return true;
    return false;
  }

  /** Whether a diagnosis is only spoken of. */
  private isSubject(anchor: number): boolean {
    // ДЦП диагнозы бар балалар: whom it speaks of stands at the end.
    for (const after of [2, 3]) {
      if (this.form(anchor + after - 1) === "бар" && SUBJECT.test(this.form(anchor + after))) return true;
    }
    return SUBJECT.test(this.form(anchor + 1)) || SUBJECT.test(this.form(anchor - 1));
  }

  /** The age is the next word, or only words such as `всего` stand between. */
  private ageRightAfter(last: number): boolean {
    for (let token = last; token - last < NEAREST && this.isLinked(token); token++) {
      const length = this.ageAt(token + 1);
      if (length > 0) return !NO_AGE.test(this.form(token + 1 + length));
      if (!FILLER.test(this.form(token + 1))) return false;
    }
    return false;
  }

  private ageRightBefore(first: number): boolean {
    const before = CHILD.test(this.form(first - 1)) && this.isLinked(first - 1) ? first - 1 : first;
    return this.ageBefore(before);
  }

  /** `Знакомьтесь, это Ратмир. Ему всего 7 лет.` */
  private ageOfPronoun(last: number): boolean {
    if (!PRONOUN.test(this.form(last + 1))) return false;
    return this.ageAt(last + 2) > 0 || (FILLER.test(this.form(last + 2)) && this.ageAt(last + 3) > 0);
  }

  /** `Нур-Султан`, `имени Абая`, `Абай облысы`, `в Султане`. */
  private isPlace(first: number, last: number): boolean {
    const { starts, ends } = this.tokens;
    if (this.text.charCodeAt(starts[first]! - 1) === HYPHEN && isLetter(this.text, starts[first]! - 2))
      return true;
    if (this.text.charCodeAt(ends[last]!) === HYPHEN && isLetter(this.text, ends[last]! + 1)) return true;
    if (this.isBeforePlace(last)) return true;
    const before = this.form(first - 1);
    const isNamed = before === "имени" && this.form(first - 2) === "по";
    if (!isNamed && this.isLinked(first - 1) && PLACE_BEFORE.test(before)) return true;
    return this.isLinked(last) && PLACE_AFTER.test(this.form(last + 1));
  }

  /** `Алихан, 6 лет`, `Алихану всего 6 лет`, `Алихан 6 жаста`. */
  private ageAfter(last: number): boolean {
    for (let token = last; token - last < NEAREST && this.isLinked(token); token++) {
      const length = this.ageAt(token + 1);
      if (length > 0) return !NO_AGE.test(this.form(token + 1 + length)) && !SPAN.test(this.form(token));
      if (startsWithCapital(this.text, this.tokens.starts[token + 1]!)) return false;
    }
    return false;
  }

  /** `6-летний Алихан`, `пятилетняя Айша`, `6 жасар Айша`, `(7 лет) Тимур`. */
  private ageBefore(first: number): boolean {
    for (let token = first - 1; first - token <= 2 && this.isLinked(token); token--) {
      if (AGE_IN_ONE_WORD.test(this.form(token))) return true;
      const isSpan = /^(?:летн|годовал|месячн|жасар|жаста|айлық)/u.test(this.form(token));
      if (isSpan && this.isLinked(token - 1) && this.ageAt(token - 1) > 0) return true;
    }
    return false;
  }

  /** A diagnosis right after the name and a comma or dash, or one within three words and a child's word, `у` or `с` that ties them. */
  private diagnosisNear(first: number, last: number): boolean {
    const isOwner = /(?:да|де|та|те|ның|нің|дың|дің|тың|тің)$/u.test(this.form(last));
    let tied = isOwner || (this.isLinked(first - 1) && /^(?:у|диагноз\p{L}*)$/u.test(this.form(first - 1)));
    let named = false;
    for (let token = first - 1; first - token <= NEAREST && this.isLinked(token); token--) {
      const form = this.form(token);
      named ||= DIAGNOSIS.test(form) && form !== "инвалид" && !this.isSubject(token);
      tied ||= CHILD.test(form);
      if (form === "у" && token < first - 1) break;
    }
    for (let token = last + 1; token - last <= NEAREST && this.isLinked(token - 1); token++) {
      const form = this.form(token);
      const isDiagnosis = DIAGNOSIS.test(form) && !this.isSubject(token);
      named ||= isDiagnosis;
      tied ||=
        CHILD.test(form) || (token === last + 1 && (form === "с" || (isDiagnosis && !this.isBeside(last))));
    }
    return named && tied;
  }
}

function isLetter(text: string, at: number): boolean {
  return /\p{L}/u.test(text.charAt(at));
}

function isSurname(word: string): boolean {
  return SURNAME.test(word);
}
