/** When posts appear. Local times are kept as milliseconds of a clock that ignores zones (UTC+6 on the wall). */
import { blackout, seasons, targets } from "./calibration.ts";
import type { Random } from "./prng.ts";

const day = 86_400_000;
/** Hours that Almaty time is ahead of UTC in the window (the clocks changed to +5 in 2024 only). */
const offset = 6 * 3_600_000;

/** ISO date of a local time. */
export function dayOf(local: number): string {
  return new Date(local).toISOString().slice(0, 10);
}

/** ISO time in UTC with offset, to the second, of a local time. */
export function utcOf(local: number): string {
  return `${new Date(local - offset).toISOString().slice(0, 19)}+00:00`;
}

/** ISO time with the local offset. */
export function zonedOf(local: number): string {
  return `${new Date(local).toISOString().slice(0, 19)}+06:00`;
}

/** Seconds since 1970 in UTC of a local time. */
export function unixOf(local: number): number {
  return Math.floor((local - offset) / 1000);
}

export function inWindow(local: number): boolean {
  const date = dayOf(local);
  return date >= targets.window.from && date <= targets.window.to;
}

const hours = [2, 1, 0, 0, 0, 1, 3, 6, 10, 14, 16, 15, 14, 14, 15, 15, 14, 13, 14, 15, 14, 12, 8, 4];

const first = Date.parse(`${targets.window.from}T00:00:00Z`);

/** How likely each day of the window is, up to a factor, from the first: trend, seasons, weekdays, the blackout. */
export function dayWeights(): number[] {
  const days = (Date.parse(`${targets.window.to}T00:00:00Z`) - first) / day + 1;
  return Array.from({ length: days }, (_, i) => {
    const date = new Date(first + i * day);
    const iso = dayOf(first + i * day);
    const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    let weight =
      (1 + (targets.growth * i) / (days - 1)) * seasons[date.getUTCMonth()]! * (weekend ? 0.55 : 1);
    if (iso >= blackout.from && iso <= blackout.to) weight *= blackout.weight;
    return weight;
  });
}

/** A function that draws local times inside the window: by `dayWeights`, and hours. */
export function windowClock(random: Random): () => number {
  const cumulative: number[] = [];
  let sum = 0;
  for (const weight of dayWeights()) {
    sum += weight;
    cumulative.push(sum);
  }
  const days = cumulative.length;
  const hourSum = hours.reduce((a, b) => a + b, 0);
  return () => {
    const at = random.next() * sum;
    let low = 0;
    let high = days - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! > at) high = middle;
      else low = middle + 1;
    }
    let hour = 0;
    let left = random.next() * hourSum;
    while (left >= hours[hour]!) left -= hours[hour++]!;
    return first + low * day + hour * 3_600_000 + random.int(0, 3599) * 1000;
  };
}

/** A local time in the month before or the month after the window. */
export function outsideWindow(random: Random): number {
  const from = Date.parse(`${targets.window.from}T00:00:00Z`);
  const to = Date.parse(`${targets.window.to}T00:00:00Z`) + day;
  const away = random.int(3600, 28 * 86_400) * 1000;
  return random.chance(0.5) ? from - away : to + away;
}
