import { table } from "arquero";
import type { ChartHeader } from "../../src/components/charts/chart.ts";

const points = "difference of proportions";
const slope = {
  low: ["number", "lower limit of the slope"],
  high: ["number", "upper limit of the slope"],
} as const;

/** Differences of shares to both sides of 0: one without an interval, one withheld, one that rounds to nothing. */
export const differences = {
  header: {
    title: "Difference of the corpora",
    columns: {
      topic: ["id", "the topic"],
      difference: [points, "share of the one less share of the other"],
      low: [points, "lower limit"],
      high: [points, "upper limit"],
    },
    chart: { kind: "dots", label: "topic", x: "difference", low: "low", high: "high", reference: 0 },
  } satisfies ChartHeader,
  rows: table({
    topic: ["violence", "autism", "parents", "buildings", "palsy", "consultation"],
    difference: [0.0107, -0.0003, null, -0.0064, 0.004, -0.0057],
    low: [0.0002, -0.0053, null, -0.0135, null, -0.01],
    high: [0.0214, 0.005, null, 0.001, null, -0.0013],
  }),
};

/** Slopes of two corpora in two panels, most of them above 0. */
export const changes = {
  header: {
    title: "Trend on each topic",
    columns: {
      corpus: ["id", "the corpus"],
      topic: ["id", "the topic"],
      basis: ["id", "which months count"],
      slope: ["number", "change of stories a day"],
      ...slope,
    },
    labels: { basis: { all: "all months", quiet: "without events" } },
    chart: {
      kind: "dots",
      label: "topic",
      x: "slope",
      low: "low",
      high: "high",
      by: "corpus",
      facet: "basis",
      reference: 0,
    },
  } satisfies ChartHeader,
  rows: table({
    corpus: ["public", "organisations", "public", "public", "public"],
    topic: ["autism", "autism", "palsy", "autism", "palsy"],
    basis: ["all", "all", "all", "quiet", "quiet"],
    slope: [2.58, 1.91, -0.2, 2.44, 0.04],
    low: [0.46, 1.14, -0.4, 0.46, -0.6],
    high: [4.75, 3.48, 0.1, 4.25, 0.6],
  }),
};

/** Scores within a few tenths of each other (logDice, 14 at most). */
export const closeness = {
  header: {
    title: "Words that stand next to each other",
    columns: { words: ["text", "two words"], logdice: ["number", "logDice, 14 at most"] },
    chart: { kind: "dots", label: "words", x: "logdice", low: "low", high: "high" },
  } satisfies ChartHeader,
  rows: table({
    words: ["детского сада", "ерекше бала"],
    logdice: [13.7013, 11.7717],
    low: [13.6592, 11.5906],
    high: [13.7434, 11.9529],
  }),
};
