import { foldMarks, monthOf } from "./month-words.ts";
import { instantOf, plausible, readIsoDate, readRfc822Date, wallTime } from "./written-date.ts";
import type { WallTime, Zone } from "./zoned-time.ts";

/** A date found in a text. */
export interface FoundDate {
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  /** False where the text gives the day alone. */
  readonly hasClock: boolean;
  /** Where it stands in the folded text, and how many characters it takes. */
  readonly start: number;
  readonly length: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Longest text searched, in UTF-16 units: a line with a date, not a page. */
const MAX_LENGTH = 400;

const DAY_MONTH =
  /(?<![\d.:/-])(?<day>\d{1,2})(?:\s?-?(?:го|ое|е|st|nd|rd|th|шы|ші|сы|сі))?[\s.,/-]{1,3}(?<month>\p{L}{3,14})\.?(?:[\s.,/-]{1,3}(?<year>(?:19|20)\d{2})(?!\d))?/gu;
const MONTH_DAY =
  /(?<!\p{L})(?<month>\p{L}{3,9})\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?<year>(?:19|20)\d{2})(?!\d)/gu;
const YEAR_DAY =
  /(?<!\d)(?<year>(?:19|20)\d{2})\s?(?:жыл\p{L}{0,4}|ж|jyl\p{L}{0,4}|j|г)?\.?,?\s(?:г\.\s)?(?<day>\d{1,2})[\s-]{1,2}(?:(?:шы|ші)\s)?(?<month>\p{L}{3,14})/gu;
const NUMBERS =
  /(?<![\d.:])(?<day>\d{1,2})(?<mark>[./-])(?<month>\d{1,2})\k<mark>(?<year>(?:19|20)\d{2}|\d{2})(?![\d])/gu;
const YEAR_FIRST = /(?<!\d)(?<year>(?:19|20)\d{2})[./-](?<month>\d{1,2})[./-](?<day>\d{1,2})(?!\d)/gu;
const ISO = /(?<!\d)\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?/gu;
/** Without one of these there is no relative date. */
const ANY_RELATIVE =
  /сегодня|вчера|бүгін|бугін|b[uy]gin|today|алдыңғы|aldyngy|кеше|keshe|kese|yesterday|назад|бұрын|ago|b[uy]ryn/u;
/** Without one of these there is no other date: a day beside a month's name or number. */
const ANY_ABSOLUTE = /\d[\s.,/-]{1,3}(?:\p{L}|\d)|\d\p{L}|\p{L}\.?\s\d/u;
/** Days from today. */
const RELATIVE: [RegExp, number][] = [
  [/(?<!\p{L})(?:сегодня|бүгін|бугін|bugin|bygin|today)(?!\p{L})/gu, 0],
  [/(?<!\p{L})(?:позавчера|алдыңғы\sкүні|aldyngy\s?k[uy]ni)(?!\p{L})/gu, -2],
  [/(?<!\p{L})(?:вчера|кеше|keshe|kese|yesterday)(?!\p{L})/gu, -1],
];
const AGO =
  /(?<!\d)(?:(?<count>\d{1,3})\s)?(?<unit>сек|мин|час|дн|день|дня|недел|sec|min|hour|day|week|сағат|күн|апта|sagat|k[uy]n|apta)\p{L}{0,6}\.?\s(?:назад|бұрын|ago|buryn|byryn)(?!\p{L})/gu;
