import type { ValueField } from "./ast.ts";
import type { Hit } from "./match.ts";

/** What a post carries beside its words; a field that is absent or null matches nothing. */
export type PostValues = Partial<Record<ValueField, string | null>>;

/** A post as queries see it. */
export interface Post {
  title?: string | null;
  text: string;
  /** The alphabet of most letters: cyrillic, latin, mixed or none. With the language it tells how Latin words are read. */
  script?: string | null;
  values?: PostValues;
}

/** Words of the title and words of the text do not follow each other. */
export type Part = "title" | "text";

/** A post of which one matcher has read both parts. */
export interface ReadPost {
  readonly title: readonly Hit[];
  readonly text: readonly Hit[];
  /** Offset in the text where its first paragraph ends. */
  readonly ingressEnd: number;
  readonly values: PostValues;
}

/** Offset of the first blank line, or the length of a text that has none. */
export function ingressEndOf(text: string): number {
  const blank = text.indexOf("\n\n");
  return blank === -1 ? text.length : blank;
}
