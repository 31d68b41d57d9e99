import { sentenceLinks } from "./sentence-links.ts";
import { blank, type PageSource } from "./source-text.ts";

export interface BareNumber {
  readonly line: number;
  readonly text: string;
  readonly context: string;
}

/** A Kazakh date names the year first: 2023 жылғы 1 қаңтарда. */
const kazakhDay =
  /(?<=(?:1[89]|20)\d\d[ \u00a0]жыл(?:ғы|дың)[ \u00a0])\d{1,2}(?=[ \u00a0](?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан))/gu;

/**
 * Numbers of a page's prose that stand outside a `claim:`, `source:` or `given:` link. Not counted: years,
 * dates, list markers, figure and other block names, link targets, and digits that belong to a name
 * (`COVID-19`, `G20`).
 */
export function bareNumbers(page: PageSource): BareNumber[] {
  let prose = page.prose;
  for (const link of sentenceLinks(page)) prose = blank(prose, link.start, link.end);
  prose = prose
    .replace(/\]\([^()\s]*(?:\s+"[^"\n]*")?\)/g, spaces)
    .replace(/^\s*:::.*$/gm, spaces)
    .replace(/^\s*\d+[.)]\s/gm, spaces)
    .replace(/\bhttps?:\/\/\S+/g, spaces)
    .replace(/&#?\w{1,12};/g, spaces)
    .replace(/\b(?:1[89]|20)\d\d-\d\d(?:-\d\d)?\b/g, spaces)
    .replace(kazakhDay, spaces)
    .replace(/(?<![\d.,])\d{1,2}(?=[ \u00a0]\p{L}{3,12}[ \u00a0](?:1[89]|20)\d\d(?!\d))/gu, spaces);
  const found: BareNumber[] = [];
  for (const match of prose.matchAll(/\d[\d.,\u00a0\u202f]*\d|\d/g)) {
    const start = match.index;
    if (/[\p{L}_]-?$/u.test(prose.slice(Math.max(0, start - 2), start))) continue;
    if (/^(?:1[89]|20)\d\d$/.test(match[0])) continue;
    found.push({
      line: page.lineOf(start),
      text: match[0],
      context: page.text
        .slice(Math.max(0, start - 30), start + 30)
        .replace(/\s+/g, " ")
        .trim(),
    });
  }
  return found;
}

function spaces(span: string): string {
  return span.replace(/[^\n]/g, " ");
}
