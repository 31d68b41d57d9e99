import type { NearQuery, Query, Section, TagQuery, ValueQuery, WordQuery } from "../ast.ts";

/** What the query finds there instead of what it finds here. */
export type Effect = "more posts" | "fewer posts" | "other posts";

export interface ExportWarning {
  /** Offset in the query's text. */
  position: number;
  /** What can't be said there, and what stands in its place. */
  message: string;
  effect: Effect;
}

/** A part as it is written there, or why it can't be. */
export type Said = { text: string } | { unsaid: string };

export const unsaid = (reason: string): Said => ({ unsaid: reason });
export const said = (text: string): Said => ({ text });

/** Tells of a part that is written otherwise; `effect` as if no NOT stood around it. */
export type Note = (message: string, effect?: Effect) => void;

/** How a platform writes each part of a query. Only what a public page of the platform documents is written. */
export interface Dialect {
  readonly id: string;
  readonly title: string;
  /** The pages that document its syntax. */
  readonly pages: readonly string[];
  /** Between what must be there and what must not. */
  readonly not: "NOT" | "AND NOT";
  /** What matches every post; absent where a query must name a word. */
  readonly everything?: string;
  word(word: WordQuery, note: Note): Said;
  phrase(words: readonly WordQuery[], note: Note): Said;
  tag(tag: TagQuery, note: Note): Said;
  /** `say` writes a side. */
  near(near: NearQuery, say: (side: Query) => Said, note: Note): Said;
  /** A search in a section; undefined where the platform does not tell sections apart. */
  section(section: Section, inner: string, note: Note): string | undefined;
  value(value: ValueQuery, note: Note): Said;
}

export function hasWildcard({ form }: { form: string }): boolean {
  return /[*?]/u.test(form);
}

/** Words that must all be there, where the platform can't say that they follow each other. */
export function allOf(words: readonly string[]): string {
  return words.length === 1 ? words[0]! : `(${words.join(" AND ")})`;
}
