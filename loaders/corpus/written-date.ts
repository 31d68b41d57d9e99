import { isWallTime, utcOf, type WallTime, type Zone } from "./zoned-time.ts";

/** No capture of public posts is older than this, and none comes from after it: beyond, a date is a mistake. */
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ]\s?(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/u;
const RFC_822 =
  /^(?:[A-Za-z]{3,9},?\s{1,3})?(\d{1,2})\s([A-Za-z]{3,9})\s(\d{2}|\d{4})\s(\d{1,2}):(\d{2})(?::(\d{2}))?\s([A-Za-z]{1,5}|[+-]\d{4})$/u;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** RFC 822 section 5.1, hours. */
const NAMED_ZONES: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

/**
 * Reads an ISO 8601 date or date and time, in milliseconds since 1970 UTC; undefined where it is none. Without
 * an offset the clock is `zone`'s; a date alone is its first moment there.
 */
export function readIsoDate(text: string, zone: Zone): number | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", offset] = match;
  const millisecond = Number(fraction.slice(0, 3).padEnd(3, "0"));
  return instantOf(wallTime(year, month, day, hour, minute, second, millisecond), offset, zone);
}

/** Reads a date of RFC 822 or 2822 (RSS, HTTP), in milliseconds since 1970 UTC; undefined where it is none. */
export function readRfc822Date(text: string): number | undefined {
  const match = RFC_822.exec(text);
  if (match === null) return undefined;
  const [, day, name = "", year = "", hour, minute, second = "0", zoneName = ""] = match;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const full = year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year);
  const named = NAMED_ZONES[zoneName.toLowerCase()];
  const minutes = /^[+-]/u.test(zoneName)
    ? offsetMinutes(zoneName)
    : named === undefined
      ? undefined
      : named * 60;
  const wall = wallTime(full, month, day, hour, minute, second, 0);
  if (minutes === undefined || !isWallTime(wall)) return undefined;
  return plausible(utcOf(wall) - minutes * 60_000);
}

/** The instant of a wall clock reading: by its written offset (`Z`, `+05:00`, `+0500`, `+05`), or by the zone. */
export function instantOf(wall: WallTime, offset: string | undefined, zone: Zone): number | undefined {
  if (!isWallTime(wall)) return undefined;
  return plausible(
    offset === undefined || offset === ""
      ? zone.toInstant(wall)
      : utcOf(wall) - offsetMinutes(offset) * 60_000,
  );
}

/** An instant between 1990 and 2100, or undefined. */
export function plausible(time: number): number | undefined {
  return time >= EARLIEST && time < LATEST ? time : undefined;
}

export function wallTime(
  year: string | number | undefined,
  month: string | number | undefined,
  day: string | number | undefined,
  hour: string | number | undefined,
  minute: string | number | undefined,
  second: string | number | undefined,
  millisecond: number,
): WallTime {
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond,
  };
}

function offsetMinutes(text: string): number {
  if (text === "Z" || text === "z") return 0;
  const digits = text.slice(1).replace(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4) || "0");
  return text.startsWith("-") ? -minutes : minutes;
}
