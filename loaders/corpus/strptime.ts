import { CaptureError } from "./capture-error.ts";
import { instantOf, plausible, wallTime } from "./written-date.ts";
import type { Zone } from "./zoned-time.ts";

/** Reads a written date: milliseconds since 1970 UTC, or undefined where the text does not fit the pattern. */
export type DateReader = (text: string) => number | undefined;

/** Languages whose month names `%B` and `%b` know. */
const MONTH_LANGUAGES = ["en", "ru", "kk"];

const DIRECTIVES: Record<string, string> = {
  Y: "(?<year>\\d{4})",
  y: "(?<shortYear>\\d{2})",
  m: "(?<month>\\d{1,2})",
  d: "(?<day>\\d{1,2})",
  e: "\\s?(?<day>\\d{1,2})",
  H: "(?<hour>\\d{1,2})",
  k: "\\s?(?<hour>\\d{1,2})",
  I: "(?<hour12>\\d{1,2})",
  l: "\\s?(?<hour12>\\d{1,2})",
  M: "(?<minute>\\d{2})",
  S: "(?<second>\\d{2})",
  f: "(?<fraction>\\d{1,9})",
  p: "(?<half>[AaPp])\\.?[Mm]\\.?",
  z: "(?<offset>Z|[+-]\\d{2}:?\\d{2})",
  B: "(?<monthName>\\p{L}{3,12})\\.?",
  b: "(?<monthName>\\p{L}{3,12})\\.?",
  A: "\\p{L}{2,14}",
  a: "\\p{L}{2,14}\\.?",
  s: "(?<unix>\\d{1,11})",
  "%": "%",
};
const COMPOSITES: Record<string, string> = { F: "%Y-%m-%d", T: "%H:%M:%S", R: "%H:%M", D: "%m/%d/%y" };

/**
 * A reader for dates written by a strptime pattern (`%d.%m.%Y %H:%M`). Known: %Y %y %m %d %e %H %k %I %l %M %S
 * %f %p %z %B %b %A %a %s %F %T %R %D %%; month names in English, Russian and Kazakh; white space fits any white
 * space. Without `%z` the clock is `zone`'s. Throws `CaptureError` on a directive that is not known, or a
 * pattern without a whole date.
 */
export function strptime(pattern: string, zone: Zone): DateReader {
  const expression = expressionOf(pattern);
  return (text) => {
    const groups = text.length > 100 ? undefined : expression.exec(text.trim())?.groups;
    if (groups === undefined) return undefined;
    if (groups.unix !== undefined) return plausible(Number(groups.unix) * 1000);
    const month = groups.month ?? monthNumber(groups.monthName ?? "");
    const wall = wallTime(
      groups.year ?? fullYear(Number(groups.shortYear)),
      month,
      groups.day,
      hourOf(groups),
      groups.minute ?? 0,
      groups.second ?? 0,
      Number((groups.fraction ?? "").slice(0, 3).padEnd(3, "0")),
    );
    return instantOf(wall, groups.offset, zone);
  };
}

function expressionOf(pattern: string): RegExp {
  const expanded = pattern.replace(/%([FTRD])/gu, (_, letter: string) => COMPOSITES[letter]!);
  const fail = (found: string): never => {
    throw new CaptureError(
      `date format "${pattern}": found ${found}, expected a strptime pattern such as %d.%m.%Y %H:%M, ` +
        "iso, unix-seconds or unix-milliseconds",
    );
  };
  const seen = new Set<string>();
  let source = "";
  for (let index = 0; index < expanded.length; index += 1) {
    const character = expanded[index]!;
    if (/\s/u.test(character)) {
      if (!source.endsWith("\\s+")) source += "\\s+";
      continue;
    }
    if (character !== "%") {
      source += character.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
      continue;
    }
    index += expanded[index + 1] === "-" ? 2 : 1;
    const letter = expanded[index] ?? "";
    const directive = DIRECTIVES[letter] ?? fail(`the directive %${letter}`);
    const name = /\?<(\w+)>/u.exec(directive)?.[1];
    if (name !== undefined && seen.has(name)) fail(`%${letter} where that part of the date is read already`);
    if (name !== undefined) seen.add(name);
    source += directive;
  }
  const has = (...names: string[]) => names.some((name) => seen.has(name));
  if (!has("unix") && !(has("year", "shortYear") && has("month", "monthName") && has("day"))) {
    fail("no whole date (year, month and day)");
  }
  if (has("hour12") && !has("half")) fail("%I without %p");
  return new RegExp(`^${source}$`, "u");
}

function hourOf(groups: Record<string, string | undefined>): number {
  if (groups.hour12 === undefined) return Number(groups.hour ?? 0);
  const hour = Number(groups.hour12);
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (groups.half!.toLowerCase() === "p" ? 12 : 0);
}

/** POSIX: 69 to 99 are of the 1900s, 00 to 68 of the 2000s. */
function fullYear(short: number): number {
  return short + (short < 69 ? 2000 : 1900);
}

/** The number of a month by its name or its first letters; NaN where no month is called so. */
function monthNumber(name: string): number {
  const key = name.toLowerCase();
  return monthNames().get(key) ?? monthNames().get(key.slice(0, 3)) ?? Number.NaN;
}

let names: Map<string, number> | undefined;

function monthNames(): Map<string, number> {
  if (names !== undefined) return names;
  names = new Map();
  for (const language of MONTH_LANGUAGES) {
    const forms: Intl.DateTimeFormatOptions[] = [
      { month: "long" },
      { month: "long", day: "numeric" },
      { month: "short" },
    ];
    for (const options of forms) {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
      for (let month = 1; month <= 12; month += 1) {
        const part = format.formatToParts(Date.UTC(2001, month - 1, 5)).find(({ type }) => type === "month");
        const name = part?.value.toLowerCase().replace(".", "") ?? "";
        if (!names.has(name)) names.set(name, month);
      }
    }
  }
  return names;
}
