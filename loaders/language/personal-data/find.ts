import { scan } from "../scan.ts";
import { CYRILLIC_OF, repairScripts } from "../script-repair.ts";
import { LINK, Spans } from "../spans.ts";
import { findAccounts, findHiddenAccounts, HIDDEN_ACCOUNT_HINTS, type IsPublicAccount } from "./accounts.ts";
import { findAddresses } from "./address.ts";
import { findChildNames } from "./child-name.ts";
import { findDocuments } from "./documents.ts";
import { type Finding, PERSONAL_KINDS, type PersonalKind } from "./kinds.ts";
import { findEscapedMail, findMail, MAIL_HINTS } from "./mail.ts";
import { findNumbers } from "./numbers.ts";
import { plainSigns } from "./plain-signs.ts";
import { findSpeltPhones } from "./spelt-phone.ts";
import {
  HAS_AT,
  HAS_BAR,
  HAS_BRACKET,
  HAS_DIGIT,
  HAS_ESCAPE,
  HAS_LATIN,
  HAS_LOOKALIKE,
  HAS_NOUGHT,
  HAS_PAIR,
  HAS_SLASH,
  HAS_VALUE,
  IS_MIXED,
  ONE_LETTER_WORDS,
  signsOf,
} from "./text-signs.ts";
import { ACCOUNT, FLAT, IN_BRACKETS, WordHints } from "./word-hints.ts";

export interface PersonalDataSearch {
  /** The kinds to search for; all where it is left out. */
  readonly kinds?: readonly PersonalKind[];
  /** Accounts that may be named: those of the register. None where it is left out. */
  readonly isPublic?: IsPublicAccount;
  /** Only telephone numbers with a country code or a trunk 8: for files that are full of other numbers. */
  readonly prefixedPhonesOnly?: boolean;
}

