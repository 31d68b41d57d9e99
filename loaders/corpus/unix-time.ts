import { plausible } from "./written-date.ts";

/** Seconds since 1970 UTC, as a number or in digits, in milliseconds; undefined where that is no plausible time. */
export function unixSeconds(value: unknown): number | undefined {
  const seconds =
    typeof value === "string" && /^\d{1,12}(?:\.\d{1,9})?$/u.test(value) ? Number(value) : value;
  if (typeof seconds !== "number" || !Number.isFinite(seconds)) return undefined;
  return plausible(Math.floor(seconds * 1000));
}
