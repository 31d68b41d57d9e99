import type { DuckDBConnection } from "@duckdb/node-api";
import { literal } from "../../parquet/sql-text.ts";
import { type Cell, type Cube, valuesOf } from "./cube.ts";
import { nowhere, quarterOf } from "./story-cells.ts";

/** Marks of which a counted table has the stories by corpus and scope, counted as the explorer counts them. */
export const countedMarks = ["map_unit", "language", "quarter", "topic"] as const;
export type CountedMark = (typeof countedMarks)[number];

/** Marks of which a counted table has the stories by corpus, scope and topic. */
export const topicMarks = ["map_unit", "quarter"] as const;
export type TopicMark = (typeof topicMarks)[number];

/** Parquet files of the counted tables; a study may lack any. */
export interface CountedTables {
  readonly alone: Readonly<Partial<Record<CountedMark, string>>>;
  readonly byTopic: Readonly<Partial<Record<TopicMark, string>>>;
}

/** By group (`groupOf`) and value: published stories, null where the table withholds them. */
type Groups = ReadonlyMap<string, ReadonlyMap<string, number | null>>;

export interface PublishedCounts {
  /** A group is a corpus and scope. */
  readonly alone: ReadonlyMap<CountedMark, Groups>;
  /** A group is a corpus, scope and topic. */
  readonly byTopic: ReadonlyMap<TopicMark, Groups>;
}

/** The text of a group in {@link PublishedCounts}. */
export function groupOf(...ids: readonly string[]): string {
  return JSON.stringify(ids);
}

/** A quarter is published where all its months are. */
const VALUES: Readonly<Record<CountedMark, string>> = {
  map_unit: "map_unit",
  language: "language",
  quarter: quarterOf("month"),
  topic: "topic",
};

/** Reads what the counted tables say: after disclosure control, so nothing here is new to a reader. */
export async function publishedCounts(
  connection: DuckDBConnection,
  { alone, byTopic }: CountedTables,
): Promise<PublishedCounts> {
  return {
    alone: await readAll(connection, alone, ["corpus", "scope"]),
    byTopic: await readAll(connection, byTopic, ["corpus", "scope", "topic"]),
  };
}

async function readAll<M extends CountedMark>(
  connection: DuckDBConnection,
  files: Readonly<Partial<Record<M, string>>>,
  group: readonly string[],
): Promise<ReadonlyMap<M, Groups>> {
  const found = new Map<M, Map<string, Map<string, number | null>>>();
  for (const [mark, file] of Object.entries(files) as [M, string][]) {
    const answer = await connection.runAndReadAll(`
      select ${group.join(", ")}, ${VALUES[mark]} as value, if(count(*) = count(stories), sum(stories), null)::integer as stories
      from read_parquet(${literal(file)})
      group by all
      order by all`);
    const groups = new Map<string, Map<string, number | null>>();
    for (const row of answer.getRowsJson()) {
      const [value, stories] = row.slice(group.length);
      const key = groupOf(...row.slice(0, group.length).map(String));
      const values = groups.get(key) ?? new Map<string, number | null>();
      values.set(String(value), stories == null ? null : Number(stories));
      groups.set(key, values);
    }
    found.set(mark, groups);
  }
  return found;
}

/** The values of each mark, in the order of their codes. */
export type Dimensions = Readonly<Record<CountedMark | "corpus" | "scope", readonly string[]>>;

/** Published stories by value: null where one is withheld. An empty list where there are no stories, null where none may be used. */
type Counts = (number | null)[] | null;

/** {@link PublishedCounts} by places of corpora, scopes and topics. */
export interface WholeCounts {
  readonly alone: Partial<Record<CountedMark, Counts[][]>>;
  readonly by_topic: Partial<Record<TopicMark, Counts[][][]>>;
}

/**
 * The published counts of each corpus and scope, by one mark and by topic and one mark. They are left out where they would
 * tell, less the stories whose marks the cells keep, a number above 0 and below `threshold`.
 */
export function wholeCounts(
  published: PublishedCounts,
  cube: Cube,
  dimensions: Dimensions,
  threshold: number,
): WholeCounts {
  const pairs = dimensions.corpus.map((corpus) =>
    dimensions.scope.map((scope) => {
      const cells = cube.cells.filter((cell) => cell.corpus === corpus && cell.scope === scope);
      return { ids: [corpus, scope], cells, isEmpty: cells.length === 0 && cube.left_out === 0 };
    }),
  );
  const ofPairs = (counts: (ids: readonly string[], cells: readonly Cell[]) => Group) =>
    pairs.map((scopes) =>
      scopes.map(({ ids, cells, isEmpty }) =>
        isEmpty ? [] : counted(counts(ids, cells), dimensions, threshold),
      ),
    );
  const alone = [...published.alone].map(([mark, groups]) => [
    mark,
    ofPairs((ids, cells) => ({ mark, published: groups.get(groupOf(...ids)), cells, total: sumOf(cells) })),
  ]);
  const totals = published.alone.get("topic");
  const byTopic = [...published.byTopic].map(([mark, groups]) => [
    mark,
    dimensions.topic.map((topic) =>
      ofPairs((ids, cells) => ({
        mark,
        published: groups.get(groupOf(...ids, topic)),
        cells: cells.filter((cell) => cell.topics?.includes(topic)),
        total: totals?.get(groupOf(...ids))?.get(topic) ?? null,
      })),
    ),
  ]);
  return { alone: Object.fromEntries(alone), by_topic: Object.fromEntries(byTopic) };
}

interface Group {
  readonly mark: CountedMark;
  readonly published: ReadonlyMap<string, number | null> | undefined;
  readonly cells: readonly Cell[];
  /** All its stories, those in cells that withhold its topic too; null where that is not published. */
  readonly total: number | null;
}

function counted(
  { mark, published, cells, total }: Group,
  dimensions: Dimensions,
  threshold: number,
): Counts {
  if (published === undefined || total === null) return null;
  const isSmall = (count: number) => count > 0 && count < threshold;
  const values = dimensions[mark];
  const inCells = values.map((value) =>
    sumOf(cells.filter((cell) => valuesOf(cell, mark === "topic" ? "topics" : mark).includes(value))),
  );
  const rest = mark === "map_unit" ? values.indexOf(nowhere) : -1;
  const counts = values.map((value, at) =>
    at === rest ? null : published.has(value) ? published.get(value)! : 0,
  );
  const known = (at: number) => counts[at] ?? inCells[at]!;
  const left = () => total - values.reduce((sum, _, at) => sum + known(at), 0);
  if (rest !== -1 && counts.every((count, at) => at === rest || count !== null))
    counts[rest] = left() + inCells[rest]!;
  const told = [...values.map((_, at) => known(at) - inCells[at]!), ...counts.map((count) => count ?? 0)];
  // A story has several topics or none, so their counts leave no rest.
  if (mark !== "topic") told.push(left());
  return told.some((count) => count < 0 || isSmall(count)) ? null : counts;
}

function sumOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { stories }) => sum + stories, 0);
}
