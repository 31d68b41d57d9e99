import type { LeafQuery } from "./ast.ts";

/** A word, phrase or hashtag as a query would write it: the same for leaves that match the same. */
export function leafLabel(leaf: LeafQuery): string {
  const words = leaf.kind === "phrase" ? leaf.words : [leaf];
  const text = words.map(({ form, cased }) => cased ?? form).join(" ");
  const quoted = leaf.kind === "phrase" ? `"${text}"` : leaf.kind === "tag" ? `#${text}` : text;
  return words.some(({ cased }) => cased !== undefined) ? `caseSensitive:${quoted}` : quoted;
}

/** Whether a word, or a word of a phrase, is written with a wildcard. */
export function hasWildcard(leaf: LeafQuery): boolean {
  const words = leaf.kind === "phrase" ? leaf.words : [leaf];
  return words.some(({ form }) => /[*?]/u.test(form));
}
