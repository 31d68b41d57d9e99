import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { annotate } from "../../loaders/annotate/annotate.ts";
import { annotations, bigrams, evidence, lemmaPairs, lemmas, terms } from "../../loaders/tables.ts";
import { inventedPosts, inventedStudy } from "./invented.ts";
import { writePosts } from "./posts-file.ts";
import { study } from "./study.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "annotate-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function rowsOf(query: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(query)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

function outputs(name: string) {
  return {
    annotations: join(folder, `${name}-a.parquet`),
    terms: join(folder, `${name}-t.parquet`),
    lemmas: join(folder, `${name}-l.parquet`),
    evidence: join(folder, `${name}-e.parquet`),
    bigrams: join(folder, `${name}-b.parquet`),
    lemmaPairs: join(folder, `${name}-p.parquet`),
  };
}

describe("annotate", () => {
  it("writes a row a post, a row a lemma of a post and a row a lemma, with the columns of tables.ts", async () => {
    const posts = join(folder, "few.parquet");
    await writePosts(posts, [
      { post_id: "b".repeat(16), title: "Школа в Астане", text: "Мальчик с аутизмом идёт в школу. #Аутизм" },
      { post_id: "a".repeat(16), source_id: "org-abai", language: "kk", text: "Қызметтің туралы қызметі" },
      { post_id: "c".repeat(16), text: "👍" },
    ]);
    const files = outputs("few");
    expect(await annotate({ posts, study, outputs: files })).toEqual({ rowsIn: 3, rowsOut: 3 });
    expect(await rowsOf(`from '${files.annotations}'`)).toEqual([
      {
        post_id: "b".repeat(16),
        story_id: "b".repeat(16),
        tokens: 9,
        topics: ["school", "autism"],
        barriers: [],
        programmes: [],
        disabilities: [],
        hashtags: ["аутизм"],
        places: ["KZ-71"],
        place_focus: "KZ-71",
        place_source: "title",
        outlet_place: null,
        outlet_national: null,
        gender: "boys",
        tone: null,
        tone_score: null,
      },
      expect.objectContaining({
        post_id: "a".repeat(16),
        place_focus: "KZ-10",
        place_source: "organisation",
        outlet_place: "KZ-10",
        outlet_national: false,
        tokens: 3,
      }),
      expect.objectContaining({
        post_id: "c".repeat(16),
        place_focus: null,
        place_source: "none",
        tokens: 0,
      }),
    ]);
    expect(
      await rowsOf(
        `select lemma, language, surface, stop, posts, terms.count
        from '${files.terms}' terms join '${files.lemmas}' lemmas using (lemma_id)
        where post_id = '${"a".repeat(16)}'`,
      ),
    ).toEqual([
      { lemma: "қызмет", language: "kk", surface: "Қызметтің", stop: false, posts: 1, count: 2 },
      { lemma: "туралы", language: "kk", surface: "туралы", stop: true, posts: 1, count: 1 },
    ]);
    expect(
      await rowsOf(
        `select lemma_id, lemma, surface, posts, count from '${files.lemmas}' where lemma in ('школа', 'в')`,
      ),
    ).toEqual([
      { lemma_id: 0, lemma: "в", surface: "в", posts: 1, count: 2 },
      { lemma_id: 1, lemma: "школа", surface: "Школа", posts: 1, count: 2 },
    ]);
    for (const [file, table] of [
      [files.annotations, annotations],
      [files.terms, terms],
      [files.lemmas, lemmas],
      [files.evidence, evidence],
      [files.bigrams, bigrams],
      [files.lemmaPairs, lemmaPairs],
    ] as const) {
      const described = await rowsOf(`select column_name, column_type from (describe from '${file}')`);
      expect(described).toEqual(
        table.columns.map(({ name, type }) => ({ column_name: name, column_type: type })),
      );
    }
  });

  it("annotates every post of a file of many chunks, in its order; words add up to tokens", async () => {
    const posts = join(folder, "many.parquet");
    await writePosts(posts, inventedPosts(10_000, 120));
    const files = outputs("many");
    const seen: number[] = [];
    const report = await annotate({
      posts,
      study: inventedStudy(),
      outputs: files,
      progress: (done, total, unit) => {
        expect([total, unit]).toEqual([10_000, "posts"]);
        seen.push(done);
      },
    });
    expect(report).toEqual({ rowsIn: 10_000, rowsOut: 10_000 });
    expect(seen.at(-1)).toBe(10_000);
    const [order] = await rowsOf(`
      select count(*)::integer as same
      from read_parquet('${posts}', file_row_number = true) p
      join read_parquet('${files.annotations}', file_row_number = true) a using (file_row_number)
      where p.post_id = a.post_id`);
    expect(order).toEqual({ same: 10_000 });
    const wrong = await rowsOf(`
      select post_id from '${files.annotations}'
      left join (select post_id, sum(count) as words, count(*) - count(distinct lemma_id) as twice
        from '${files.terms}' group by all) using (post_id)
      where coalesce(words, 0) <> tokens or twice > 0`);
    expect(wrong).toEqual([]);
    const differing = await rowsOf(`
      select lemma_id from '${files.lemmas}' lemmas
      join (select lemma_id, count(*) as posts, sum(count) as count from '${files.terms}' group by all) found
      using (lemma_id)
      where lemmas.posts <> found.posts or lemmas.count <> found.count`);
    expect(differing).toEqual([]);
  });

  it("writes the words that annotations rest on, as they stand in the post", async () => {
    const posts = join(folder, "words.parquet");
    await writePosts(posts, [
      { post_id: "b".repeat(16), title: "Школа в Астане", text: "Мальчик с аутизмом идёт в школу. #Аутизм" },
    ]);
    const files = outputs("words");
    await annotate({ posts, study, outputs: files });
    expect(await rowsOf(`select * exclude (post_id) from '${files.evidence}'`)).toEqual([
      { annotator: "topic", id: "school", word: "Школа", field: "title", offset: 0 },
      { annotator: "topic", id: "school", word: "школу", field: "text", offset: 26 },
      { annotator: "topic", id: "autism", word: "аутизмом", field: "text", offset: 10 },
      { annotator: "topic", id: "autism", word: "Аутизм", field: "text", offset: 34 },
      { annotator: "place", id: "KZ-71", word: "Астане", field: "title", offset: 8 },
      { annotator: "gender", id: "boys", word: "Мальчик", field: "text", offset: 0 },
    ]);
  });

  it("without a file for evidence keeps none", async () => {
    const { evidence: none, ...files } = outputs("bare");
    await annotate({ posts: join(folder, "few.parquet"), study, outputs: files });
    expect(existsSync(files.annotations)).toBe(true);
    expect(existsSync(none)).toBe(false);
  });

  it("gives the same bytes each time and leaves nothing beside them", async () => {
    const posts = join(folder, "same.parquet");
    await writePosts(posts, inventedPosts(1000, 200));
    const hashes = [];
    for (const name of ["first", "second"]) {
      const files = outputs(name);
      await annotate({ posts, study, outputs: files });
      hashes.push(
        Object.values(files).map((file) => createHash("sha256").update(readFileSync(file)).digest("hex")),
      );
    }
    expect(hashes[1]).toEqual(hashes[0]);
    expect(readdirSync(folder).filter((name) => !name.endsWith(".parquet"))).toEqual([]);
  });

  it("numbers lemmas the same way whatever the order of the posts", async () => {
    const rows = inventedPosts(500, 200);
    const found = [];
    for (const [name, ordered] of [
      ["forwards", rows],
      ["backwards", [...rows].reverse()],
    ] as const) {
      const posts = join(folder, `${name}.parquet`);
      await writePosts(posts, ordered);
      const files = outputs(name);
      await annotate({ posts, study, outputs: files });
      found.push(createHash("sha256").update(readFileSync(files.lemmas)).digest("hex"));
    }
    expect(found[1]).toBe(found[0]);
  });

  it("takes a file without posts", async () => {
    const posts = join(folder, "none.parquet");
    await writePosts(posts, []);
    const files = outputs("none");
    expect(await annotate({ posts, study, outputs: files })).toEqual({ rowsIn: 0, rowsOut: 0 });
    expect(await rowsOf(`from '${files.terms}'`)).toEqual([]);
    expect(await rowsOf(`from '${files.lemmas}'`)).toEqual([]);
  });

  it("a query that can't be read stops it before anything is written", async () => {
    const files = outputs("broken");
    const broken = { ...study, barriers: [{ id: "bad", title: {}, query: { kk: '"мектеп' } }] };
    await expect(
      annotate({ posts: join(folder, "few.parquet"), study: broken, outputs: files }),
    ).rejects.toThrow(/^barrier bad, query in kk: found an opening "/u);
    expect(existsSync(files.annotations)).toBe(false);
  });
});
