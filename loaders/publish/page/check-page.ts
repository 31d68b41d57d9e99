import type { ResultReader } from "../published-result.ts";
import { bareNumbers } from "./bare-numbers.ts";
import { claimValue } from "./claim-value.ts";
import { claimScheme, givenScheme, parseSourceLink } from "./links.ts";
import { type SentenceLink, sentenceLinks } from "./sentence-links.ts";
import type { PageSource } from "./source-text.ts";
import { agrees, readNumber, type WrittenNumber, writeNumber } from "./written-number.ts";

/** What a page may cite: the study's sources with the figures they publish and the statements they make. */
export type SourceReader = (id: string) =>
  | {
      readonly facts: Readonly<Record<string, { readonly value: number; readonly unit: string }>>;
      readonly statements?: Readonly<Record<string, unknown>>;
    }
  | undefined;

export interface PageContext {
  readonly language: string;
  readonly results: ResultReader;
  readonly sources: SourceReader;
  /** False for pages whose numbers are definitions (methodology): no bare-number check. */
  readonly checkBareNumbers: boolean;
}

/** One thing wrong with a page, in words that say what was found, what was expected and where. */
export interface PageFault {
  readonly file: string;
  readonly line: number;
  readonly kind: "claim" | "source" | "bare number" | "translation";
  readonly message: string;
  readonly sentence?: string;
  /** The text that would hold, where the fault is only the number. */
  readonly correction?: { readonly start: number; readonly end: number; readonly text: string };
}

/** A claim that holds, for the list of `npm run claims`. */
export interface CheckedClaim {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly href: string;
  readonly value: number;
  readonly unit: string;
}

/** Checks every sentence number of a page against its result or source, and finds numbers that have neither. */
export function checkPage(
  page: PageSource,
  context: PageContext,
): { faults: PageFault[]; claims: CheckedClaim[] } {
  const faults: PageFault[] = [];
  const claims: CheckedClaim[] = [];
  for (const link of sentenceLinks(page)) {
    if (link.href.startsWith(givenScheme)) continue;
    const outcome = link.href.startsWith(claimScheme)
      ? checkClaim(link, page, context)
      : checkSource(link, page, context);
    if (outcome === undefined) continue;
    if ("message" in outcome) faults.push(outcome);
    else claims.push(outcome);
  }
  if (context.checkBareNumbers) {
    for (const bare of bareNumbers(page)) {
      faults.push({
        file: page.file,
        line: bare.line,
        kind: "bare number",
        message: `found the number ${bare.text} without a claim or source, in "… ${bare.context} …"; write [${bare.text}](claim:QUERY/COLUMN?ROW), [${bare.text}](source:ID) or, for a definition, [${bare.text}](given:REASON)`,
      });
    }
  }
  return { faults, claims };
}

function checkClaim(link: SentenceLink, page: PageSource, context: PageContext): PageFault | CheckedClaim {
  const at = { file: page.file, line: link.line };
  const found = claimValue(link.href, context.results);
  if (typeof found === "string") {
    return {
      ...at,
      kind: "claim",
      message: `[${link.text}](${link.href}): ${found}`,
      sentence: link.sentence,
    };
  }
  const written = readNumber(link.text, context.language);
  if (written === undefined) {
    return {
      ...at,
      kind: "claim",
      message: `[${link.text}](${link.href}): found no single number in "${link.text}", expected one such as ${found.value}`,
      sentence: link.sentence,
    };
  }
  if (found.unit === "proportion" && !written.percent && written.value > 1) {
    return {
      ...at,
      kind: "claim",
      message: `[${link.text}](${link.href}): the column is a proportion; write a per cent sign or a number up to 1`,
      sentence: link.sentence,
    };
  }
  if (!agrees(written, found.value)) return mismatch(link, page, "claim", written, found.value, link.href);
  return { ...at, text: link.text, href: link.href, value: found.value, unit: found.unit };
}

function checkSource(link: SentenceLink, page: PageSource, context: PageContext): PageFault | undefined {
  const at = { file: page.file, line: link.line, kind: "source" as const, sentence: link.sentence };
  const { id, fact } = parseSourceLink(link.href);
  const source = context.sources(id);
  if (source === undefined) {
    return { ...at, message: `found source "${id}", expected an id of sources.yml` };
  }
  if (fact === undefined || Object.hasOwn(source.statements ?? {}, fact)) return undefined;
  const published = source.facts[fact];
  if (published === undefined) {
    const known = Object.keys({ ...source.facts, ...source.statements }).join(", ");
    return {
      ...at,
      message: `found fact "${fact}" of source "${id}", expected one of ${known || "none listed"}`,
    };
  }
  const written = readNumber(link.text, context.language);
  if (written === undefined) {
    return { ...at, message: `found no single number in "${link.text}", expected ${published.value}` };
  }
  return agrees(written, published.value)
    ? undefined
    : mismatch(link, page, "source", written, published.value, link.href);
}

function mismatch(
  link: SentenceLink,
  page: PageSource,
  kind: "claim" | "source",
  written: WrittenNumber,
  value: number,
  href: string,
): PageFault {
  const correction = writeNumber(value, written);
  return {
    file: page.file,
    line: link.line,
    kind,
    message: `the sentence says ${link.text}, ${kind === "claim" ? "the result" : "the source"} says ${correction} (${value}): ${href}`,
    sentence: link.sentence,
    ...(kind === "claim"
      ? { correction: { start: link.textStart, end: link.textEnd, text: correction } }
      : {}),
  };
}

/** A fault as the lines that a person reads. */
export function describeFault(fault: PageFault): string {
  const sentence = fault.sentence === undefined ? "" : `\n    “${fault.sentence}”`;
  return `${fault.file}:${fault.line}: ${fault.kind}: ${fault.message}${sentence}`;
}
