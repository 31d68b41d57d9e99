import type { DuckDBConnection } from "@duckdb/node-api";
import { literal } from "../../parquet/sql-text.ts";
import type { Cube } from "./cube.ts";
import { nowhere } from "./story-cells.ts";

/** Marks of which a counted table has the stories by corpus and scope, counted as the explorer counts them. */
export const countedMarks = ["map_unit", "language", "quarter", "topic"] as const;
export type CountedMark = (typeof countedMarks)[number];

/** Parquet files of the counted tables; a study may lack any. */
export type CountedTables = Readonly<Partial<Record<CountedMark, string>>>;

/** By mark, corpus, scope and value: published stories, null where the table withholds them. */
export type PublishedCounts = ReadonlyMap<
  CountedMark,
  ReadonlyMap<string, ReadonlyMap<string, number | null>>
>;

/** The text of a corpus and scope in {@link PublishedCounts}. */
export function pairOf(corpus: string, scope: string): string {
  return JSON.stringify([corpus, scope]);
}

/** A quarter is published where all its months are. */
const VALUES: Readonly<Record<CountedMark, string>> = {
  map_unit: "map_unit",
  language: "language",
  quarter: "year(month) || '-Q' || quarter(month)",
  topic: "topic",
};

/** Reads what the counted tables say of one mark at a time: after disclosure control, so nothing here is new to a reader. */
export async function publishedCounts(
  connection: DuckDBConnection,
  tables: CountedTables,
): Promise<PublishedCounts> {
  const found = new Map<CountedMark, Map<string, Map<string, number | null>>>();
  for (const mark of countedMarks) {
    const file = tables[mark];
    if (file === undefined) continue;
    const answer = await connection.runAndReadAll(`
      select corpus, scope, ${VALUES[mark]} as value, if(count(*) = count(stories), sum(stories), null)::integer as stories
      from read_parquet(${literal(file)})
      group by all
      order by all`);
    const pairs = new Map<string, Map<string, number | null>>();
    for (const [corpus, scope, value, stories] of answer.getRowsJson()) {
      const pair = pairOf(String(corpus), String(scope));
      const values = pairs.get(pair) ?? new Map<string, number | null>();
      values.set(String(value), stories == null ? null : Number(stories));
      pairs.set(pair, values);
    }
    found.set(mark, pairs);
  }
  return found;
}

/** The values of each mark, in the order of their codes. */
export type Dimensions = Readonly<Record<CountedMark | "corpus" | "scope", readonly string[]>>;

/**
 * For each mark, corpus and scope the published stories by value: null where a value is withheld, and in place of a list
 * where none may be used; an empty list where the corpus and scope has no stories. None is used where it would tell, less
 * the stories whose mark the cells keep, a number above 0 and below `threshold`.
 */
export function wholeCounts(
  published: PublishedCounts,
  cube: Cube,
  dimensions: Dimensions,
  threshold: number,
): Partial<Record<CountedMark, ((number | null)[] | null)[][]>> {
  return Object.fromEntries(
    [...published].map(([mark, pairs]) => [
      mark,
      dimensions.corpus.map((corpus) =>
        dimensions.scope.map((scope) => {
          const cells = cube.cells.filter((cell) => cell.corpus === corpus && cell.scope === scope);
          if (cells.length === 0) return cube.left_out === 0 ? [] : null;
          const values = pairs.get(pairOf(corpus, scope));
          return values === undefined ? null : counted(mark, values, cells, dimensions[mark], threshold);
        }),
      ),
    ]),
  );
}

function counted(
  mark: CountedMark,
  published: ReadonlyMap<string, number | null>,
  cells: Cube["cells"],
  values: readonly string[],
  threshold: number,
): (number | null)[] | null {
  const isSmall = (count: number) => count > 0 && count < threshold;
  const total = sumOf(cells);
  const inCells = values.map((value) =>
    sumOf(cells.filter((cell) => (mark === "topic" ? cell.topics?.includes(value) : cell[mark] === value))),
  );
  const counts = values.map((value) => {
    if (mark === "map_unit" && value === nowhere) return null;
    return published.has(value) ? published.get(value)! : 0;
  });
  const rest = values.indexOf(nowhere);
  if (mark === "map_unit" && rest !== -1 && counts.every((count, at) => at === rest || count !== null))
    counts[rest] = total - counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const hidden = counts.map((count, at) => (count ?? inCells[at]!) - inCells[at]!);
  const unseen =
    mark === "topic"
      ? 0
      : total - counts.reduce<number>((sum, count, at) => sum + (count ?? inCells[at]!), 0);
  const isSafe = ![...hidden, unseen, ...counts.map((count) => count ?? 0)].some(
    (count) => count < 0 || isSmall(count),
  );
  return isSafe ? counts : null;
}

function sumOf(cells: Cube["cells"]): number {
  return cells.reduce((sum, { stories }) => sum + stories, 0);
}
