import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeTable } from "../../loaders/statistics/make-table.ts";

/** Stories by lemma and by pair; each story is one post of a source of its own, but those of the pair (2, 3). */
describe("stories by bigram", () => {
  const folder = mkdtempSync(join(tmpdir(), "bigrams-"));
  const names = ["posts", "terms", "lemmas", "bigrams", "lemma_pairs", "study", "organisations"];
  const tables = Object.fromEntries(names.map((name) => [name, join(folder, `${name}.parquet`)]));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run(`
      create table posts as
      select
        i, format('{:04}', i) as post_id, format('{:04}', case when i = 99 then 0 else i end) as story_id,
        'public' as corpus, case when i = 98 then 'general' else 'inclusive' end as scope,
        case when i between 40 and 59 then 'p:one' else 'p:' || i end as source_id,
        case when i = 97 then 'kk' else 'ru' end as language,
        timestamp '2022-01-01' + interval (i) hour as published_at
      from range(100) as range(i);
      copy (select * exclude i from posts) to '${tables.posts}' (format parquet);
      create table spans as select * from (values (0, 0, 29), (1, 10, 39), (2, 40, 59), (3, 40, 59), (4, 97, 99), (0, 97, 99))
        as spans(lemma_id, low, high);
      copy (select post_id, lemma_id, 1 as count from posts join spans on i between low and high) to '${tables.terms}' (format parquet);
      copy (select unnest([0, 1, 2, 3, 4]) as lemma_id, unnest(['детский', 'сад', 'один', 'источник', 'школа']) as lemma,
        'ru' as language, '' as surface, false as stop, 1 as posts, 1 as count) to '${tables.lemmas}' (format parquet);
      create table pairs as select * from (values (0, 1, 10, 24), (2, 3, 40, 59), (0, 4, 97, 99), (1, 1, 10, 24))
        as pairs(lemma_id, next_lemma_id, low, high);
      copy (select post_id, lemma_id, next_lemma_id, 1 as count from posts join pairs on i between low and high)
        to '${tables.bigrams}' (format parquet);
      copy (select lemma_id, next_lemma_id, 'детского сада' as surface, 20 as posts, 20 as count from pairs)
        to '${tables.lemma_pairs}' (format parquet);
      copy (select 5 as threshold) to '${tables.study}' (format parquet);
      copy (select 'org' as id) to '${tables.organisations}' (format parquet);
    `);
    connection.closeSync();
  });

  it("has pairs of enough stories and sources, of two words, in the stories' language", async () => {
    const output = join(folder, "made.parquet");
    await makeTable({
      name: "stories_by_bigram",
      file: "src/tables/stories_by_bigram.sql",
      tables,
      macros: "loaders/statistics/macros.sql",
      threshold: 5,
      output,
      description: join(folder, "made.json"),
    });
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const rows = (await connection.runAndReadAll(`from '${output}'`)).getRowsJson();
    connection.closeSync();
    // Side by side in 10 to 24; both in 10 to 29; the first in 0 to 29, the second in 10 to 39. Stories: 0 to 96.
    expect(rows).toEqual([["public", "ru", "детский", "сад", "детского сада", 15, 20, 30, 30, 95]]);
  });
});
