import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { concordance, type Post, topicConcordance } from "../../../src/components/explorer/concordance.ts";
import { lineRows, lineTable } from "../../../src/components/explorer/concordance-view.ts";
import { count } from "../../../src/components/explorer/count.ts";
import { csv } from "../../../src/components/explorer/csv.ts";
import { cellsOf, type Mark } from "../../../src/components/explorer/data.ts";
import { chosenOf, searchOf, stateOf } from "../../../src/components/explorer/state.ts";
import { explorerWords } from "../../../src/components/explorer/words.ts";

const hostile = [
  "<script>alert(1)</script><img src=x onerror=alert(2)> школа",
  '<a href="javascript:alert(3)">школа</a>',
  "школа \ufffdслева направо",
  `школа ${"ы".repeat(10_000)}`,
  `${"школа".repeat(2_000)}`,
  '=HYPERLINK("https://example.org","школа")',
  "+7 школа",
  "@школа",
  "-школа\n,\"'",
];

function post(text: string): Post {
  return {
    organisation: "=org",
    scope: "s",
    platform: "p",
    language: "ru",
    day: "2022-03-04",
    map_unit: "none",
    topics: [],
    places: [],
    text,
  };
}

test("hostile posts show as text: no element comes of them, no line is long", () => {
  const { document } = new JSDOM("<main></main>").window;
  for (const word of ["школа", ""]) {
    const { lines, found } = concordance(hostile.map(post), word, 50);
    expect(found).toBeGreaterThanOrEqual(hostile.length - 1);
    const table = lineTable(document, lines, explorerWords("en"), ({ organisation }) => organisation);
    expect([...table.querySelectorAll("script, img, a, iframe")]).toEqual([]);
    expect(table.querySelectorAll("td > bdi").length).toBe(lines.length * 4);
    for (const cell of table.querySelectorAll("td")) expect(cell.textContent!.length).toBeLessThan(130);
    expect(table.textContent).toContain("<script>alert(1)</script>");
  }
});

