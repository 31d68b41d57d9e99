import {
  ADULT,
  AGE_IN_ONE_WORD,
  AND,
  CHILD,
  COUNTED_FROM,
  DIAGNOSIS,
  FILLER,
  ILL,
  NAMED,
  NAMING,
  NO_AGE,
  NUMERAL,
  OUR,
  PRONOUN,
  SPAN,
  SUBJECT,
  YEARS,
} from "./child-words.ts";
import { isSmallName, LIKELY, LISTED, NO_NAME, nameLikeness, ORDINARY } from "./name-likeness.ts";
import { isSurname, NameSurroundings, NEAREST } from "./name-surroundings.ts";
import { startsWithCapital } from "./sentence-tokens.ts";
import { bitsOf } from "./word-classes.ts";

/** Words of the search itself, which are no names. */
const OTHER = bitsOf(
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
);
/** Tokens between a name and the age or diagnosis where a word such as `сын` or `зовут` stands beside the name. */
export const REACH = 12;

/** Several children: what follows is where they are, not their name. */
const CHILDREN = /(?:ам|ами|ах|ы|и|ов|дер|лер|лар|дар|ерге|арға|ерді|арды)$/u;
/** The Kazakh locative of a word that no list has as a name: `Аягөзде`. */
const IN_A_PLACE = /^.{5,}[дт][ае]$/u;
/** Names before another that share its age. */
const MOST_JOINED = 3;

/** The tokens of a text, asked whether one of them is the name of a child. */
export class NameSentence extends NameSurroundings {
  /** Names that a child's shares its age or diagnosis with, in order: `Алихан и Айша, 6 и 8 лет`. */
  namesJoinedBefore(first: number): number[] {
    const joined: number[] = [];
    let at = first;
    while (joined.length < MOST_JOINED && this.isLinked(at - 1)) {
      const hasAnd = this.is(at - 1, AND);
      let before = hasAnd ? at - 2 : at - 1;
      // Beside a comma alone only one of three or more.
      if (!hasAnd && (joined.length === 0 || this.gap(at - 1) !== ", ")) break;
      if (!this.isLinked(before)) break;
      if (isSurname(this.raw(before)) && this.isBeside(before - 1)) before--;
      const isName = startsWithCapital(this.text, this.tokens.starts[before]!) && this.isName(before);
      if (!isName) break;
      joined.unshift(before);
      at = this.nameStart(before);
    }
    return joined;
  }

  private isName(token: number): boolean {
    if (nameLikeness(this.tokens, token) < LIKELY || this.isOther(token)) return false;
    const last = this.nameEnd(token);
    const first = this.nameStart(token);
    return !this.isPlace(first, last) && !this.isAdult(first, last);
  }

  /** Whether a word with a capital is a child's name. */
  isChildName(token: number, anchors: readonly number[]): boolean {
    const likeness = nameLikeness(this.tokens, token);
    if (likeness === NO_NAME || this.isOther(token)) return false;
    // "У Бексеита" is Russian: no place follows "у".
    const isPlaceForm = IN_A_PLACE.test(this.form(token)) && this.form(token - 1) !== "у";
    if (likeness !== LISTED && isPlaceForm) return false;
    const last = this.nameEnd(token);
    const first = this.nameStart(token);
    if (this.isPlace(first, last) || this.isAdult(first, last)) return false;
    if (this.isAnnounced(first, last) && this.isInReach(token, anchors)) return true;
    if (this.isInstitution(first) || this.isParent(first, last)) return false;
    const isInner = this.isLinked(first - 1);
    if (likeness === ORDINARY && !isInner) return false;
    if (likeness === LISTED && (this.ageAfter(last) || this.ageBefore(first))) return true;
    if (this.ageRightAfter(last) || this.ageRightBefore(first)) return true;
    if (likeness < LIKELY) return false;
    return this.diagnosisNear(first, last) || this.ageOfPronoun(last);
  }

  isListed(token: number): boolean {
    return nameLikeness(this.tokens, token) === LISTED;
  }

  /** Whether a word in small letters is a child's name: `сын тимур, 6 лет`, `тимур 6 лет`. */
  isSmallChildName(token: number, anchors: readonly number[]): boolean {
    if (!isSmallName(this.tokens, token)) return false;
    const isBesideAge = this.isLinked(token) && this.ageAt(token + 1) > 0;
    if (!isBesideAge && !this.isAnnounced(token, token)) return false;
    if (this.isPlace(token, token) || this.isAdult(token, token)) return false;
    return isBesideAge || this.isInReach(token, anchors);
  }

  /** A word of the search itself, or a name in quotes, as institutions have them. */
  private isOther(token: number): boolean {
    return (this.classes(token) & OTHER) !== 0 || this.isQuoted(token);
  }

