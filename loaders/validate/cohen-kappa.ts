import type { Codes } from "./codes.ts";

/**
 * Cohen's kappa of two coders: κ = (pₒ − pₑ) / (1 − pₑ), with pₑ from each coder's own shares of categories.
 * Cohen (1960), "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20(1),
 * p. 37-46, equation 1. Items that one of them left out are set aside. Null where nothing is left, or where both
 * gave every item one and the same code (pₑ = 1: no chance to disagree, so no agreement beyond chance to measure).
 * Throws where an item has not exactly two codes.
 */
export function cohenKappa(codes: Codes): number | null {
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  let items = 0;
  let agreeing = 0;
  for (const item of codes) {
    if (item.length !== 2) throw new RangeError(`found ${item.length} coders, expected 2 for Cohen's kappa`);
    const [a, b] = item as [string | null, string | null];
    if (a === null || b === null) continue;
    items += 1;
    if (a === b) agreeing += 1;
    first.set(a, (first.get(a) ?? 0) + 1);
    second.set(b, (second.get(b) ?? 0) + 1);
  }
  if (items === 0) return null;
  let products = 0;
  for (const [code, count] of first) products += count * (second.get(code) ?? 0);
  if (products === items * items) return null;
  // Both fractions times items², so that whole numbers stay whole until the one division.
  return (items * agreeing - products) / (items * items - products);
}
