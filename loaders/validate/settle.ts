import type { Code } from "./codes.ts";

/**
 * What an item is, by its coders: true or false where those who could tell agree, where most of three or more do,
 * or where an adjudicator decided; null where it stays open. `?` and missing codes decide nothing.
 */
export function settle(codes: readonly Code[], adjudicated?: Code): boolean | null {
  if (adjudicated === "1" || adjudicated === "0") return adjudicated === "1";
  const yes = codes.filter((code) => code === "1").length;
  const no = codes.filter((code) => code === "0").length;
  if (yes === no || (yes > 0 && no > 0 && codes.length < 3)) return null;
  return yes > no;
}

/** True where coders gave an item different codes. */
export function disagree(codes: readonly Code[]): boolean {
  return new Set(codes.filter((code) => code !== null)).size > 1;
}
