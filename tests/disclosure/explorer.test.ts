import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Cell, cubeOf } from "../../loaders/publish/explorer/cube.ts";
import { groupOf } from "../../loaders/publish/explorer/published-counts.ts";
import { explorerFile } from "../../loaders/publish/explorer/write-explorer.ts";
import { randomNumbers } from "../corpus/made-captures.ts";
import { type AttackedMark, type ExplorerCells, withheldBy } from "./explorer-cells.ts";
import { determined } from "./linear-attack.ts";

const threshold = 5;
const marks: readonly AttackedMark[] = ["map_unit", "language", "quarter"];

/** Names and values of small numbers that subtraction finds. */
function found(cells: ExplorerCells): string[] {
  return marks.flatMap((mark) => {
    const { unknowns, equations } = withheldBy(cells, mark);
    return determined(unknowns, equations)
      .map((at) => unknowns[at]!)
      .filter(({ low }) => low > 0 && low < threshold)
      .map(({ name, low }) => `${name} = ${low}`);
  });
}

const values = {
  map_unit: ["north", "south", "west", "nowhere"],
  language: ["kk", "ru"],
  platform: ["telegram", "instagram", "news"],
  quarter: ["2022-Q1", "2022-Q2", "2022-Q3"],
  topic: ["school", "access", "staff", "money", "family"],
};

/** What the explorer would publish of some stories, with every count beside it that is 0 or at least the threshold. */
function published(stories: readonly Cell[], cells: readonly Cell[] = cubeOf(stories, threshold).cells) {
  const counts = (ids: readonly string[], isMeant: (cell: Cell, id: string) => boolean) =>
    new Map(
      ids.map((id) => {
        const count = stories
          .filter((cell) => isMeant(cell, id))
          .reduce((sum, cell) => sum + cell.stories, 0);
        return [id, count > 0 && count < threshold ? null : count] as const;
      }),
    );
  const all = groupOf("public", "general");
  const alone = new Map([
    ...marks.map(
      (mark) => [mark, new Map([[all, counts(values[mark], (cell, id) => cell[mark] === id)]])] as const,
    ),
    ["topic", new Map([[all, counts(values.topic, (cell, id) => cell.topics!.includes(id))]])] as const,
  ]);
  const byTopic = new Map(
    (["map_unit", "quarter"] as const).map((mark) => [
      mark,
      new Map(
        values.topic.map((topic) => [
          groupOf("public", "general", topic),
          counts(values[mark], (cell, id) => cell[mark] === id && cell.topics!.includes(topic)),
        ]),
      ),
    ]),
  );
  const whole = cells.reduce((sum, cell) => sum + cell.stories, 0);
  return explorerFile(
    {
      cells,
      stories: whole,
      withheld: { map_unit: 0, language: 0, platform: 0, quarter: 0, topics: 0 },
      left_out: 0,
    },
    { alone, byTopic },
    {
      threshold,
      organisationPosts: false,
      organisations: [],
      regions: {},
      corpora: ["public"],
      scopes: ["general"],
      platforms: values.platform,
      topics: values.topic,
      mapUnits: values.map_unit,
      labels: {},
      title: {},
      citation: { authors: [] },
    },
  );
}

function story(map_unit: string, topics: readonly string[], stories: number): Cell {
  return {
    corpus: "public",
    scope: "general",
    map_unit,
    language: "kk",
    platform: "news",
    quarter: "2022-Q1",
    topics,
    stories,
  };
}

/** Stories with marks by chance, the first values of each mark the likeliest. */
function madeStories(random: () => number): Cell[] {
  const pick = (ids: readonly string[]) => ids[Math.floor(ids.length * random() ** 2)]!;
  const made = new Map<string, Cell>();
  for (let left = 60 + Math.floor(random() * 500); left > 0; left--) {
    const topics = values.topic.filter((_, place) => random() < 0.35 / (place + 1));
    const marksOfStory = {
      map_unit: pick(values.map_unit),
      language: pick(values.language),
      platform: pick(values.platform),
      quarter: pick(values.quarter),
    };
    const key = JSON.stringify([marksOfStory, topics]);
    const known = made.get(key)?.stories ?? 0;
    made.set(key, { ...story("", topics, known + 1), ...marksOfStory });
  }
  return [...made.values()];
}

describe("what the explorer's cells withhold", () => {
  it("is found by three tables where cells of at least five are all that is asked for", () => {
    const stories = [
      story("north", ["school"], 2),
      story("south", ["school"], 6),
      story("north", ["access", "school"], 6),
      story("south", ["access", "school"], 6),
    ];
    const unsafe = [
      { ...story("", ["school"], 8), map_unit: null },
      { ...story("", ["access", "school"], 12), map_unit: null },
    ];
    // Eight stories of the north are on school, six of them on access too.
    expect(found(published(stories, unsafe))).toEqual(["public general: north and school = 2"]);
  });

  it("is not found in cells of made stories", { timeout: 120_000 }, () => {
    const random = randomNumbers(7);
    let withheld = 0;
    for (let round = 0; round < 150; round++) {
      const stories = madeStories(random);
      const cube = cubeOf(stories, threshold);
      const file = published(stories, cube.cells);
      // A quarter or language that no cell shows has no column.
      if (cube.left_out > 0 || marks.some((mark) => file.dimensions[mark].length < values[mark].length))
        continue;
      expect(found(file)).toEqual([]);
      withheld += cube.withheld.map_unit;
    }
    expect(withheld).toBeGreaterThan(5_000);
  });

  it.skipIf(!existsSync("src/data/explorer/explorer.json"))(
    "is not found in the demo's (needs npm run data)",
    () => {
      expect(found(JSON.parse(readFileSync("src/data/explorer/explorer.json", "utf8")))).toEqual([]);
    },
  );
});
