import { scan } from "../scan.ts";
import { LINK, Spans } from "../spans.ts";
import { findAccounts, type IsPublicAccount } from "./accounts.ts";
import { findAddresses } from "./address.ts";
import { findChildNames } from "./child-name.ts";
import { type Finding, PERSONAL_KINDS, type PersonalKind } from "./kinds.ts";
import { findMail } from "./mail.ts";
import { findNumbers } from "./numbers.ts";

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
/** Signs without which no text holds any of the kinds but `name`. */
const SIGNS = /[\d@|/]|собака|[([{](?:at|AT|dog)/;
const spans = new Spans();

/**
 * Personal data in a text, in order, without overlaps: telephone numbers, e-mail addresses, identification numbers of
 * Kazakhstan, bank cards, home addresses, mentions and links of accounts that are not public, names of children next
 * to an age or a diagnosis. Numbers inside a link are part of the link. Never throws; time is linear in the text.
 */
export function findPersonalData(text: string, search: PersonalDataSearch = {}): Finding[] {
  const kinds = new Set(search.kinds ?? PERSONAL_KINDS);
  const hasSigns = SIGNS.test(text);
  if (!hasSigns && !kinds.has("name")) return [];
  scan(text, spans);
  let found: Finding[] = [];
  if (hasSigns) {
    const mayHoldMail = text.includes("@") || text.includes("at") || text.includes("соб");
    const links = linksAmong(spans);
    const numbers = findNumbers(text, { prefixedOnly: search.prefixedPhonesOnly ?? false });
    found = [
      mayHoldMail ? findMail(text) : [],
      findAccounts(text, spans, search.isPublic ?? NOBODY),
      numbers.filter((finding) => !isWithin(finding, links)),
      kinds.has("address") ? findAddresses(text) : [],
    ].flat();
  }
  if (kinds.has("name")) found = found.concat(findChildNames(text, spans));
  return withoutOverlaps(found.filter(({ kind }) => kinds.has(kind)));
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
  if (findings.length < 2) return findings;
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
