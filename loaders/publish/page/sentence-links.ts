import type { PageSource } from "./source-text.ts";

/** A link of the literate page, where it stands in the source. */
export interface SentenceLink {
  readonly href: string;
  /** The words between the brackets. */
  readonly text: string;
  readonly textStart: number;
  readonly textEnd: number;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly sentence: string;
}

const linkPattern = /\[([^[\]]{0,400})\]\(((?:claim|source|given):[^()\s]*)\)/g;

/** Every `claim:`, `source:` and `given:` link of a page's prose, in order. */
export function sentenceLinks(page: PageSource): SentenceLink[] {
  return Array.from(page.prose.matchAll(linkPattern), (match) => {
    const text = match[1] ?? "";
    return {
      href: match[2] ?? "",
      text,
      start: match.index,
      end: match.index + match[0].length,
      textStart: match.index + 1,
      textEnd: match.index + 1 + text.length,
      line: page.lineOf(match.index),
      sentence: sentenceAround(page.prose, match.index, match.index + match[0].length),
    };
  });
}

/** The sentence (or table row) that holds a span, with its links reduced to their words. */
function sentenceAround(prose: string, start: number, end: number): string {
  const before = prose.slice(Math.max(0, start - 600), start);
  const after = prose.slice(end, end + 600);
  const from = Math.max(
    ...[". ", ".\n", "\n\n", "\n|", "? ", "! ", "\n- ", "\n#"].map((mark) => lastEnd(before, mark)),
  );
  const ends = [". ", ".\n", "\n\n", "\n|", "? ", "! ", "\n- "]
    .map((mark) => after.indexOf(mark))
    .filter((index) => index >= 0);
  const to = ends.length === 0 ? after.length : Math.min(...ends) + 1;
  return (before.slice(from) + prose.slice(start, end) + after.slice(0, to))
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

function lastEnd(text: string, mark: string): number {
  const index = text.lastIndexOf(mark);
  return index < 0 ? 0 : index + mark.length;
}
