import { describe, expect, it } from "vitest";
import { readQuery } from "../../loaders/statistics/header.ts";

const header = `-- title: Posts by corpus
-- question: How much is said?
-- population: All posts
-- unit: post
-- method: /methodology/counts
-- key: [corpus]
-- columns:
--   corpus: [id, the corpus]
--   posts: [count, posts of the corpus]
`;
const sql = "select corpus, count(*) as posts\nfrom posts\ngroup by corpus\norder by corpus";

function messageOf(text: string): string {
  try {
    readQuery(text, "posts.sql");
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}

describe("a query's header", () => {
  it("is read with the statement and the line it begins on", () => {
    const query = readQuery(`${header}\n${sql};\n`, "posts.sql");
    expect(query.header.key).toEqual(["corpus"]);
    expect(query.header.columns.posts).toEqual(["count", "posts of the corpus"]);
    expect(query.sql).toBe(sql);
    expect(query.sqlLine).toBe(11);
  });

  it("takes a chart, labels, an order and a guarded cell", () => {
    const more = `${header}-- cell: {count: posts, within: [corpus]}
-- order: [posts desc, corpus]
-- labels: {corpus: {public: {en: General public, ru: Широкая публика}, organisations: Organisations}}
-- chart: {kind: dots, label: corpus, x: posts}
`;
    const { header: read } = readQuery(more + sql, "posts.sql");
    expect(read.chart).toEqual({ kind: "dots", label: "corpus", x: "posts" });
    expect(read.order).toEqual(["posts desc", "corpus"]);
  });

  it("is required", () => {
    expect(() => readQuery(sql, "posts.sql")).toThrow(
      'posts.sql:1: found no header, expected "-- title: …" and the other fields before the statement',
    );
  });

  it("needs a statement after it", () => {
    expect(() => readQuery(header, "posts.sql")).toThrow("found no statement, expected one select");
  });

  it("names every mistake at once, with its line", () => {
    const wrong = header
      .replace("-- question: How much is said?\n", "")
      .replace("[count, posts of the corpus]", "[counts, posts of the corpus]")
      .replace("method: /methodology/counts", "method: counts")
      .concat("-- sort: corpus\n-- chart: {kind: pie, x: posts}\n");
    expect(messageOf(wrong + sql)).toBe(
      [
        "posts.sql:1: found no question, expected it in the header",
        'posts.sql:4: found "counts" for method, expected a site path such as /methodology/shares',
        'posts.sql:8: found "counts" for columns.posts.0, expected one of id, text, date, count, ' +
          "proportion, difference of proportions, per 1,000 residents, number",
        'posts.sql:9: found the field "sort", expected title, question, population, unit, method, key, columns, ' +
          "denominator, interval, limits, validation, cell, order, labels, headings, chart, choices",
        'posts.sql:10: found "pie" for chart.kind, expected a kind of chart: trend, dots, dumbbell, shares, stacked, opposed, map, flow, matrix, network, diverging, heat, lorenz, multiverse, own',
      ].join("\n"),
    );
  });

  it("names columns that it does not declare", () => {
    const wrong = `${header.replace("key: [corpus]", "key: [corpus, month]")}-- cell: {count: stories}
-- chart: {kind: dots, label: corpus, x: share}
`;
    expect(messageOf(wrong + sql)).toBe(
      [
        'posts.sql:6: found column "month" in key, expected one of columns: corpus, posts',
        'posts.sql:10: found column "stories" in cell, expected one of columns: corpus, posts',
        'posts.sql:11: found column "share" in chart, expected one of columns: corpus, posts',
      ].join("\n"),
    );
  });

  it("says where it is not YAML", () => {
    expect(() => readQuery(`-- title: [a\n-- key: b\n${sql}`, "posts.sql")).toThrow(
      /posts\.sql:\d: found a header that is not YAML/,
    );
  });

  it("asks for quotes around a meaning with a comma", () => {
    const wrong = header.replace("[id, the corpus]", "[id, the corpus, as in study.yml]");
    expect(() => readQuery(wrong + sql, "posts.sql")).toThrow(
      'posts.sql:8: found ["id","the corpus","as in study.yml"] for columns.corpus, ' +
        "expected [unit, meaning], with quotes around what has a comma in it",
    );
  });
});
