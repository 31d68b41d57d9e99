import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cell, cubeOf } from "../../../loaders/publish/explorer/cube.ts";
import {
  type CountedMark,
  countedMarks,
  groupOf,
  topicMarks,
} from "../../../loaders/publish/explorer/published-counts.ts";
import { explorerFile } from "../../../loaders/publish/explorer/write-explorer.ts";
import { type Chosen, count, workFor } from "../../../src/components/explorer/count.ts";
import { cellsOf, type ExplorerFile, type Mark, marks } from "../../../src/components/explorer/data.ts";
import { withPublished } from "../../../src/components/explorer/whole.ts";

const threshold = 5;
const topics = ["t1", "t2"];
const cell: fc.Arbitrary<Cell> = fc.record({
  corpus: fc.constantFrom("a", "b"),
  scope: fc.constantFrom("s", "t"),
  map_unit: fc.constantFrom("north", "south", "none"),
  language: fc.constantFrom("x", "y"),
  platform: fc.constantFrom("p", "q"),
  quarter: fc.constantFrom("2022-Q1", "2022-Q2", "2022-Q3"),
  topics: fc.subarray(topics),
  stories: fc.integer({ min: 1, max: 12 }),
});

function has(cell: Cell, mark: Mark, value: string): boolean {
  return mark === "topic" ? cell.topics!.includes(value) : cell[mark] === value;
}

function total(cells: readonly Cell[], holds: (cell: Cell) => boolean): number {
  return cells.filter(holds).reduce((sum, { stories }) => sum + stories, 0);
}

/** Whether the file has the corpus and the scope, where they are chosen. */
function knows(
  { dimensions, left_out }: ExplorerFile,
  corpus: string | undefined,
  scope: string | undefined,
): boolean {
  const isIn = (value: string | undefined, all: readonly string[]) =>
    value === undefined || all.includes(value);
  return left_out === 0 && isIn(corpus, dimensions.corpus) && isIn(scope, dimensions.scope);
}

/** The explorer's file for stories, beside tables that withhold what is below the threshold, and some more. */
function fileOf(stories: readonly Cell[], withheld: (mark: string, value: string) => boolean) {
  const tableOf = <M extends CountedMark>(mark: M, holds: (cell: Cell) => boolean) =>
    ["a", "b"].flatMap((corpus) =>
      ["s", "t"].map((scope) => {
        const counted = values[mark].map((value) => {
          const own = (one: Cell) =>
            one.corpus === corpus && one.scope === scope && has(one, mark, value) && holds(one);
          const found = total(stories, own);
          const isSmall = found > 0 && found < threshold;
          return [value, isSmall || withheld(mark, value) ? null : found] as const;
        });
        return [corpus, scope, new Map(counted)] as const;
      }),
    );
  const alone = new Map(
    countedMarks.map((mark) => [
      mark,
      new Map(tableOf(mark, () => true).map(([corpus, scope, counted]) => [groupOf(corpus, scope), counted])),
    ]),
  );
  const byTopic = new Map(
    topicMarks.map((mark) => [
      mark,
      new Map(
        topics.flatMap((topic) =>
          tableOf(mark, (cell) => cell.topics!.includes(topic)).map(
            ([corpus, scope, counted]) => [groupOf(corpus, scope, topic), counted] as const,
          ),
        ),
      ),
    ]),
  );
  return explorerFile(
    cubeOf(stories, threshold),
    { alone, byTopic },
    {
      threshold,
      organisationPosts: false,
      organisations: [],
      regions: {},
      corpora: ["a", "b"],
      scopes: ["s", "t"],
      platforms: ["p", "q"],
      topics,
      mapUnits: ["north", "south"],
      labels: {},
      title: {},
      citation: { authors: [] },
    },
  ) as unknown as ExplorerFile;
}

const values = {
  map_unit: ["north", "south"],
  language: ["x", "y"],
  quarter: ["2022-Q1", "2022-Q2", "2022-Q3"],
  topic: topics,
};

const shown = fc.record({
  stories: fc.array(cell, { minLength: 1, maxLength: 120 }),
  withheld: fc.subarray(["map_unit north", "language x", "quarter 2022-Q2", "topic t1"]),
  corpus: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
  scope: fc.option(fc.constantFrom("s", "t"), { nil: undefined }),
});

