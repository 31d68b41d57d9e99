import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { organisationPosts } from "../../../loaders/publish/explorer/organisation-posts.ts";

test("a register's post comes with the places of the words that its topics rest on; nobody else's words come along", async () => {
  const folder = mkdtempSync(join(tmpdir(), "organisation-posts-"));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const file = (name: string) => join(folder, `${name}.parquet`);
  const write = (name: string, columns: string, ...rows: string[]) =>
    connection.run(
      `copy (select * from (values ${rows.join(", ")}) as rows(${columns})) to '${file(name)}' (format parquet)`,
    );
  try {
    await write(
      "posts",
      "post_id, source_id, scope, platform, local_date, title, text",
      "('a', 'org', 's', 'p', date '2022-03-04', 'О школе', 'Наш 👧 ребёнок в школе')",
      "('b', 'org', 's', 'p', date '2022-03-05', null, 'Мектеп')",
      "('c', 'somebody', 's', 'p', date '2022-03-05', null, 'Тайна ребёнка')",
    );
    await write(
      "annotations",
      "post_id, language, place_focus, topics",
      "('a', 'ru', null, ['school', 'child', 'silence'])",
      "('b', 'kk', 'north', ['school'])",
      "('c', 'ru', null, ['child'])",
    );
    await write(
      "evidence",
      'post_id, annotator, id, word, field, "offset"',
      "('a', 'topic', 'school', 'школе', 'text', 17)",
      "('a', 'topic', 'school', 'школе', 'title', 2)",
      "('a', 'topic', 'child', 'ребёнок', 'text', 7)",
      "('a', 'topic', 'child', 'ребёнок в школе', 'text', 7)",
      "('a', 'gender', 'girls', '👧', 'text', 4)",
      "('b', 'topic', 'school', 'Мектеп', 'text', 0)",
      "('c', 'topic', 'child', 'ребёнка', 'text', 6)",
    );
    const { posts } = await organisationPosts(
      connection,
      {
        posts: file("posts"),
        annotations: file("annotations"),
        evidence: file("evidence"),
        terms: "",
        lemmas: "",
      },
      ["org"],
    );
    const words = posts.map(({ text, topics, places }) =>
      topics.map((topic, at) => {
        const own = places[at]!;
        return [topic, ...own.flatMap((start, n) => (n % 2 ? [] : [text.slice(start, start + own[n + 1]!)]))];
      }),
    );
    expect(words).toEqual([
      [["school", "школе", "школе"], ["child", "ребёнок в школе"], ["silence"]],
      [["school", "Мектеп"]],
    ]);
    expect(posts[0]!.places[0]![0]).toBe("О ".length);
    expect(JSON.stringify(posts)).not.toContain("Тайна");
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
});