test("no cell of the export starts a formula, and it reads back as it was written", () => {
  const { lines } = concordance(hostile.map(post), "", 50);
  const rows = lineRows(lines, explorerWords("en"), ({ organisation }) => organisation);
  const read = parse(csv(rows)) as string[][];
  expect(read.length).toBe(rows.length);
  for (const cell of read.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: "binary" }), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
      (given) => {
        const back = parse(csv(given), { relax_column_count: true, record_delimiter: "\n" }) as string[][];
        expect(back.map((row) => row.map((cell) => cell.replace(/^'(?=\s*[=+\-@\t\r])/, "")))).toEqual(given);
      },
    ),
  );
});

test("a word is found at the beginning of words, whatever its case and ё", () => {
  const { lines, found } = concordance([post("Ребёнок и РЕБЕНКА; неребенок. Мектепте")], "ребен", 10);
  expect(found).toBe(2);
  expect(lines.map(({ match }) => match)).toEqual(["Ребёнок", "РЕБЕНКА"]);
  expect(lines[1]!.before).toBe("Ребёнок и ");
  expect(concordance([post("мектепте")], "Мектеп", 10).lines[0]!.match).toBe("мектепте");
});

test("a topic stands in concordance by the words for which posts have it, though they begin with other words", () => {
  const text = "Заголовок\nНаш  ребёнок и мектеп";
  const told: Post = {
    ...post(text),
    topics: ["school", "child"],
    places: [
      [text.indexOf("мектеп"), 6],
      [text.indexOf("ребёнок"), 7, 0, 9],
    ],
  };
  const silent: Post = { ...post("Ни слова о ней"), topics: ["child"], places: [[]] };
  const { lines, found } = topicConcordance([told, silent], "child", 10);
  expect(found).toBe(3);
  expect(lines.map(({ before, match, after }) => [before, match, after])).toEqual([
    ["Заголовок Наш  ", "ребёнок", " и мектеп"],
    ["", "Заголовок", " Наш  ребёнок и мектеп"],
    ["", "", "Ни слова о ней"],
  ]);
  expect(topicConcordance([told, silent], "child", 1)).toEqual({ lines: lines.slice(0, 1), found: 3 });
  expect(topicConcordance([told], "school", 10).lines[0]!.match).toBe("мектеп");
});

const dimensions = {
  corpus: ["a", "b"],
  scope: ["s"],
  platform: ["p", "q"],
  language: ["x", "y"],
  map_unit: ["north", "south"],
  quarter: ["2022-Q1", "2022-Q2", "2022-Q3"],
  topic: ["t1", "t2", "t3"],
};
const topicSets = [[], [0], [0, 2], [1, 2]];

test("counts are those of a plain filter over the cells", () => {
  const code = (mark: Mark) => fc.integer({ min: 0, max: dimensions[mark].length });
  const cell = fc.record({
    corpus: fc.integer({ min: 1, max: 2 }),
    scope: fc.constant(1),
    platform: code("platform"),
    language: code("language"),
    map_unit: code("map_unit"),
    quarter: code("quarter"),
    topics: fc.integer({ min: 0, max: topicSets.length }),
    stories: fc.integer({ min: 5, max: 50 }),
  });
  const values = fc.record(
    {
      corpus: fc.integer({ min: 1, max: 2 }),
      map_unit: fc.integer({ min: 1, max: 2 }),
      topic: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: [] },
  );
  const quarters = fc.option(fc.constantFrom([1, 2] as const, [2, 3] as const), { nil: undefined });
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 40 }), values, quarters, (rows, chosen, range) => {
      const columns = Object.fromEntries(
        Object.keys(rows[0] ?? { stories: 0, topics: 0, ...dimensions }).map((name) => [
          name,
          rows.map((row) => row[name as keyof typeof row]),
        ]),
      ) as never;
      const found = count(cellsOf({ columns, dimensions, topic_sets: topicSets }), {
        values: chosen,
        ...(range === undefined ? {} : { quarters: range }),
      });
      const topicsOf = (row: (typeof rows)[number]) => topicSets[row.topics - 1] ?? [];
      const answers = rows.map((row) => {
        const tests = [
          chosen.corpus === undefined ? true : row.corpus === chosen.corpus,
          chosen.map_unit === undefined ? true : row.map_unit === 0 ? "?" : row.map_unit === chosen.map_unit,
          chosen.topic === undefined
            ? true
            : row.topics === 0
              ? "?"
              : topicsOf(row).includes(chosen.topic - 1),
          range === undefined
            ? true
            : row.quarter === 0
              ? "?"
              : row.quarter >= range[0] && row.quarter <= range[1],
        ];
        return tests.includes(false) ? "no" : tests.includes("?") ? "maybe" : "yes";
      });
      const sum = (answer: string, holds: (row: (typeof rows)[number]) => boolean = () => true) =>
        rows.reduce((all, row, at) => all + (answers[at] === answer && holds(row) ? row.stories : 0), 0);
      expect(found.stories).toBe(sum("yes"));
      expect(found.uncertain).toBe(sum("maybe"));
      for (const unit of [0, 1, 2])
        expect(found.by.map_unit[unit]).toBe(sum("yes", (row) => row.map_unit === unit));
      for (const topic of [1, 2, 3])
        expect(found.by.topic[topic]).toBe(sum("yes", (row) => topicsOf(row).includes(topic - 1)));
    }),
  );
});

test("the address keeps the choice, and leaves out what the study does not know", () => {
  const state = stateOf(
    "?corpus=b&region=south&topic=nothing&from=2022-Q3&to=2022-Q1&word=%3Cb%3E",
    dimensions,
  );
  expect(state).toMatchObject({ corpus: "b", map_unit: "south", topic: "", from: "2022-Q3", word: "<b>" });
  expect(stateOf(searchOf(state), dimensions)).toEqual(state);
  expect(chosenOf(state, dimensions)).toEqual({ values: { corpus: 2, map_unit: 2 }, quarters: [1, 3] });
  expect(searchOf(stateOf("", dimensions))).toBe("");
});
