import { CaptureError } from "./capture-error.ts";

/** Zones change their clocks on quarter hours of UTC (since 1972), so an offset holds for a whole quarter. */
const QUARTER = 15 * 60_000;
const DAY = 86_400_000;

/** A wall clock reading: month and day from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/**
 * One time zone's clocks, by the IANA database that Node carries. Offsets are cached by UTC day, and by quarter
 * hour on the days at whose ends they differ: no zone has changed its clocks and back within a day.
 */
export class Zone {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  /** Throws `CaptureError` if `name` is no IANA zone. */
  constructor(readonly name: string) {
    try {
      this.#format = new Intl.DateTimeFormat("en-US", {
        timeZone: name,
        hourCycle: "h23",
        era: "short",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        second: "numeric",
      });
    } catch {
      throw new CaptureError(`found the time zone "${name}", expected an IANA name such as Asia/Tokyo`);
    }
  }

  /** Local time less UTC at the instant `time`, both in milliseconds. */
  offset(time: number): number {
    const day = Math.floor(time / DAY) * DAY;
    const offset = this.#cached(day);
    return this.#cached(day + DAY) === offset ? offset : this.#cached(Math.floor(time / QUARTER) * QUARTER);
  }

  #cached(time: number): number {
    let offset = this.#offsets.get(time);
    if (offset === undefined) {
      offset = this.#offsetAt(time);
      this.#offsets.set(time, offset);
    }
    return offset;
  }

  #offsetAt(time: number): number {
    const parts: Record<string, string> = {};
    for (const { type, value } of this.#format.formatToParts(time)) parts[type] = value;
    const year = parts.era === "BC" ? 1 - Number(parts.year) : Number(parts.year);
    const local = new Date(0);
    local.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
    local.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
    return local.getTime() - time;
  }

  /**
   * The instant at which the zone's clocks show `wall`, in milliseconds since 1970 UTC. An hour that the clocks
   * show twice is taken the first time; one that they skip is taken as much later as they skip.
   */
  toInstant(wall: WallTime): number {
    const local = utcOf(wall);
    const before = this.offset(local - DAY);
    const after = this.offset(local + DAY);
    const early = local - Math.max(before, after);
    const late = local - Math.min(before, after);
    if (this.offset(early) === local - early) return early;
    if (this.offset(late) === local - late) return late;
    return local - before;
  }
}

/** The instant at which a clock in UTC shows `wall`. */
export function utcOf(wall: WallTime): number {
  const date = new Date(0);
  date.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  date.setUTCHours(wall.hour, wall.minute, wall.second, wall.millisecond);
  return date.getTime();
}

/** True where the calendar and the clock have such a reading; a leap second counts as the next. */
export function isWallTime(wall: WallTime): boolean {
  if (wall.month < 1 || wall.month > 12 || wall.day < 1 || wall.day > 31) return false;
  if (wall.hour > 23 || wall.minute > 59 || wall.second > 60) return false;
  return new Date(Date.UTC(2000, wall.month - 1, wall.day)).getUTCDate() === wall.day
    ? wall.month !== 2 || wall.day < 29 || isLeap(wall.year)
    : false;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
