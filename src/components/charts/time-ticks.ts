import { utcMonth } from "d3";
import type { WordContext } from "./chart.ts";
import { dateIn } from "./in-locale.ts";

/** A tick on a time axis; a text of two lines names the year too. */
export interface TimeTick {
  readonly date: Date;
  readonly text: string;
}

/** Room that a tick's text takes, px. */
const room = 42;

/**
 * Ticks on the first days of months, as many as fit into `width` px: each month, quarter, half year or year.
 * The first tick and each January name their year.
 */
export function timeTicks(dates: readonly Date[], width: number, context: WordContext): TimeTick[] {
  const times = dates.map((date) => date.getTime());
  const [from, to] = [Math.min(...times), Math.max(...times)];
  if (times.length === 0) return [];
  const months = utcMonth.range(utcMonth.ceil(new Date(from)), new Date(to + 1));
  const every = [1, 3, 6, 12].find(
    (step) => months.filter((date) => date.getUTCMonth() % step === 0).length * room <= width,
  );
  const ticks = months.filter((date) => date.getUTCMonth() % (every ?? 12) === 0);
  const language = context.language ?? "en";
  return ticks.map((date, index) => {
    const month = dateIn(language, date, { month: "short" });
    const year = index === 0 || date.getUTCMonth() === 0 ? `\n${date.getUTCFullYear()}` : "";
    return { date, text: `${month}${year}` };
  });
}