const UNITS: [RegExp, number][] = [
  [/^(?:сек|sec)/u, 1000],
  [/^(?:мин|min)/u, MINUTE],
  [/^(?:час|hour|сағат|sagat)/u, HOUR],
  [/^(?:нед|week|апта|apta)/u, 7 * DAY],
  [/^/u, DAY],
];
const CLOCK_AFTER =
  /^[\s,.|·•–—-]{0,5}(?:(?:г|года|ж|j|жыл\p{L}{0,4}|jyl\p{L}{0,4})\.?[\s,|·•–—-]{1,4})?(?:(?:в|at|сағат|sagat)\s)?(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?(?!\d)\s?(?<half>[ap]\.?m)?/u;
const CLOCK_BEFORE = /(?<!\d)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?\s?[,.|·•–—-]?\s{0,2}$/u;
const OFFSET =
  /^\s?[|(,]?\s?(?:(?:gmt|utc)\s?(?<offset>[+-]\s?\d{1,2}(?::?\d{2})?)|(?<iso>[+-]\d{2}:\d{2})|(?<zero>gmt|utc)|(?<moscow>мск|msk))/u;

/**
 * Reads a date in any form that is known here: ISO 8601, RFC 822, or `findDate`'s. Milliseconds since 1970 UTC.
 * A clock without an offset is `zone`'s.
 */
export function readDate(text: string, zone: Zone, capturedAt?: number): number | undefined {
  const written = text.trim();
  return readIsoDate(written, zone) ?? readRfc822Date(written) ?? findDate(written, zone, capturedAt)?.time;
}

/**
 * The first date in a line of text: days and months by name (English, Russian, Kazakh in Cyrillic and Latin),
 * `31.05.2023`, `2023-05-31`, "today", "yesterday", "3 hours ago"; with its clock before or after, and the
 * offset behind that (`GMT +5`). Relative words and days without a year are told by `capturedAt`, in
 * milliseconds since 1970 UTC, and are no dates without it. Slashes are read only where one number is above 12.
 */
export function findDate(text: string, zone: Zone, capturedAt?: number): FoundDate | undefined {
  const line = foldMarks(text.slice(0, MAX_LENGTH)).replace(/\s+/gu, " ");
  const found = [...absoluteDates(line, zone, capturedAt), ...relativeDates(line, zone, capturedAt)];
  return found.sort((one, other) => one.start - other.start || other.length - one.length)[0];
}

interface DayFound {
  readonly start: number;
  readonly end: number;
  readonly day: { readonly year: number; readonly month: number; readonly day: number };
}

function absoluteDates(line: string, zone: Zone, capturedAt: number | undefined): FoundDate[] {
  const found: FoundDate[] = [];
  if (!ANY_ABSOLUTE.test(line)) return found;
  for (const match of line.matchAll(ISO)) {
    const time = readIsoDate(match[0].toUpperCase(), zone);
    if (time !== undefined) found.push({ time, hasClock: true, start: match.index, length: match[0].length });
  }
  for (const pattern of [DAY_MONTH, MONTH_DAY, YEAR_DAY, NUMBERS, YEAR_FIRST]) {
    for (const match of line.matchAll(pattern)) {
      const groups = match.groups!;
      const month = /^\d/u.test(groups.month!) ? Number(groups.month) : monthOf(groups.month!);
      const day = Number(groups.day);
      if (month === undefined || (groups.mark === "/" && (day <= 12 || groups.year!.length === 2))) continue;
      const span = { start: match.index, end: match.index + match[0].length };
      const year = yearOf(groups.year, month, day, zone, capturedAt);
      if (year === undefined) continue;
      const date = withClock(line, { ...span, day: { year, month, day } }, zone);
      if (date !== undefined) found.push(date);
    }
  }
  return found;
}

/** The year as written, or the latest in which the day is not after the capture. */
function yearOf(
  written: string | undefined,
  month: number,
  day: number,
  zone: Zone,
  capturedAt: number | undefined,
): number | undefined {
  if (written !== undefined) return Number(written) + (written.length === 2 ? 2000 : 0);
  if (capturedAt === undefined) return undefined;
  const today = localDay(capturedAt, zone);
  return month > today.month || (month === today.month && day > today.day) ? today.year - 1 : today.year;
}

function relativeDates(line: string, zone: Zone, capturedAt: number | undefined): FoundDate[] {
  if (capturedAt === undefined || !ANY_RELATIVE.test(line)) return [];
  const found: FoundDate[] = [];
  for (const [pattern, days] of RELATIVE) {
    for (const match of line.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const today = localDay(capturedAt, zone);
      const shifted = new Date(Date.UTC(today.year, today.month - 1, today.day + days));
      const day = {
        year: shifted.getUTCFullYear(),
        month: shifted.getUTCMonth() + 1,
        day: shifted.getUTCDate(),
      };
      const date = withClock(line, { ...span, day }, zone);
      if (date !== undefined) found.push(date);
    }
  }
  for (const match of line.matchAll(AGO)) {
    const { count = "1", unit = "" } = match.groups!;
    const size = UNITS.find(([pattern]) => pattern.test(unit))![1];
    const time = plausible(capturedAt - Number(count) * size);
    if (time !== undefined)
      found.push({ time, hasClock: size < DAY, start: match.index, length: match[0].length });
  }
  return found;
}

/** A day with the clock that stands behind or before it, and the offset behind that. */
function withClock(line: string, found: DayFound, zone: Zone): FoundDate | undefined {
  const after = CLOCK_AFTER.exec(line.slice(found.end));
  const before = after === null ? CLOCK_BEFORE.exec(line.slice(0, found.start)) : null;
  const clock = (after ?? before)?.groups;
  const start = before === null ? found.start : before.index;
  const end = found.end + (after?.[0].length ?? 0);
  const { year, month, day } = found.day;
  if (clock === undefined) {
    const time = instantOf(wallTime(year, month, day, 0, 0, 0, 0), undefined, zone);
    return time === undefined ? undefined : { time, hasClock: false, start, length: end - start };
  }
  const offset = OFFSET.exec(line.slice(end));
  const wall = wallTime(year, month, day, hourOf(clock), clock.minute, clock.second ?? 0, 0);
  const time = instantOf(wall, offsetOf(offset), zone);
  if (time === undefined) return undefined;
  return { time, hasClock: true, start, length: end + (offset?.[0].length ?? 0) - start };
}

function hourOf(clock: Record<string, string | undefined>): number {
  const hour = Number(clock.hour);
  if (clock.half === undefined) return hour;
  return (hour % 12) + (clock.half.startsWith("p") ? 12 : 0);
}

/** As `+05:00`. */
function offsetOf(match: RegExpExecArray | null): string | undefined {
  if (match === null) return undefined;
  const { offset, iso, zero, moscow } = match.groups!;
  if (zero !== undefined) return "Z";
  if (moscow !== undefined) return "+03:00";
  const written = (iso ?? offset ?? "").replace(/\s/gu, "");
  const digits = written.slice(1).replace(":", "");
  const hours = digits.length > 2 ? digits.slice(0, -2) : digits;
  return `${written[0]}${hours.padStart(2, "0")}:${digits.length > 2 ? digits.slice(-2) : "00"}`;
}

function localDay(time: number, zone: Zone): Pick<WallTime, "year" | "month" | "day"> {
  const local = new Date(time + zone.offset(time));
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}