function answerOf(
  file: ExplorerFile,
  values: Partial<Record<Mark, string | undefined>>,
  quarters?: readonly [number, number],
) {
  const cells = cellsOf(file);
  const codes = Object.entries(values).flatMap(([mark, value]) => {
    const code = file.dimensions[mark as Mark].indexOf(value ?? "") + 1;
    return code === 0 ? [] : [[mark, code]];
  });
  const chosen: Chosen = { values: Object.fromEntries(codes), ...(quarters && { quarters }) };
  const counts = count(cells, chosen, workFor(cells));
  return { counts, answer: withPublished(counts, cells, file.published, chosen) };
}

test("without a further choice panels have the published counts, and add up to all stories", () => {
  fc.assert(
    fc.property(shown, ({ stories, withheld, corpus, scope }) => {
      const file = fileOf(stories, (mark, value) => withheld.includes(`${mark} ${value}`));
      if (!knows(file, corpus, scope)) return;
      const { counts, answer } = answerOf(file, { corpus, scope });
      expect(answer.stories).toBe(counts.stories);
      for (const mark of countedMarks) {
        const isAll = file.published.alone[mark]!.flat().every((list) => list !== null);
        const panel = answer.by[mark];
        for (const [at, value] of file.dimensions[mark].entries()) {
          const own = (one: Cell) =>
            (corpus ?? one.corpus) === one.corpus &&
            (scope ?? one.scope) === one.scope &&
            has(one, mark, value);
          const isPublished =
            isAll &&
            file.published.alone[mark]!.flat().every((list) => list!.length === 0 || list![at] !== null);
          if (isPublished) expect(panel[at + 1]).toBe(total(stories, own));
          else expect(panel[at + 1]).toBeLessThanOrEqual(total(stories, own));
        }
        if (mark !== "topic") expect(panel.reduce((sum, next) => sum + next, 0)).toBe(answer.stories);
        for (const next of mark === "topic" ? panel.subarray(1) : panel)
          expect(next === 0 || next >= threshold, `${mark} ${panel.join(" ")}`).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test("with one further mark the sum is what is published, and every panel adds up to it", () => {
  let uncertain = 0;
  let byTopic = 0;
  fc.assert(
    fc.property(
      shown,
      fc.constantFrom(...countedMarks),
      fc.nat(2),
      fc.constantFrom([1, 2] as const, [2, 3] as const, undefined),
      ({ stories, withheld, corpus, scope }, mark, place, range) => {
        const file = fileOf(stories, (name, value) => withheld.includes(`${name} ${value}`));
        const value = file.dimensions[mark][place];
        if (value === undefined || !knows(file, corpus, scope)) return;
        const quarters = mark === "quarter" ? (range ?? [place + 1, place + 1]) : undefined;
        if (quarters !== undefined && quarters[1] > file.dimensions.quarter.length) return;
        const { counts, answer } = answerOf(
          file,
          { corpus, scope, ...(quarters ? {} : { [mark]: value }) },
          quarters,
        );
        const asked = quarters ? file.dimensions.quarter.slice(quarters[0] - 1, quarters[1]) : [value];
        const holds = (one: Cell) =>
          (corpus ?? one.corpus) === one.corpus &&
          (scope ?? one.scope) === one.scope &&
          asked.some((next) => has(one, mark, next));
        const exact = total(stories, holds);
        if (answer === counts) return;
        expect([answer.stories, answer.uncertain]).toEqual([exact, 0]);
        if (counts.stories < exact) uncertain++;
        for (const name of mark === "topic" ? topicMarks : ["topic" as const]) {
          for (const [at, other] of file.dimensions[name].entries()) {
            const truth = total(stories, (one) => holds(one) && has(one, name, other));
            expect(answer.by[name][at + 1]).toBeLessThanOrEqual(truth);
            if (answer.by[name][at + 1]! > counts.by[name][at + 1]!) {
              expect(answer.by[name][at + 1]).toBe(truth);
              byTopic++;
            }
          }
          for (const next of answer.by[name].subarray(name === "topic" ? 1 : 0))
            expect(next === 0 || next >= threshold).toBe(true);
        }
        for (const name of marks) {
          if (name !== "topic") expect(answer.by[name].reduce((sum, next) => sum + next, 0)).toBe(exact);
          expect(Math.min(...answer.by[name])).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(uncertain, "answers that the cells alone do not give").toBeGreaterThan(5);
  expect(byTopic, "panels by topic that the cells alone do not give").toBeGreaterThan(5);
});

test("two further marks are counted over the cells alone", () => {
  fc.assert(
    fc.property(shown, ({ stories, corpus, scope }) => {
      const file = fileOf(stories, () => false);
      const [language] = file.dimensions.language;
      const { counts, answer } = answerOf(file, { corpus, scope, language, map_unit: "north" });
      if (language !== undefined) expect(answer).toBe(counts);
    }),
  );
});
