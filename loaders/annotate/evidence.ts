import type { Part } from "../query/post.ts";

/** Places of evidence that are kept of each annotator and id in a post: the first ones, the title's before the text's. */
const PLACES_KEPT = 3;
/** Longest word or stretch of words that is kept, in UTF-16 units. */
const LONGEST_KEPT = 80;

export type Annotator = "topic" | "barrier" | "programme" | "disability" | "gender" | "place" | "tone";

/** A word, or words that follow each other, that an annotation rests on. */
export interface Spot {
  readonly part: Part;
  /** Offsets in the title or in the text. */
  readonly start: number;
  readonly end: number;
}

/** One row of the table `evidence`, its post apart. */
export interface EvidenceRow {
  readonly annotator: Annotator;
  readonly id: string;
  readonly word: string;
  readonly field: Part;
  readonly offset: number;
}

/**
 * The words on which the annotations of one post rest. Reused from post to post. At most three places of each
 * annotator and id are kept, each of at most 80 UTF-16 units, so a post has no more rows than three times what it is
 * annotated with.
 */
export class EvidenceList {
  readonly rows: EvidenceRow[] = [];
  private title = "";
  private text = "";

  /** Forgets the post before. */
  begin(title: string | null, text: string): void {
    this.rows.length = 0;
    this.title = title ?? "";
    this.text = text;
  }

  /** Keeps the first of these spots; equal ones count once. */
  keep(annotator: Annotator, id: string, spots: readonly Spot[]): void {
    let kept = 0;
    let before: Spot | undefined;
    for (const spot of spots.length === 1 ? spots : [...spots].sort(inOrder)) {
      if (before !== undefined && inOrder(before, spot) === 0) continue;
      if (kept === PLACES_KEPT) return;
      const { part, start, end } = spot;
      const word = whole((part === "title" ? this.title : this.text).slice(start, end));
      this.rows.push({ annotator, id, word, field: part, offset: start });
      before = spot;
      kept++;
    }
  }
}

function inOrder(a: Spot, b: Spot): number {
  if (a.part !== b.part) return a.part === "title" ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}

/** A stretch cut to its longest kept, never in the middle of a character. */
function whole(word: string): string {
  return word.length <= LONGEST_KEPT ? word : word.slice(0, LONGEST_KEPT).replace(/[\uD800-\uDBFF]$/u, "");
}
