import { existsSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { postAnnotator } from "../../loaders/annotate/post-annotator.ts";
import { compileQueries } from "../../loaders/query/compile-queries.ts";
import { leafLabel } from "../../loaders/query/leaf-label.ts";
import { parseQuery } from "../../loaders/query/parse.ts";
import { loadStudy } from "../../loaders/study/load.ts";
import { study } from "./study.ts";

const annotator = postAnnotator(
  {
    ...study,
    topics: [
      ...study.topics,
      { id: "near", title: {}, query: { ru: "(особ* NEAR/2 дет*) NOT взросл*", kk: "дет* AND ерекш*" } },
      { id: "absent", title: {}, query: { ru: "NOT школа" } },
      { id: "tag", title: {}, query: { ru: "#мектеп OR caseSensitive:(РАС)" } },
    ],
  },
  { queryWords: true },
);

function wordsOf(text: string, title: string | null = null) {
  annotator.annotate({ title, text, sourceId: "p:0" });
  return annotator.queryWords.map(({ annotator: by, id, word }) => `${by}/${id}: ${word}`);
}

describe("the words of queries", () => {
  it("are kept as the query writes them, each once of a concept, whatever the post writes", () => {
    expect(wordsOf("Школам и школе", "Мектептер школа")).toEqual([
      "topic/school: мектеп*",
      "topic/school: школ*",
    ]);
    expect(wordsOf("школа, дорожная, карта")).toEqual([
      "topic/school: школ*",
      'programme/road: "дорожн* карт*"',
    ]);
    expect(wordsOf("школа #мектеп РАС")).toEqual(
      expect.arrayContaining(["topic/tag: #мектеп", "topic/tag: caseSensitive:РАС"]),
    );
  });

  it("are both sides of a NEAR, of all languages that match, and none for what is absent", () => {
    expect(wordsOf("Особые наши дети")).toEqual(["topic/near: дет*", "topic/near: особ*"]);
    expect(wordsOf("Особые, ерекше: это все наши дети")).toEqual(["topic/near: дет*", "topic/near: ерекш*"]);
    expect(wordsOf("Погода")).toEqual([]);
    expect(annotator.annotate({ title: null, text: "Погода", sourceId: "p:0" }).topics).toEqual(["absent"]);
  });

  it("are not kept unless asked for", () => {
    const without = postAnnotator(study);
    without.annotate({ title: null, text: "школа", sourceId: "p:0" });
    expect(without.queryWords).toEqual([]);
  });

  const derived = "data/derived";
  it.skipIf(!existsSync(`${derived}/query_matches.parquet`))(
    "of the demo's first 2,000 posts are those that the reader of lint finds, query by query",
    async () => {
      const { topics, barriers, programmes, disabilities } = await loadStudy("data");
      const families = { topic: topics, barrier: barriers, programme: programmes, disability: disabilities };
      const queries = Object.entries(families).flatMap(([family, concepts]) =>
        concepts.flatMap(({ id, query }) =>
          Object.values(query).map((text) => ({ name: `${family}/${id}`, query: parseQuery(text) })),
        ),
      );
      const matcher = compileQueries(queries.map(({ query }) => query));
      const connection = await (await DuckDBInstance.create()).connect();
      const posts = await connection.runAndReadAll(
        `select post_id, title, text, language, script, platform, outlet from '${derived}/posts.parquet' limit 2000`,
      );
      const expected = (posts.getRowObjectsJson() as Record<string, string | null>[]).flatMap((post) =>
        matcher
          .match({
            title: post.title,
            text: post.text!,
            script: post.script,
            values: { language: post.language!, socialType: post.platform!, site: post.outlet },
          })
          .flatMap(({ query, evidence }) =>
            evidence.map(({ leaf }) => `${post.post_id} ${queries[query]!.name} ${leafLabel(leaf)}`),
          ),
      );
      const kept = await connection.runAndReadAll(
        `select post_id || ' ' || annotator || '/' || id || ' ' || word from '${derived}/query_matches.parquet'
          where post_id in (select post_id from '${derived}/posts.parquet' limit 2000)`,
      );
      connection.closeSync();
      expect(expected.length).toBeGreaterThan(1000);
      expect(kept.getRows().map(String).sort()).toEqual([...new Set(expected)].sort());
    },
  );
});
