import type { DuckDBConnection } from "@duckdb/node-api";
import { literal } from "../../parquet/sql-text.ts";
import type { PrivateFiles } from "./story-cells.ts";

/** Commonest words of a corpus, scope and topic; null stands for all of them. */
export interface TopWords {
  readonly corpus: string | null;
  readonly scope: string | null;
  readonly topic: string | null;
  /** Dictionary form and the posts that hold it, by falling number. */
  readonly words: readonly (readonly [lemma: string, posts: number])[];
}

/**
 * Lemmas without stop words that stand in at least `threshold` posts of at least `threshold` sources, for each corpus,
 * scope and topic and for all together. A lemma is left out where its posts outside the group, and inside what the group
 * is a part of, are fewer than the threshold: its count there could be found by subtraction.
 */
export async function topWords(
  connection: DuckDBConnection,
  files: PrivateFiles,
  threshold: number,
  limit: number,
): Promise<TopWords[]> {
  const answer = await connection.runAndReadAll(`
    with
      marked as (
        select posts.post_id, corpus, scope, source_id, unnest(list_distinct(list_append(topics, ''))) as topic
        from read_parquet(${literal(files.posts)}) as posts
        join read_parquet(${literal(files.annotations)}) as annotations using (post_id)
      ),
      words as (
        select distinct post_id, lemma
        from read_parquet(${literal(files.terms)})
        join read_parquet(${literal(files.lemmas)}) using (lemma_id)
        where not stop and length(lemma) > 2
      ),
      counts as (
        select corpus, scope, topic, lemma, count(*)::integer as posts, count(distinct source_id) as sources
        from marked
        join words using (post_id)
        group by grouping sets ((corpus, scope, topic, lemma), (corpus, topic, lemma), (scope, topic, lemma), (topic, lemma))
        having count(*) >= ${threshold}
      )
    select corpus, scope, nullif(topic, ''), lemma, posts, sources
    from counts
    order by corpus, scope, topic, posts desc, lemma`);
  const rows = answer.getRowsJson() as (string | number | null)[][];
  const known = new Map(rows.map((row) => [JSON.stringify(row.slice(0, 4)), Number(row[4])]));
  /** True where the posts outside the group are none or many in everything that the group is a part of. */
  const stands = ([corpus, scope, topic, lemma, posts]: (string | number | null)[]) =>
    [
      [null, scope, topic, lemma],
      [corpus, null, topic, lemma],
      [corpus, scope, null, lemma],
    ].every((parent) => {
      const rest = (known.get(JSON.stringify(parent)) ?? Number(posts)) - Number(posts);
      return rest === 0 || rest >= threshold;
    });
  const found = new Map<string, { group: Omit<TopWords, "words">; words: [string, number][] }>();
  for (const row of rows) {
    const [corpus, scope, topic, lemma, posts, sources] = row;
    if (Number(sources) < threshold || !stands(row)) continue;
    const group = { corpus, scope, topic } as Omit<TopWords, "words">;
    const key = JSON.stringify(group);
    const entry = found.get(key) ?? { group, words: [] };
    if (entry.words.length < limit) entry.words.push([String(lemma), Number(posts)]);
    found.set(key, entry);
  }
  return [...found.values()].map(({ group, words }) => ({ ...group, words }));
}
