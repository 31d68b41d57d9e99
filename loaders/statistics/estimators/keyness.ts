import { z } from "zod";
import { type EstimatedRow, estimator } from "../estimator.ts";
import { benjaminiHochberg } from "../methods/adjusted-p.ts";
import { keyness } from "../methods/keyness.ts";
import { logRatio } from "../methods/log-ratio.ts";
import type { RowSet } from "../row-set.ts";

const parameters = z.strictObject({
  /** Column of what is compared, each value a family of tests of its own. */
  family: z.string().optional(),
  /** The same, with all tests in one family. */
  group: z.string().optional(),
  /** Parts whose words are given: those of the first, of the second, or of both. */
  sides: z
    .array(z.enum(["first", "second"]))
    .min(1)
    .default(["first", "second"]),
  /** Words of each comparison, language and part at most. */
  top: z.int().min(1),
  /** Adjusted p below which a word is given. */
  level: z.number().gt(0).max(1).default(0.05),
});
type Parameters = z.output<typeof parameters>;

/** Below this, log10 of an adjusted p is not told apart. */
const leastLog10 = -300;

interface Tested {
  readonly at: number;
  readonly comparison: string;
  readonly logRatio: number;
  readonly low: number;
  readonly high: number;
  readonly g2: number;
  readonly p: number;
}

/**
 * Words by how much more stories of one part hold them than stories of another: by stories, not by occurrences, so
 * that one long text makes no key word (Egbert & Biber 2019, "Incorporating text dispersion into keyword analyses",
 * Corpora 14(1), p. 77-104). G² with Williams' correction, log ratio with its interval, p adjusted by Benjamini and
 * Hochberg over the family. The statement gives a row a word: `language`, `word`, `surface`, `first` of `first_of`
 * stories, `second` of `second_of`, `dp`, and the column of `family` or `group`; all words that may be published, since
 * all are tested. Given are words below the level, those first whose interval stays farthest from 0.
 */
export default estimator({
  parameters,
  estimate(rows: RowSet, given: Parameters): EstimatedRow[] {
    const column = given.family ?? given.group;
    if (column === undefined || (given.family !== undefined && given.group !== undefined)) {
      throw new Error(`found ${column === undefined ? "neither" : "both"} of family and group, expected one`);
    }
    const [comparison, language] = [rows.texts(column), rows.texts("language")];
    const tested = testedWords(rows, comparison);
    const families = grouped(tested, (one) => (given.family === undefined ? "" : one.comparison));
    const shown = families.flatMap((family) => {
      const adjusted = benjaminiHochberg(family.map(({ p }) => p));
      const key = family
        .map((one, at) => ({ ...one, q: adjusted[at]!, tests: family.length }))
        .filter(({ q }) => q < given.level);
      return given.sides.flatMap((side) =>
        grouped(
          key.filter(({ logRatio }) => logRatio > 0 === (side === "first")),
          (one) => JSON.stringify([one.comparison, language[one.at]]),
        ).flatMap((words) =>
          words
            .sort((a, b) => distance(b) - distance(a) || a.at - b.at)
            .slice(0, given.top)
            .map((one) => ({ ...one, side })),
        ),
      );
    });
    const texts = { language, word: rows.texts("word"), surface: rows.texts("surface") };
    const numbers = {
      first: rows.numbers("first"),
      first_of: rows.numbers("first_of"),
      second: rows.numbers("second"),
      second_of: rows.numbers("second_of"),
      dp: rows.numbers("dp"),
    };
    return shown.map(({ at, side, logRatio, low, high, g2, q, tests }) => ({
      [column]: comparison[at]!,
      side,
      log_ratio: logRatio,
      low,
      high,
      g2,
      log10_q: q > 0 ? Math.max(leastLog10, Math.log10(q)) : leastLog10,
      tests,
      ...Object.fromEntries(Object.entries(texts).map(([name, values]) => [name, values[at]!])),
      ...Object.fromEntries(Object.entries(numbers).map(([name, values]) => [name, values[at]!])),
    }));
  },
});

/** How far the interval of the log ratio stays from 0; below 0 where it holds 0. */
function distance({ low, high }: Tested): number {
  return Math.max(low, -high);
}

function testedWords(rows: RowSet, comparison: readonly (string | null)[]): Tested[] {
  const [first, firstOf] = [rows.numbers("first"), rows.numbers("first_of")];
  const [second, secondOf] = [rows.numbers("second"), rows.numbers("second_of")];
  return Array.from(first, (_, at) => at).flatMap((at) => {
    const counts = [first[at]!, firstOf[at]!, second[at]!, secondOf[at]!] as const;
    const [test, ratio] = [keyness(...counts), logRatio(...counts)];
    if (test === null || ratio === null) return [];
    const { lower: low, upper: high } = ratio;
    return [{ at, comparison: comparison[at]!, logRatio: ratio.logRatio, low, high, g2: test.g2, p: test.p }];
  });
}

/** Lists of those with one key, in order of appearance. */
function grouped<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
