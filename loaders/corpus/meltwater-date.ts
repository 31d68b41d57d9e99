import type { DateReader } from "./strptime.ts";
import { strptime } from "./strptime.ts";
import { readIsoDate } from "./written-date.ts";
import type { Zone } from "./zoned-time.ts";

const PATTERNS = [
  "%d-%b-%Y %I:%M%p",
  "%d-%b-%Y %I:%M %p",
  "%d-%b-%Y %I:%M:%S%p",
  "%d-%b-%Y %H:%M",
  "%d-%b-%Y %H:%M:%S",
  "%d-%b-%Y",
  "%d %b %Y %H:%M",
  "%d %b %Y %I:%M%p",
  "%d %b %Y",
  "%b %d, %Y %I:%M %p",
  "%b %d, %Y %I:%M%p",
  "%b %d, %Y",
  "%d.%m.%Y %H:%M",
  "%d.%m.%Y %H:%M:%S",
  "%d.%m.%Y",
];

/**
 * Reads a date in the forms that Meltwater writes: `31-May-2023 11:05PM`, `2023-05-31 23:05`, `31.05.2023 23:05`
 * and their like, in the clock of `zone`. Dates with slashes are not among them: see `isSlashed`.
 */
export function meltwaterDate(zone: Zone): DateReader {
  const readers = PATTERNS.map((pattern) => strptime(pattern, zone));
  let latest = 0;
  return (text) => {
    const iso = readIsoDate(text, zone);
    if (iso !== undefined) return iso;
    for (let tried = 0; tried < readers.length; tried += 1) {
      const index = (latest + tried) % readers.length;
      const time = readers[index]!(text);
      if (time !== undefined) {
        latest = index;
        return time;
      }
    }
    return undefined;
  };
}

/** A date such as 05/06/2023, which is 5 June or 6 May by the exporter's settings: nobody can tell from it. */
export function isSlashed(text: string): boolean {
  return /^\d{1,2}\/\d{1,2}\/\d{2,4}(?!\d)/u.test(text);
}
