import { scan } from "../scan.ts";
import { Spans } from "../spans.ts";
import { findScanned, type PersonalDataSearch } from "./find.ts";
import { markOf, noCounts, type PersonalCounts } from "./kinds.ts";

export interface Redacted {
  readonly text: string;
  /** How many values of each kind were replaced. */
  readonly counts: PersonalCounts;
}

/** What is left beside a mark may by itself look like a value: it is searched again, a few times at most. */
const MOST_ROUNDS = 8;

const spans = new Spans();

/**
 * A text with a typed mark such as `[phone]` in place of each value. Redacting twice equals redacting once. `tokens`
 * are left holding the tokens of the redacted text, so that nobody need scan it again.
 */
export function redact(text: string, search: PersonalDataSearch = {}, tokens: Spans = spans): Redacted {
  const counts = noCounts();
  let current = text;
  scan(current, tokens);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const findings = findScanned(current, tokens, search);
    if (findings.length === 0) break;
    let redacted = "";
    let from = 0;
    for (const { kind, start, end } of findings) {
      redacted += current.slice(from, start) + markOf(kind);
      from = end;
      counts[kind]++;
    }
    current = redacted + current.slice(from);
    scan(current, tokens);
  }
  return { text: current, counts };
}
