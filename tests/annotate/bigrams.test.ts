import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { annotate } from "../../loaders/annotate/annotate.ts";
import { NeighbourList } from "../../loaders/annotate/neighbours.ts";
import { Vocabulary } from "../../loaders/query/vocabulary.ts";
import { WordStream } from "../../loaders/query/word-stream.ts";
import { writePosts } from "./posts-file.ts";
import { study } from "./study.ts";

function neighboursOf(...texts: string[]): string[] {
  const vocabulary = new Vocabulary();
  const stream = new WordStream(vocabulary);
  const list = new NeighbourList();
  list.begin();
  for (const text of texts) {
    stream.read(text);
    list.add(stream, text);
  }
  return Array.from({ length: list.count }, (_, at) =>
    [list.firsts[at]!, list.seconds[at]!].map((type) => vocabulary.formOf(type)).join(" "),
  );
}

describe("neighbouring words", () => {
  it("stand beside each other with nothing but a space, a hyphen or a quote between", () => {
    expect(neighboursOf("новый «Детский сад» Нур-Султан")).toEqual([
      "новый детский",
      "детский сад",
      "сад нур",
      "нур султан",
    ]);
  });

  it.each([
    "школа. Дети",
    "школа, дети",
    "школа: дети",
    "школа (дети)",
    "школа — дети",
    "школа\nдети",
    "школа 12 дети",
    "школа 👍 дети",
    "школа #дети",
    "#школа дети",
    "школа @kanal дети",
    "школа https://t.me/kanal дети",
  ])("are parted in %j", (text) => {
    expect(neighboursOf(text)).toEqual([]);
  });

  it("are not made across the border of title and text", () => {
    expect(neighboursOf("Новая школа", "дети рады")).toEqual(["новая школа", "дети рады"]);
  });

  it("of a long text are all there", () => {
    expect(neighboursOf("а б ".repeat(5000), "в г")).toHaveLength(10_000);
  });
});

describe("the table of bigrams", () => {
  const folder = mkdtempSync(join(tmpdir(), "bigrams-"));
  const file = (name: string) => join(folder, `${name}.parquet`);
  afterAll(() => rmSync(folder, { recursive: true }));

  async function rowsOf(query: string): Promise<unknown[][]> {
    const connection = await (await DuckDBInstance.create()).connect();
    const rows = (await connection.runAndReadAll(query)).getRowsJson();
    connection.closeSync();
    return rows;
  }

  beforeAll(async () => {
    await writePosts(file("posts"), [
      { post_id: "b".repeat(16), title: "Детский сад", text: "Сад рядом. Детского сада и детского сада" },
      { post_id: "a".repeat(16), text: "возле детского сада новый лифт" },
      { post_id: "c".repeat(16), text: "сад детский, новый сад" },
      { post_id: "d".repeat(16), text: "дети и школа; дети и школа" },
      { post_id: "e".repeat(16), text: "дети и школа" },
    ]);
    await annotate({
      posts: file("posts"),
      study,
      outputs: {
        annotations: file("annotations"),
        terms: file("terms"),
        lemmas: file("lemmas"),
        bigrams: file("bigrams"),
        lemmaPairs: file("pairs"),
      },
    });
  });

  it("counts pairs of lemmas in order, without stop words and pairs of a single post", async () => {
    expect(
      await rowsOf(`
        select left(post_id, 1), one.lemma, next.lemma, bigrams.count
        from '${file("bigrams")}' as bigrams
        join '${file("lemmas")}' as one on one.lemma_id = bigrams.lemma_id
        join '${file("lemmas")}' as next on next.lemma_id = next_lemma_id
        order by post_id desc`),
    ).toEqual([
      ["b", "детский", "сад", 3],
      ["a", "детский", "сад", 1],
    ]);
  });

  it("names a pair by what was mostly written, and says how many posts hold it", async () => {
    expect(await rowsOf(`select surface, posts, count from '${file("pairs")}'`)).toEqual([
      ["детского сада", 2, 4],
    ]);
  });
});
