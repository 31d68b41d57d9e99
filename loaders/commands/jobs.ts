import { availableParallelism } from "node:os";
import { type OptionValues, text, UsageError } from "./command.ts";

export const jobsOption = { jobs: { type: "string" } } as const;

export const jobsHelp = `  --jobs N       run up to N steps at a time (default: the number of cores, at most 4); 1: one after another`;

/** Each job holds memory of its own, so that many cores are no reason for many jobs. */
const mostByDefault = 4;

/** How many steps may run at a time. Throws a `UsageError` for what is no whole number from 1. */
export function jobsOf(values: OptionValues): number {
  const asked = text(values, "jobs");
  if (asked === undefined) return defaultJobs();
  if (/^[1-9]\d{0,2}$/.test(asked)) return Number(asked);
  throw new UsageError(`found --jobs ${asked}, expected a whole number from 1 to 999`);
}

/** The number of cores, at most four. */
export function defaultJobs(): number {
  return Math.min(availableParallelism(), mostByDefault);
}
