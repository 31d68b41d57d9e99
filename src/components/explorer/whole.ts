import { type Chosen, type Counts, type Range, rangeOf } from "./count.ts";
import {
  type Cells,
  type ExplorerFile,
  type Mark,
  marks,
  mayBeWithheld,
  type PublishedPairs,
} from "./data.ts";

type Published = ExplorerFile["published"];

/**
 * The counts with those of the published tables where they have them: panels where nothing but corpus and scope is chosen;
 * the sum, and panels by topic, where one more mark is. There the cells, which lose the marks of small numbers, would say
 * less than the report's figures do. Stories of which a panel does not know the mark are counted as withheld. Pure.
 */
export function withPublished(counts: Counts, cells: Cells, published: Published, chosen: Chosen): Counts {
  const others = marks.filter((mark) => mayBeWithheld(mark) && rangeOf(chosen, mark) !== undefined);
  const [mark] = others;
  if (others.length > 1) return counts;
  const pairs = pairsOf(cells, chosen);
  if (mark === undefined) {
    const by = { ...counts.by };
    for (const of of marks) by[of] = panel(of, counts, (code) => sumOf(published.alone[of], pairs, [code]));
    return { ...counts, by };
  }
  const codes = codesOf(rangeOf(chosen, mark)!);
  const summed = withSum(counts, mark, published.alone[mark], codes, pairs);
  return summed === undefined ? counts : withTopics(summed, mark, published, codes, pairs);
}

function codesOf([from, to]: Range): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** Codes of a corpus and a scope. */
type Pair = readonly [corpus: number, scope: number];

function pairsOf({ values }: Cells, chosen: Chosen): Pair[] {
  const codes = (mark: Mark) => codesOf(rangeOf(chosen, mark) ?? [1, values[mark]]);
  return codes("corpus").flatMap((corpus) => codes("scope").map((scope) => [corpus, scope] as const));
}

/** What is published of a value in a corpus and scope; null where nothing is. */
function publishedOf(table: PublishedPairs, [corpus, scope]: Pair, code: number): number | null {
  const values = table[corpus - 1]?.[scope - 1] ?? null;
  if (values === null) return null;
  return values.length === 0 ? 0 : values[code - 1]!;
}

/** The sum over pairs and codes; null where one of them is not published. */
function sumOf(
  table: PublishedPairs | undefined,
  pairs: readonly Pair[],
  codes: readonly number[],
): number | null {
  if (table === undefined) return null;
  let sum = 0;
  for (const pair of pairs) {
    for (const code of codes) {
      const stories = publishedOf(table, pair, code);
      if (stories === null) return null;
      sum += stories;
    }
  }
  return sum;
}

/** The panel of a mark with what is published of each code; as it is where nothing is. */
function panel(mark: Mark, counts: Counts, storiesOf: (code: number) => number | null): Float64Array {
  const before = counts.by[mark];
  const published = Array.from(before, (_, code) => (code === 0 ? null : storiesOf(code)));
  if (published.every((stories) => stories === null)) return before;
  const after = before.map((stories, code) => published[code] ?? stories);
  // A story has several topics or none, so what is withheld of topics is no rest.
  if (mark !== "topic") after[0] = counts.stories - (after.reduce((sum, next) => sum + next, 0) - after[0]!);
  else if (published.every((stories, code) => code === 0 || stories !== null)) after[0] = 0;
  return after;
}

/** The counts with the published sum of one chosen mark; undefined where it is not published. */
function withSum(
  counts: Counts,
  mark: Mark,
  table: PublishedPairs | undefined,
  codes: readonly number[],
  pairs: readonly Pair[],
): Counts | undefined {
  const stories = sumOf(table, pairs, codes);
  if (stories === null) return undefined;
  const by = Object.fromEntries(marks.map((name) => [name, counts.by[name].slice()])) as Counts["by"];
  for (const code of codes) by[mark][code] = sumOf(table, pairs, [code])!;
  by.corpus.fill(0);
  by.scope.fill(0);
  for (const pair of pairs) {
    const own = sumOf(table, [pair], codes)!;
    by.corpus[pair[0]]! += own;
    by.scope[pair[1]]! += own;
  }
  for (const name of marks) {
    if (mayBeWithheld(name) && (name !== mark || mark === "topic")) by[name][0]! += stories - counts.stories;
  }
  return { stories, uncertain: 0, by };
}

/** Panels from the tables by topic: of a chosen topic by each mark, of another chosen mark by topic. */
function withTopics(
  counts: Counts,
  mark: Mark,
  { by_topic: byTopic }: Published,
  codes: readonly number[],
  pairs: readonly Pair[],
): Counts {
  const by = { ...counts.by };
  if (mark === "topic") {
    const [topic] = codes;
    for (const of of marks)
      if (of !== "topic")
        by[of] = panel(of, counts, (code) => sumOf(byTopic[of]?.[topic! - 1], pairs, [code]));
  } else by.topic = panel("topic", counts, (topic) => sumOf(byTopic[mark]?.[topic - 1], pairs, codes));
  return { ...counts, by };
}
