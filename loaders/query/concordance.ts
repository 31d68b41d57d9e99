import { fittedLeft, fittedRight, harmless, widthOf } from "./terminal-text.ts";

/** A place where a query's word stands in a text, with what stands around it: key word in context. */
export interface ConcordanceLine {
  postId: string;
  before: string;
  hit: string;
  after: string;
}

/** Code units around a hit that are looked at: more than any terminal shows. */
const REACH = 400;
/** A hit takes at most one column in so many; a longer one is cut. */
const HIT_SHARE = 4;

/** The stretch of a text from `start` to `end` and what stands around it, made harmless. */
export function concordanceLine(postId: string, text: string, start: number, end: number): ConcordanceLine {
  return {
    postId,
    before: harmless(text.slice(Math.max(0, start - REACH), start)),
    hit: harmless(text.slice(start, end)),
    after: harmless(text.slice(end, end + REACH)),
  };
}

/**
 * Sorted by the nearest words on the left, the farther ones deciding between equals, or by those on the right; in the
 * order of the alphabet of the first of `languages` (BCP 47) that is known.
 */
export function sortedLines(
  lines: readonly ConcordanceLine[],
  by: "left" | "right",
  languages: readonly string[],
): ConcordanceLine[] {
  const collator = new Intl.Collator([...languages]);
  const key = ({ before, hit, after }: ConcordanceLine) =>
    by === "left" ? wordsOf(before).reverse().join(" ") : [...wordsOf(hit), ...wordsOf(after)].join(" ");
  return lines
    .map((line) => ({ line, key: key(line) }))
    .sort((a, b) => collator.compare(a.key, b.key))
    .map(({ line }) => line);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\d]+/gu) ?? [];
}

/** The lines with their hits under each other, in brackets, each line `width` columns wide; the post's id behind it. */
export function alignedLines(lines: readonly ConcordanceLine[], width: number): string[] {
  const widest = lines.reduce((most, { hit }) => Math.max(most, widthOf(hit)), 0);
  const hitWidth = Math.min(Math.floor(width / HIT_SHARE), widest);
  const side = Math.max(8, Math.floor((width - hitWidth - 4) / 2));
  return lines.map(({ before, hit, after, postId }) => {
    const shown = fittedRight(hit, Math.min(hitWidth, widthOf(hit)));
    const rest = " ".repeat(hitWidth - widthOf(shown));
    return `${fittedLeft(before, side)} [${shown}]${rest} ${fittedRight(after, side)} ${harmless(postId)}`;
  });
}
