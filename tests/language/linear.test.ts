import { describe, expect, it } from "vitest";
import { identifyLanguage } from "../../loaders/language/identify.ts";
import { repairScripts } from "../../loaders/language/script-repair.ts";
import { sentences } from "../../loaders/language/sentences.ts";
import { cyrillicForms } from "../../loaders/language/transliterate.ts";
import { processorTime } from "../processor-time.ts";

const units = [
  ..."абіқAaqy.!…« \nД",
  ...[
    "аб",
    "аі",
    "бі",
    "ba",
    "aбa ",
    "г. ",
    "А.",
    ". ",
    "!? ",
    "ab ",
    "qa",
    "sh",
    "а а ",
    "мaмa",
    "ии",
    "...»",
    "\n.\n",
  ],
];

/** Milliseconds over units repeated to a length. */
function time(run: (text: string) => unknown, unit: string, length: number): number {
  const text = unit.repeat(Math.ceil(length / unit.length));
  const begun = processorTime();
  run(text);
  return processorTime() - begun;
}

describe.each([
  ["identifyLanguage", identifyLanguage],
  ["sentences", sentences],
  ["repairScripts", repairScripts],
  ["cyrillicForms", cyrillicForms],
] as const)("%s", (_, run) => {
  it.each(units)("a megabyte of %j takes no more than linear time", (unit) => {
    time(run, unit, 20_000);
    const short = Math.max(time(run, unit, 125_000), 4);
    // The better of two: another process may hold the core for one.
    const long = Math.min(time(run, unit, 1_000_000), time(run, unit, 1_000_000));
    expect(long).toBeLessThan(short * 40 + 200);
  });
});
