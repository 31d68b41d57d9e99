import { table } from "arquero";
import type { ChartHeader } from "../../src/components/charts/chart.ts";
import { ranking, volume } from "./samples.ts";

export const platforms = {
  header: {
    ...ranking.header,
    chart: { kind: "dumbbell", label: "topic", x: "share", low: "low", high: "high", by: "corpus" },
  } satisfies ChartHeader,
  rows: ranking.rows,
};

export const tones = {
  header: {
    title: "Tone by barrier",
    columns: {
      topic: ["id", "the barrier"],
      negative: ["proportion", "negative tone"],
      positive: ["proportion", "positive tone"],
    },
    chart: {
      kind: "diverging",
      label: "topic",
      left: "negative",
      left_low: "negative_low",
      left_high: "negative_high",
      right: "positive",
      right_low: "positive_low",
      right_high: "positive_high",
    },
  } satisfies ChartHeader,
  rows: table({
    topic: ["palsy", "autism", "violence"],
    negative: [0.2, 0.4, null],
    negative_low: [0.15, 0.35, null],
    negative_high: [0.26, 0.45, null],
    positive: [0.3, 0.1, null],
    positive_low: [0.24, 0.07, null],
    positive_high: [0.37, 0.14, null],
  }),
};

export const course = {
  header: {
    title: "From records to stories",
    columns: {
      stage: ["id", "the stage"],
      outcome: ["id", "the outcome"],
      units: ["count", "records, posts or stories"],
    },
    labels: {
      stage: { captured: "records captured" },
      outcome: { "no-id": "without an id" },
    },
    chart: { kind: "flow", stage: "stage", outcome: "outcome", x: "units" },
  } satisfies ChartHeader,
  rows: table({
    stage: ["captured", "captured", "captured", "posts", "posts", "stories"],
    outcome: ["kept", "unreadable", "no-id", "kept", "copies", "kept"],
    units: [1200, 30, null, 1160, 160, 1000],
  }),
};

/** The trend of `volume` with an event in its first month and a source that starts in its third. */
export const marked = {
  header: {
    ...volume.header,
    columns: { ...volume.header.columns, event: ["id", "an event"], coverage: ["id", "a change"] },
    labels: { event: { cut: "Connectivity cut" }, coverage: { start: "a source starts" } },
    chart: { ...volume.header.chart, marks: ["event", "coverage"] },
  } satisfies ChartHeader,
  rows: table({
    ...Object.fromEntries(volume.rows.columnNames().map((name) => [name, volume.rows.array(name)])),
    event: [...volume.rows.array("month")].map((month) =>
      String(month).startsWith("2022-01") ? "cut" : null,
    ),
    coverage: [...volume.rows.array("month")].map((month) =>
      String(month).startsWith("2022-03") ? "start" : null,
    ),
  }),
};
