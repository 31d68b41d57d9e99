import { table } from "arquero";
import type { ChartHeader } from "../../src/components/charts/chart.ts";

const places = { north: "Northland", south: "Southland" };

/** Two topics in two places, one cell withheld. */
export const quotients = {
  header: {
    title: "Topics by place",
    columns: {
      topic: ["id", "the topic"],
      place: ["id", "the place"],
      quotient: ["number", "location quotient"],
      low: ["number", "lower limit"],
      high: ["number", "upper limit"],
    },
    labels: { place: places },
    chart: {
      kind: "heat",
      row: "topic",
      column: "place",
      x: "quotient",
      low: "low",
      high: "high",
      reference: 1,
    },
  } satisfies ChartHeader,
  rows: table({
    topic: ["autism", "autism", "palsy", "palsy"],
    place: ["north", "south", "north", "south"],
    quotient: [2.1, 1.1, 0.9, null],
    low: [1.4, 0.8, 0.6, null],
    high: [3, 1.5, 1.3, null],
  }),
};

export const curve = {
  header: {
    title: "Stories over residents",
    columns: {
      place: ["id", "the place"],
      residents: ["proportion", "share of residents"],
      told: ["proportion", "share of stories"],
    },
    labels: { place: places },
    chart: { kind: "lorenz", label: "place", x: "residents", y: "told" },
  } satisfies ChartHeader,
  rows: table({ place: ["south", "north"], residents: [1, 0.7], told: [1, 0.4] }),
};

/** Three of four combinations have an estimate. */
export const specifications = {
  header: {
    title: "Boys' share",
    columns: {
      lexicon: ["id", "the words"],
      counted: ["id", "what counts"],
      share: ["proportion", "boys' share"],
      low: ["proportion", "lower limit"],
      high: ["proportion", "upper limit"],
    },
    labels: {
      lexicon: { main: "Main", wide: "Wide" },
      counted: { stories: "Copies count once", posts: "Each post counts" },
    },
    chart: {
      kind: "multiverse",
      x: "share",
      low: "low",
      high: "high",
      choices: ["lexicon", "counted"],
      base: { lexicon: "main", counted: "stories" },
    },
  } satisfies ChartHeader,
  rows: table({
    lexicon: ["main", "main", "wide", "wide"],
    counted: ["stories", "posts", "stories", "posts"],
    share: [0.73, 0.74, 0.9, null],
    low: [0.71, 0.72, 0.88, null],
    high: [0.75, 0.76, 0.92, null],
  }),
};
