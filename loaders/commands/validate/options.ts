import { posix } from "node:path";
import type { Layout } from "../../study/layout.ts";
import { type OptionValues, text, UsageError } from "../command.ts";

/** Where samples, sheets and disagreements are: people's texts, so below `derived/`. */
export const folderOf = (layout: Layout) => posix.join(layout.derived, "validation");

/** The whole number that an option gives, or the preset. Throws a `UsageError` for anything else. */
export function wholeNumber(values: OptionValues, name: string, preset: number, least: number): number {
  const written = text(values, name);
  if (written === undefined) return preset;
  const number = Number(written);
  if (!/^\d+$/.test(written) || !Number.isSafeInteger(number) || number < least) {
    throw new UsageError(`validate: found --${name} ${written}, expected a whole number from ${least}`);
  }
  return number;
}
