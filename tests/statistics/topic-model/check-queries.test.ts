import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { seeded } from "../../../loaders/random.ts";
import { checkQueries, defaults } from "../../../loaders/statistics/topic-model/check-queries.ts";
import { intrusionTasks, modelPrecision } from "../../../loaders/statistics/topic-model/intrusion.ts";
import { intrusionSheets } from "../../../loaders/statistics/topic-model/intrusion-sheet.ts";
import { queryFit } from "../../../loaders/statistics/topic-model/query-fit.ts";
import { type TermRow, termMatrix } from "../../../loaders/statistics/topic-model/term-matrix.ts";

const themes = ["school", "health", "transport", "music"];
const words = themes.flatMap((theme) => Array.from({ length: 12 }, (_, i) => `${theme}${i}`));

/** Stories of one theme each, ten words of it and two of any; only the first three themes have a query. */
function corpus() {
  const random = seeded(9, "test");
  const rows: TermRow[] = [];
  const queries = new Map<string, string[]>();
  for (let story = 0; story < 400; story++) {
    const id = `s${String(story).padStart(3, "0")}`;
    const theme = themes[story % 4]!;
    for (let i = 0; i < 10; i++)
      rows.push({ story: id, lemma: `${theme}${Math.floor(random() * 12)}`, count: 1 });
    for (let i = 0; i < 2; i++)
      rows.push({ story: id, lemma: words[Math.floor(random() * words.length)]!, count: 1 });
    rows.push({ story: id, lemma: "everywhere", count: 1 });
    if (theme !== "music" && random() < 0.9) queries.set(id, [theme]);
  }
  rows.push({ story: "s000", lemma: "once", count: 3 });
  return { rows, queries };
}

const { rows, queries } = corpus();
const settings = {
  ...defaults,
  topics: [2, 4, 8],
  run: { burnIn: 60, samples: 5, every: 2 },
  trial: { burnIn: 60, samples: 5, every: 2, stories: 200 },
};
const publishable = new Set(words.filter((word) => word !== "music0"));
const check = checkQueries(rows, queries, publishable, settings);

test("what people talk about that no query asks for comes to light", () => {
  expect(check.topics).toHaveLength(4);
  for (const topic of check.topics) {
    const own = check.topicLemmas.filter((row) => row.topic === topic.topic);
    const theme = themes.find((name) => own.every(({ lemma }) => lemma.startsWith(name)))!;
    expect(topic.stories).toBe(100);
    expect(topic.seedCosine).toBeGreaterThan(0.99);
    expect(topic.nmfCosine).toBeGreaterThan(0.95);
    if (theme === "music") {
      expect(topic.unasked).toBe(100);
      expect(topic.best).toBeNull();
    } else {
      expect(topic.best!.query).toBe(theme);
      expect(topic.best!.both).toBe(100 - topic.unasked);
      expect(topic.best!.lift).toBeGreaterThan(3.5);
    }
  }
  expect(new Set(check.topicLemmas.map(({ lemma }) => lemma.replace(/\d+/, ""))).size).toBe(4);
  expect(check.topics.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
});

test("a lemma that may not be published is in no row and in no task", () => {
  expect(check.topicLemmas.map(({ lemma }) => lemma)).not.toContain("music0");
  expect(check.intrusion.flatMap(({ words: shown }) => shown)).not.toContain("music0");
  const none = checkQueries(rows, queries, new Set(), { ...settings, topics: [4], seeds: [1] });
  expect(none.topicLemmas).toEqual([]);
  expect(none.intrusion).toEqual([]);
  expect(none.topics[0]!.seedCosine).toBeNull();
});

test("lemmas that are too rare or too common are not read, unless they are seeds", () => {
  const rule = { minStories: 10, maxShare: 0.5 };
  expect(termMatrix(rows, rule).lemmas).toEqual([...words].sort());
  expect(termMatrix(rows, rule, new Set(["once"])).lemmas).toContain("once");
});

test("the order of the rows plays no part", () => {
  expect(checkQueries([...rows].reverse(), queries, publishable, settings)).toEqual(check);
});

test("rows without a lemma that passes, and counts that are none, are refused", () => {
  expect(() => checkQueries([], queries, publishable, settings)).toThrow("found 0 stories");
  expect(() => termMatrix([{ story: "s", lemma: "w", count: 0 }], settings.lemmas)).toThrow(
    'a count of 0 of "w"',
  );
});

test("model topics against queries, counted by hand", () => {
  const { fits, overlaps } = queryFit(3, [0, 0, 0, 1, 1], [["a"], ["a", "b"], [], ["b"], ["b"]]);
  expect(fits.map(({ stories, unasked, best }) => [stories, unasked, best?.query ?? null])).toEqual([
    [3, 1, "a"],
    [2, 0, "b"],
    [0, 0, null],
  ]);
  const [a] = overlaps;
  expect([a!.both, a!.jaccard]).toEqual([2, 2 / 3]);
  expect(a!.share).toBeCloseTo(2 / 3, 12);
  expect(a!.lift).toBeCloseTo(2 / 3 / (2 / 5), 12);
});

test("an intruder is strange to its topic and at home in another", () => {
  expect(check.intrusion).toHaveLength(4);
  for (const { words: shown, intruder } of check.intrusion) {
    const theme = (word: string) => word.replace(/\d+/, "");
    const own = shown.filter((word) => word !== intruder).map(theme);
    expect(shown).toHaveLength(6);
    expect(new Set(own).size).toBe(1);
    expect(theme(intruder)).not.toBe(own[0]);
  }
  expect(intrusionTasks([Float64Array.of(1)], ["w"], new Set(["w"]), seeded(1, "x"))).toEqual([]);
});

test("the sheet has no answers in it, the key has them, and both survive a CSV reader", () => {
  const odd = [{ topic: 2, words: ["=1+1", 'a"b', "c,d", "e", "f", "g"], intruder: "c,d" }];
  const { sheet, key } = intrusionSheets(odd);
  const read = (text: string) => parse(text, { columns: true, bom: true }) as Record<string, string>[];
  expect(Object.values(read(sheet)[0]!)).toEqual(["1", "'=1+1", 'a"b', "c,d", "e", "f", "g", ""]);
  expect(read(key)).toEqual([{ task: "1", topic: "2", intruder: "c,d" }]);
});

test("model precision is the share of right answers among those given", () => {
  const tasks = ["a", "b", "c"].map((intruder, topic) => ({ topic, intruder, words: [] }));
  expect(modelPrecision(tasks, ["a", " b ", "x"])).toBeCloseTo(2 / 3, 12);
  expect(modelPrecision(tasks, ["a", "", null])).toBe(1);
  expect(modelPrecision(tasks, [null, null])).toBeNull();
});
