import type { ColumnMapping, ColumnSource, ColumnTarget } from "../study/capture.ts";

/** A record's value at a column name or dotted path, as text; undefined where there is none. */
export type ValueAt = (path: string) => string | undefined;

const PLACEHOLDER = /\{([^{}]{1,200})\}/gu;

/** The mapping's columns, each written out in full. */
export function columnSources(mapping: ColumnMapping): Map<ColumnTarget, ColumnSource> {
  const sources = new Map<ColumnTarget, ColumnSource>();
  for (const [target, source] of Object.entries(mapping)) {
    sources.set(target as ColumnTarget, typeof source === "string" ? { from: source } : source);
  }
  return sources;
}

/** The columns or paths that a source reads: `from` itself, or each of `{channel}/{message_id}`. */
export function pathsOf({ from }: ColumnSource): string[] {
  if (from === undefined) return [];
  const named = [...from.matchAll(PLACEHOLDER)].map((match) => match[1]!);
  return named.length === 0 ? [from] : named;
}

/**
 * A source's value for one record: the constant `value`, the value at `from`, or `from` with each `{path}` in it
 * replaced; after `prefix`. Undefined where any part is missing or blank.
 */
export function sourceValue(source: ColumnSource, at: ValueAt): string | undefined {
  if (source.value !== undefined) return (source.prefix ?? "") + source.value;
  if (source.from === undefined) return undefined;
  const trimmed = (path: string): string | undefined => at(path)?.trim() || undefined;
  if (!source.from.includes("{")) {
    const found = trimmed(source.from);
    return found === undefined ? undefined : (source.prefix ?? "") + found;
  }
  let complete = true;
  const filled = source.from.replace(PLACEHOLDER, (_, path: string) => {
    const found = trimmed(path);
    complete &&= found !== undefined;
    return found ?? "";
  });
  return complete ? (source.prefix ?? "") + filled : undefined;
}
