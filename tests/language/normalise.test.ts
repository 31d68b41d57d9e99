import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "../../loaders/language/normalise.ts";
import { processorTime } from "../processor-time.ts";

const cases: [name: string, given: string, expected: string][] = [
  ["composes и and breve to й", "и\u0306", "й"],
  ["drops soft hyphens", "инклю\u00adзия", "инклюзия"],
  [
    "drops zero-width space, non-joiner, word joiner, byte order mark",
    "\ufeffа\u200bб\u200cв\u2060г",
    "абвг",
  ],
  ["drops bidi controls", "\u202bтекст\u202c \u2067а\u2069\u200f", "текст а"],
  ["drops control characters", "а\u0000б\u0007", "аб"],
  ["keeps the joiner of an emoji family", "👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"],
  [
    "keeps the joiner after a skin tone and a variation selector",
    "👩🏽\u200d🏫 🏳\ufe0f\u200d🌈",
    "👩🏽\u200d🏫 🏳\ufe0f\u200d🌈",
  ],
  ["drops a joiner between letters, and after an emoji", "а\u200dб 👧\u200d", "аб 👧"],
  ["turns CRLF, CR and line separators to LF", "а\r\nб\rв\u2028г", "а\nб\nв\nг"],
  ["runs of spaces, tabs and no-break spaces become one", "а \t\u00a0\u202f б", "а б"],
  ["trims lines and the text", "  а  \n  б\t\n", "а\nб"],
  ["keeps at most one blank line", "а\n\n \n\nб", "а\n\nб"],
  ["a lone surrogate becomes U+FFFD", "а\ud800б", "а\ufffdб"],
  ["marks that meet when an invisible character goes are composed", "е\u200b\u0308", "ё"],
  ["nothing but white space becomes nothing", " \n\t\n ", ""],
];

const nasty = fc.string({
  unit: fc.constantFrom(
    ..."аёи \n\r\t\u0306\u0308\u0338\u200d\u200b\u00ad\ufe0f↔👩🏽",
    "👩",
    "🏽",
    "🇰",
    "\ud83d",
    "\u00a0",
    "\u2028",
    "1",
    "\u20e3",
  ),
  maxLength: 40,
});

describe("normalise", () => {
  it.each(cases)("%s", (_name, given, expected) => {
    expect(normalise(given)).toBe(expected);
  });

  it("normalising twice equals normalising once", () => {
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: "binary" })), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ["joiners", "\u200d"],
    ["joiners after emoji", "👩\u200d"],
    ["blank lines", " \n"],
    ["spaces", " "],
    ["combining marks after joiners", "↔\u200d↔\u200d\u0338"],
  ])("does not slow down on a megabyte of %s", (_name, unit) => {
    const run = (length: number) => time(() => normalise(unit.repeat(length / unit.length)));
    run(10_000);
    // Ten times the length: 100 would be quadratic. The better of two, as another process may hold the core for one.
    const small = Math.max(run(100_000), 5);
    const large = Math.min(run(1_000_000), run(1_000_000));
    expect(large).toBeLessThan(small * 25);
  });
});

function time(run: () => void): number {
  const begun = processorTime();
  run();
  return processorTime() - begun;
}
