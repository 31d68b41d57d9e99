import type { Codes } from "./codes.ts";

/**
 * Krippendorff's alpha for nominal codes, any number of coders, missing codes allowed: α = 1 − Dₒ / Dₑ from the
 * coincidence matrix. Krippendorff (2011), "Computing Krippendorff's alpha-reliability", section C; Hayes and
 * Krippendorff (2007), "Answering the call for a standard reliability measure for coding data", Communication
 * Methods and Measures 1(1), p. 77-89. Items with fewer than two codes can't be paired and are set aside. Null
 * where nothing can be paired or only one code was ever used (Dₑ = 0).
 */
export function krippendorffAlpha(codes: Codes): number | null {
  const totals = new Map<string, number>();
  let pairable = 0;
  let disagreeing = 0;
  for (const item of codes) {
    const counts = new Map<string, number>();
    let given = 0;
    for (const code of item) {
      if (code === null) continue;
      given += 1;
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    if (given < 2) continue;
    pairable += given;
    let differing = given * given;
    for (const [code, count] of counts) {
      totals.set(code, (totals.get(code) ?? 0) + count);
      differing -= count * count;
    }
    disagreeing += differing / (given - 1);
  }
  let expected = pairable * pairable;
  for (const count of totals.values()) expected -= count * count;
  return expected === 0 ? null : 1 - ((pairable - 1) * disagreeing) / expected;
}
