import type { Codes } from "./codes.ts";

/**
 * Per cent agreement as a proportion: of all pairs of coders who both coded an item, those who gave it the same
 * code. With two coders it is the share of items with equal codes. Null where no item has two codes.
 */
export function perCentAgreement(codes: Codes): number | null {
  let agreeing = 0;
  let pairs = 0;
  for (const item of codes) {
    const given = item.filter((code) => code !== null);
    for (let i = 0; i < given.length; i++) {
      for (let j = i + 1; j < given.length; j++) {
        pairs += 1;
        if (given[i] === given[j]) agreeing += 1;
      }
    }
  }
  return pairs === 0 ? null : agreeing / pairs;
}
