import type { Chosen, Counts } from "./count.ts";
import { type Cells, type ExplorerFile, type Mark, marks } from "./data.ts";

type Published = ExplorerFile["published"];

/**
 * The counts with those of the published tables where they have them: a panel's where nothing but corpus and scope is
 * chosen, the sum where one more mark is. There the cells, which lose the marks of small numbers, would say less than the
 * report's figures do. Stories of which a panel does not know the mark are counted as withheld. Pure.
 */
export function withPublished(counts: Counts, cells: Cells, published: Published, chosen: Chosen): Counts {
  const others = marks.filter(
    (mark) => mark !== "corpus" && mark !== "scope" && (chosen.values[mark] ?? rangeOf(chosen, mark)),
  );
  const pairs = pairsOf(cells, chosen);
  const [mark] = others;
  if (mark === undefined) return panels(counts, cells, published, pairs);
  return others.length > 1 ? counts : withSum(counts, mark, published, chosen, pairs);
}

function rangeOf({ quarters }: Chosen, mark: Mark): readonly [number, number] | undefined {
  return mark === "quarter" ? quarters : undefined;
}

/** Codes of a corpus and a scope. */
type Pair = readonly [corpus: number, scope: number];

function pairsOf({ values }: Cells, { values: chosen }: Chosen): Pair[] {
  const codes = (mark: Mark) =>
    chosen[mark] === undefined ? Array.from({ length: values[mark] }, (_, at) => at + 1) : [chosen[mark]];
  return codes("corpus").flatMap((corpus) => codes("scope").map((scope) => [corpus, scope] as const));
}

/** What is published of a value in a corpus and scope; null where nothing is. */
function publishedOf(published: Published, mark: Mark, [corpus, scope]: Pair, code: number): number | null {
  const values = published[mark]?.[corpus - 1]?.[scope - 1];
  if (values === undefined || values === null) return null;
  return values.length === 0 ? 0 : values[code - 1]!;
}

function sumOf(published: Published, mark: Mark, pairs: readonly Pair[], code: number): number | null {
  let sum = 0;
  for (const pair of pairs) {
    const stories = publishedOf(published, mark, pair, code);
    if (stories === null) return null;
    sum += stories;
  }
  return sum;
}

function panels(counts: Counts, cells: Cells, published: Published, pairs: readonly Pair[]): Counts {
  const by = { ...counts.by };
  for (const mark of marks) {
    if (published[mark] === undefined) continue;
    const panel = Float64Array.from(by[mark]);
    let isWhole = true;
    let known = 0;
    for (let code = 1; code <= cells.values[mark]; code++) {
      const stories = sumOf(published, mark, pairs, code);
      if (stories === null) isWhole = false;
      else panel[code] = stories;
      known += panel[code]!;
    }
    // A story has several topics or none, so what is withheld of topics is no rest.
    if (mark !== "topic") panel[0] = counts.stories - known;
    else if (isWhole) panel[0] = 0;
    by[mark] = panel;
  }
  return { ...counts, by };
}

function withSum(
  counts: Counts,
  mark: Mark,
  published: Published,
  chosen: Chosen,
  pairs: readonly Pair[],
): Counts {
  const [from, to] = rangeOf(chosen, mark) ?? [chosen.values[mark]!, chosen.values[mark]!];
  const by = Object.fromEntries(
    marks.map((name) => [name, Float64Array.from(counts.by[name])]),
  ) as Counts["by"];
  by.corpus.fill(0);
  by.scope.fill(0);
  let stories = 0;
  for (let code = from; code <= to; code++) {
    by[mark][code] = 0;
    for (const pair of pairs) {
      const found = publishedOf(published, mark, pair, code);
      if (found === null) return counts;
      stories += found;
      by[mark][code]! += found;
      by.corpus[pair[0]]! += found;
      by.scope[pair[1]]! += found;
    }
  }
  const more = stories - counts.stories;
  for (const name of marks) {
    if (name !== "corpus" && name !== "scope" && (name !== mark || mark === "topic")) by[name][0]! += more;
  }
  return { stories, uncertain: 0, by };
}
