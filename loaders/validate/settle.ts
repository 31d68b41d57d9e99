import type { Code } from "./codes.ts";
import { unsure } from "./question.ts";

/**
 * The answer that an item has by its coders: what all who could tell say, or most of three or more, or what an
 * adjudicator decided; null where it stays open. `?` and missing codes decide nothing.
 */
export function settle(codes: readonly Code[], adjudicated?: Code): Code {
  if (adjudicated !== undefined && adjudicated !== null && adjudicated !== unsure) return adjudicated;
  const told = codes.filter((code) => code !== null && code !== unsure);
  const counts = new Map<Code, number>();
  for (const code of told) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined) return null;
  const [answer, count] = first;
  const unanimous = count === told.length;
  return unanimous || (codes.length >= 3 && 2 * count > told.length) ? answer : null;
}

/** True where coders gave an item different codes. */
export function disagree(codes: readonly Code[]): boolean {
  return new Set(codes.filter((code) => code !== null)).size > 1;
}