const RANK = new Map(PERSONAL_KINDS.map((kind, rank) => [kind, rank]));
const NOBODY: IsPublicAccount = () => false;
const TELLING_SIGNS = HAS_AT | HAS_SLASH | HAS_BAR | HAS_LATIN;
/** Kinds of which no text without these signs holds any; a look that spares the scan. */
const WITH_SIGNS: ReadonlySet<PersonalKind> = new Set(["e-mail", "card", "id", "phone", "address"]);
const MAY_HOLD_DATA = /[\p{Nd}@\uff20\u2460-\u2792]|собач?к|[([{ ](?:at|dog)/iu;
const ALL_KINDS: ReadonlySet<PersonalKind> = new Set(PERSONAL_KINDS);
const NOTHING: readonly Finding[] = [];
const spans = new Spans();
const plainSpans = new Spans();
const repairedSpans = new Spans();
const hints = new WordHints();
const plainHints = new WordHints();
const repairedHints = new WordHints();
/** A word of one letter, such as `у` with a Latin y, before a Cyrillic one. */
const ONE_LETTER = new RegExp(`(?<!\\p{L})[${ONE_LETTER_WORDS}](?= [\\u0400-\\u052f])`, "gu");

/**
 * Personal data in a text, in order, without overlaps: telephone numbers, e-mail addresses, identification numbers of
 * Kazakhstan, bank cards, home addresses, mentions and links of accounts that are not public, names of children next
 * to an age or a diagnosis. Numbers inside a link are part of the link. Never throws; time is linear in the text.
 */
export function findPersonalData(text: string, search: PersonalDataSearch = {}): readonly Finding[] {
  const wanted = search.kinds ?? PERSONAL_KINDS;
  if (wanted.every((kind) => WITH_SIGNS.has(kind)) && !MAY_HOLD_DATA.test(text)) return NOTHING;
  scan(text, spans);
  return findScanned(text, spans, search);
}

/** As `findPersonalData`, in a text that has been scanned into `tokens`. */
export function findScanned(text: string, tokens: Spans, search: PersonalDataSearch): readonly Finding[] {
  const kinds = search.kinds === undefined ? ALL_KINDS : new Set(search.kinds);
  const isPublic = search.isPublic ?? NOBODY;
  let signs = signsOf(tokens, text.length);
  const isMixed = (signs & IS_MIXED) !== 0;
  hints.read(text, tokens);
  let { bits } = hints;
  const hasLookalikes = (signs & HAS_LOOKALIKE) !== 0;
  const plain = hasLookalikes || (signs & HAS_NOUGHT) !== 0 ? plainSigns(text, hasLookalikes) : text;
  let plainTokens = tokens;
  if (plain !== text) {
    scan(plain, plainSpans);
    plainTokens = plainSpans;
    signs = signsOf(plainSpans, plain.length);
    plainHints.read(plain, plainSpans);
    bits = plainHints.bits;
  }
  if ((signs & HAS_BRACKET) === 0) bits &= ~IN_BRACKETS;
  let found: readonly Finding[] = NOTHING;
  if ((signs & TELLING_SIGNS) !== 0) {
    const hasAt = (signs & HAS_AT) !== 0;
    if (hasAt || (bits & MAIL_HINTS) !== 0) found = findMail(plain, bits);
    if ((signs & HAS_ESCAPE) !== 0) found = joined(found, outsideLinks(findEscapedMail(plain), plainTokens));
    if ((signs & HAS_BAR) !== 0 || (bits & ACCOUNT) !== 0)
      found = joined(found, findAccounts(plain, plainTokens, bits, isPublic));
    if (hasAt || (bits & HIDDEN_ACCOUNT_HINTS) !== 0)
      found = joined(found, findHiddenAccounts(plain, bits, isPublic));
  }
  if ((signs & HAS_DIGIT) !== 0) {
    if ((signs & HAS_VALUE) !== 0) {
      const numbers = findNumbers(plain, { prefixedOnly: search.prefixedPhonesOnly ?? false });
      found = joined(found, outsideLinks(numbers, plainTokens));
    }
    if (kinds.has("id")) found = joined(found, findDocuments(plain, bits));
    const mayHaveFlat = (bits & FLAT) !== 0 || (signs & HAS_PAIR) !== 0;
    if (mayHaveFlat && kinds.has("address")) found = joined(found, findAddresses(plain, bits));
  }
  if (kinds.has("phone") && !search.prefixedPhonesOnly) found = joined(found, findSpeltPhones(plain, bits));
  if (kinds.has("name")) {
    found = joined(found, findChildNames(text, tokens, hints));
    if (isMixed) found = joined(found, findInRepaired(text));
  }
  if (found.length === 0) return NOTHING;
  return withoutOverlaps(found.filter(({ kind }) => kinds.has(kind)));
}

/** Names beside words that have a letter of the other script, such as `лeт` with a Latin e. Repairing moves nothing. */
function findInRepaired(text: string): readonly Finding[] {
  const repaired = repairScripts(text).replace(ONE_LETTER, (letter) => CYRILLIC_OF.get(letter)!);
  if (repaired === text) return NOTHING;
  scan(repaired, repairedSpans);
  repairedHints.read(repaired, repairedSpans);
  return findChildNames(repaired, repairedSpans, repairedHints);
}

/** Mostly there is nothing to join. */
function joined(a: readonly Finding[], b: readonly Finding[]): readonly Finding[] {
  return a.length === 0 ? b : b.length === 0 ? a : a.concat(b);
}

function outsideLinks(numbers: readonly Finding[], tokens: Spans): readonly Finding[] {
  if (numbers.length === 0) return NOTHING;
  const links = linksAmong(tokens);
  return numbers.filter((finding) => !isWithin(finding, links));
}

function linksAmong(tokens: Spans): { start: number; end: number }[] {
  const links: { start: number; end: number }[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] === LINK) links.push({ start: tokens.starts[i]!, end: tokens.ends[i]! });
  }
  return links;
}

/** Whether a place overlaps one of some places that are in order. */
function isWithin(place: { start: number; end: number }, places: { start: number; end: number }[]): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]!.end <= place.start) low = middle + 1;
    else high = middle;
  }
  return low < places.length && places[low]!.start < place.end;
}

/** Of findings that overlap the one of the earlier kind stays, then the earlier and longer. */
function withoutOverlaps(findings: Finding[]): Finding[] {
  findings.sort((a, b) => a.start - b.start);
  if (findings.every(({ start }, place) => place === 0 || findings[place - 1]!.end <= start)) return findings;
  const kept: Finding[] = [];
  for (const kind of PERSONAL_KINDS) {
    const before = [...kept];
    const own = findings
      .filter((finding) => finding.kind === kind && !isWithin(finding, before))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    let end = 0;
    for (const finding of own) {
      if (finding.start < end) continue;
      kept.push(finding);
      end = finding.end;
    }
    kept.sort((a, b) => a.start - b.start || RANK.get(a.kind)! - RANK.get(b.kind)!);
  }
  return kept;
}
