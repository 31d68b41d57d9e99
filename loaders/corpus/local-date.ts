import type { Zone } from "./zoned-time.ts";

const DAY = 86_400_000;

/** The calendar day in `zone` at an instant (milliseconds since 1970 UTC), as days since 1970-01-01. */
export function localDay(time: number, zone: Zone): number {
  return Math.floor((time + zone.offset(time)) / DAY);
}

/** The same as an ISO date. */
export function localDate(time: number, zone: Zone): string {
  return new Date(localDay(time, zone) * DAY).toISOString().slice(0, 10);
}
