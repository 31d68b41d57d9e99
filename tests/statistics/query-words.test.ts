import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeTable } from "../../loaders/statistics/make-table.ts";
import { queryWords } from "../../loaders/statistics/query-words.ts";
import { sampleStudy } from "./sample.ts";

describe("the register of queries' words", () => {
  const wordsOf = (query: Record<string, string>) =>
    queryWords({ ...sampleStudy, topics: [{ id: "t", title: {}, query }], barriers: [] }).map(
      ({ word, role }) => [word, role],
    );

  it("has each word once of a concept, whatever its languages, phrases and hashtags as wholes", () => {
    expect(wordsOf({ ru: 'дцп OR "особ* дет*" OR #дцп', kk: "дцп OR дцп" })).toEqual([
      ['"особ* дет*"', "choice"],
      ["#дцп", "choice"],
      ["дцп", "choice"],
    ]);
  });

  it("says which words no query of the concept can match without", () => {
    expect(wordsOf({ ru: "школа AND (а OR б)", kk: "школа NEAR/2 в" })).toEqual([
      ["а", "choice"],
      ["б", "choice"],
      ["в", "choice"],
      ["школа", "needed"],
    ]);
    expect(wordsOf({ ru: "школа", kk: "мектеп" })).toContainEqual(["школа", "choice"]);
  });
});

describe("the counted tables", () => {
  const folder = mkdtempSync(join(tmpdir(), "query-words-"));
  const tables = Object.fromEntries(
    ["posts", "annotations", "query_matches", "query_words", "corpora", "terms", "lemmas"].map((name) => [
      name,
      join(folder, `${name}.parquet`),
    ]),
  );
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // One post a story, but story 30, whose second post has the topic thanks to no word.
  beforeAll(async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run(`
      create table posts as
      select 'p' || i as post_id, 'ru' as language, 's' || case when i = 47 then 30 else i end as story_id, 'public' as corpus,
        case when i = 46 then 'general' else 'inclusive' end as scope, 'p:' || i as source_id, i
      from range(48) as range(i);
      copy (select * exclude i from posts) to '${tables.posts}' (format parquet);
      copy (select post_id, story_id, ['t'] as topics, []::varchar[] as barriers, []::varchar[] as programmes,
        []::varchar[] as disabilities from posts) to '${tables.annotations}' (format parquet);
      copy (
        select post_id, 'topic' as annotator, 't' as id, word
        from posts join (values ('a*', 0, 29), ('b', 10, 13), ('c', 20, 39), ('d', 46, 46)) as words(word, low, high)
          on i between low and high
      ) to '${tables.query_matches}' (format parquet);
      copy (select 'topic' as family, 't' as concept, unnest(['a*', 'b', 'c', 'd', 'школ*', 'д?м', 'школа', '"ш* а*"', '#ш*'])
        as word, 'choice' as role) to '${tables.query_words}' (format parquet);
      copy (select unnest(['public', 'other']) as id, '' as title) to '${tables.corpora}' (format parquet);
      create table lemmas as select * from (values
        (0, 'школа', 'ru', false, 0, 19), (1, 'школьник', 'ru', false, 15, 29), (2, 'школы', 'kk', false, 30, 35),
        (3, 'школ', 'kk', true, 0, 45), (4, 'дом', 'ru', false, 0, 9), (5, 'дым', 'ru', false, 5, 12),
        (6, 'домик', 'ru', false, 0, 45)
      ) as lemmas(lemma_id, lemma, language, stop, low, high);
      copy (select *, lemma as surface, 1 as posts, 1 as count from lemmas) to '${tables.lemmas}' (format parquet);
      copy (select post_id, lemma_id, 1 as count from posts join lemmas on i between low and high)
        to '${tables.terms}' (format parquet);
    `);
    connection.closeSync();
  });

  async function made(name: string): Promise<unknown[][]> {
    const output = join(folder, `${name}-made.parquet`);
    await makeTable({
      name,
      file: `src/tables/${name}.sql`,
      tables,
      macros: "loaders/statistics/macros.sql",
      threshold: 5,
      output,
      description: join(folder, `${name}.json`),
    });
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const rows = await connection.runAndReadAll(`from '${output}'`);
    connection.closeSync();
    return rows.getRowsJson();
  }

  it("count the stories owed to a word, and to it alone, rounded down; few are withheld, none is 0", async () => {
    const rows = await made("stories_by_query_word");
    expect(rows).toHaveLength(2 * 9 * 2);
    const ofPublic = rows.filter(([corpus]) => corpus === "public");
    expect(ofPublic.filter(([, , , word]) => ["a*", "b", "c", "d"].includes(word as string))).toEqual([
      ["public", "topic", "t", "a*", "alone", 15], // 16: 0 to 19 without the four of b
      ["public", "topic", "t", "a*", "with", 30],
      ["public", "topic", "t", "b", "alone", 0],
      ["public", "topic", "t", "b", "with", null],
      ["public", "topic", "t", "c", "alone", 5], // 9: 31 to 39; story 30 stays without c, by its second post
      ["public", "topic", "t", "c", "with", 20],
      ["public", "topic", "t", "d", "alone", 0], // of another scope
      ["public", "topic", "t", "d", "with", 0],
    ]);
    expect(rows.filter(([corpus]) => corpus === "other").every((row) => row.at(-1) === 0)).toBe(true);
  });

  it("count the stories in which a wildcard takes a lemma unlike the commonest of its language", async () => {
    expect(await made("stories_by_wildcard")).toEqual([
      ["a*", "taken", 0],
      ["a*", "unlike", 0],
      ["д?м", "taken", 10], // дом 0 to 9, дым 5 to 12; домик is longer than the pattern
      ["д?м", "unlike", 5], // дым has one letter of three in common: 8 stories
      ["школ*", "taken", 35], // 36: 0 to 29 in Russian, 30 to 35 in Kazakh; the stop word is none
      ["школ*", "unlike", 15], // школьник has four letters of eight in common with школа; школы leads in Kazakh
    ]);
  });
});
