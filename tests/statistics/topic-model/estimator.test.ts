import { expect, test } from "vitest";
import topicModel from "../../../loaders/statistics/estimators/topic-model.ts";
import { rowSet } from "../../../loaders/statistics/row-set.ts";

/** 60 stories: two thirds on a, which a query finds in half of them, one third on b, which none finds. */
const stories = Array.from({ length: 60 }, (_, story) => ({
  story: `s${story}`,
  theme: story % 3 === 0 ? "b" : "a",
  queries: story % 3 !== 0 && story % 2 === 0 ? "asked other" : null,
}));
const cells = stories.flatMap(({ story, theme, queries }) =>
  [0, 1, 2, 3].map((word) => ({ story, lemma: `${theme}${word}`, queries })),
);
const rows = rowSet({
  story: cells.map(({ story }) => story),
  lemma: cells.map(({ lemma }) => lemma),
  queries: cells.map(({ queries }) => queries),
  occurrences: Float64Array.from(cells, () => 2),
  publishable: Float64Array.from(cells, ({ lemma }) => (lemma === "a0" ? 0 : 1)),
});
const given = { topics: [2], seeds: [1, 2], min_stories: 5, max_share: 0.9 };

test("a row a model topic, with the lemmas that may be shown", () => {
  const parameters = topicModel.parameters.parse({ ...given, give: "topics" });
  const [first, second] = topicModel.estimate(rows, parameters);
  expect(first).toMatchObject({ topic: "001", stories: 40, unasked: 20 });
  expect(second).toMatchObject({ topic: "002", stories: 20, unasked: 20 });
  const shown = (lemmas: unknown) => String(lemmas).split(", ");
  expect(shown(first!.lemmas)).not.toContain("a0");
  expect(shown(first!.lemmas).slice(0, 3).sort()).toEqual(["a1", "a2", "a3"]);
  expect(shown(second!.lemmas).slice(0, 4).sort()).toEqual(["b0", "b1", "b2", "b3"]);
});

test("a row a model topic and query, and one for no query", () => {
  const parameters = topicModel.parameters.parse({ ...given, give: "queries" });
  const found = topicModel.estimate(rows, parameters);
  const row = (topic: string, query: string) =>
    found.find((one) => one.topic === topic && one.query === query);
  expect(found).toHaveLength(6);
  expect(row("001", "asked")).toMatchObject({
    stories: 20,
    of: 40,
    query_stories: 20,
    lift: 1.5,
    jaccard: 0.5,
  });
  expect(row("002", "asked")).toMatchObject({ stories: 0, of: 20, query_stories: 20, lift: 0 });
  expect(row("002", "none")).toMatchObject({
    stories: 20,
    of: 20,
    query_stories: 40,
    lift: 1.5,
    jaccard: 0.5,
  });
});

test("rows of all kinds of one run, with the same columns", () => {
  const all = topicModel.estimate(rows, topicModel.parameters.parse({ ...given, give: "all" }));
  const of = (kind: string) => all.filter((row) => row.kind === kind);
  expect(["topic", "query", "number"].map((kind) => of(kind).length)).toEqual([2, 6, 1]);
  expect(new Set(all.map((row) => Object.keys(row).join()))).toHaveProperty("size", 1);
  expect(of("topic")[0]).toMatchObject({ topic: "001", query: "none", stories: 40, of: 60 });
  expect(of("topic")[0]).not.toHaveProperty("unasked");
  expect(of("query").find(({ query }) => query === "none")).toMatchObject({
    topic: "001",
    stories: 20,
    of: 40,
  });
  expect(of("number")[0]).toMatchObject({ topic: "002", stories: 60, lemmas: null });
});

test("no lemma that passes the rule makes no rows", () => {
  const parameters = topicModel.parameters.parse({ ...given, min_stories: 100, give: "all" });
  expect(topicModel.estimate(rows, parameters)).toEqual([]);
});

test("wrong parameters are refused", () => {
  expect(topicModel.parameters.safeParse({ ...given, give: "both" }).success).toBe(false);
  expect(topicModel.parameters.safeParse({ ...given, give: "topics", topics: [] }).success).toBe(false);
});