  /** `сын Ратмир`, `зовут Ратмир`, `Ратмир атты бала`. */
  private isAnnounced(first: number, last: number): boolean {
    if (this.isLinked(last) && this.is(last + 1, NAMED)) return true;
    if (!this.isLinked(first - 1)) return false;
    const before = this.form(first - 1);
    // Школа имени Абая is a place's name: only `по имени` announces a child's.
    if (before === "имени") return this.form(first - 2) === "по";
    return (this.is(first - 1, CHILD) && !CHILDREN.test(before)) || this.is(first - 1, NAMING);
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
      if (this.form(anchor + after - 1) === "бар" && this.is(anchor + after, SUBJECT)) return true;
    }
    return this.is(anchor + 1, SUBJECT) || this.is(anchor - 1, SUBJECT);
  }

  /** The age is the next word, or only words such as `всего` stand between. */
  private ageRightAfter(last: number): boolean {
    for (let token = last; token - last < NEAREST && this.isLinked(token); token++) {
      const length = this.ageAt(token + 1);
      if (length > 0) return !this.isSpan(token + 1, length);
      if (!this.is(token + 1, FILLER)) return false;
    }
    return false;
  }

  private ageRightBefore(first: number): boolean {
    const before = this.is(first - 1, CHILD) && this.isLinked(first - 1) ? first - 1 : first;
    return this.ageBefore(before);
  }

  /** `Знакомьтесь, это Ратмир. Ему всего 7 лет.` */
  private ageOfPronoun(last: number): boolean {
    if (!this.is(last + 1, PRONOUN)) return false;
    return this.ageAt(last + 2) > 0 || (this.is(last + 2, FILLER) && this.ageAt(last + 3) > 0);
  }

  /** `Алихан, 6 лет`, `Алихану всего 6 лет`, `Алихан 6 жаста`. */
  private ageAfter(last: number): boolean {
    for (let token = last; token - last < NEAREST && this.isLinked(token); token++) {
      const length = this.ageAt(token + 1);
      if (length > 0) return !this.isSpan(token + 1, length) && !this.is(token, SPAN);
      if (startsWithCapital(this.text, this.tokens.starts[token + 1]!)) return false;
    }
    return false;
  }

  /** Whether an age of so many tokens is a time that something took: `12 лет воспитывает`, `6 жастан бастап`. */
  private isSpan(age: number, length: number): boolean {
    const next = this.form(age + length);
    if (!this.isBeside(age + length - 1)) return false;
    if (/^(?:бастап|дейін\p{L}*)$/u.test(next)) return this.is(age + length - 1, COUNTED_FROM);
    return this.is(age + length, NO_AGE);
  }

  /** `6-летний Алихан`, `пятилетняя Айша`, `6 жасар Айша`, `(7 лет) Тимур`. */
  private ageBefore(first: number): boolean {
    for (let token = first - 1; first - token <= 2 && this.isLinked(token); token--) {
      if (this.is(token, AGE_IN_ONE_WORD)) return true;
      const isSpan = /^(?:летн|годовал|месячн|жасар|жаста(?!н)|айлық)/u.test(this.form(token));
      if (isSpan && this.isLinked(token - 1) && this.ageAt(token - 1) > 0) return true;
    }
    return false;
  }

  /**
   * A diagnosis right after the name and a comma or dash, or one within three words and a child's word, `у`, `с`, `болен`
   * or `бар` that ties them.
   */
  private diagnosisNear(first: number, last: number): boolean {
    const isOwner = /(?:да|де|та|те|ның|нің|дың|дің|тың|тің)$/u.test(this.form(last));
    const before = this.form(first - 1);
    const isHad = before === "у" || (this.is(first - 1, OUR) && this.form(first - 2) === "у");
    let tied = isOwner || (this.isLinked(first - 1) && (isHad || /^диагноз\p{L}*$/u.test(before)));
    let named = false;
    for (let token = first - 1; first - token <= NEAREST && this.isLinked(token); token--) {
      const form = this.form(token);
      named ||= this.isDiagnosis(token) && form !== "инвалид" && !this.isSubject(token);
      // "Даун синдромы бар Әмина"
      tied ||= this.is(token, CHILD) || (token === first - 1 && form === "бар");
      if (form === "у" && token < first - 1) break;
    }
    for (let token = last + 1; token - last <= NEAREST && this.isLinked(token - 1); token++) {
      const form = this.form(token);
      const isDiagnosis = this.isDiagnosis(token) && !this.isSubject(token);
      named ||= isDiagnosis;
      tied ||= this.is(token, CHILD);
      if (token > last + 1) continue;
      tied ||= form === "с" || this.is(token, ILL) || (isDiagnosis && !this.isBeside(last));
      tied ||= form === "у" && /^(?:нее|него|ней|нем)$/u.test(this.form(token + 1));
    }
    return named && tied;
  }
}
