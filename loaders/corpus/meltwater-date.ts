import type { DateReader } from "./strptime.ts";
import { strptime } from "./strptime.ts";
import { readIsoDate } from "./written-date.ts";
import type { Zone } from "./zoned-time.ts";

/** Days as Meltwater has written them; `2023-05-31` is read apart. */
const DAYS = [
  "%d-%b-%Y",
  "%d-%b-%y",
  "%d %b %Y",
  "%b %d, %Y",
  "%b %d %Y",
  "%d.%m.%Y",
  "%Y/%m/%d",
  "%Y-%m-%d",
];
/** Clocks after a day, parted from it by white space. */
const CLOCKS = ["%I:%M%p", "%I:%M %p", "%I:%M:%S %p", "%I:%M:%S%p", "%H:%M", "%H:%M:%S"];

/**
 * Reads a date in the forms that Meltwater writes: `31-May-2023 11:05PM`, `31-May-23 11:05 PM`, `2023-05-31 23:05`,
 * `May 31, 2023 11:05 PM`, `31.05.2023 23:05` and their like, in the clock of `zone`; a day alone is its first
 * moment. Dates with slashes are not among them: see `isSlashed`.
 */
export function meltwaterDate(zone: Zone): DateReader {
  const patterns = DAYS.flatMap((day) => [...CLOCKS.map((clock) => `${day} ${clock}`), day]);
  const readers = patterns.map((pattern) => strptime(pattern, zone));
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

/**
 * The ways to read a row's date, the best first: with the clock of the Time column where the date has none; where
 * the date has slashes, the Alternate Date Format (`31-May-23`) with that clock.
 */
export function datesOf(date: string, time: string, alternate: string): string[] {
  const timed = time === "" ? [] : [`${date} ${time}`];
  const found = /\d:\d\d/u.test(date) ? [date] : [...timed, date];
  return isSlashed(date) && alternate !== "" && time !== "" ? [...found, `${alternate} ${time}`] : found;
}

/** A date such as 05/06/2023, which is 5 June or 6 May by the exporter's settings: nobody can tell from it. */
export function isSlashed(text: string): boolean {
  return /^\d{1,2}\/\d{1,2}\/\d{2,4}(?!\d)/u.test(text);
}
