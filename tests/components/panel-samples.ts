import { table } from "arquero";
import type { ChartHeader } from "../../src/components/charts/chart.ts";
import { curve } from "./multiverse-samples.ts";

const places = { north: "Northland", south: "Southland", east: "Eastland" };

/** The Lorenz curve with limits. */
export const band = {
  header: {
    ...curve.header,
    columns: {
      ...curve.header.columns,
      low: ["proportion", "lower limit"],
      high: ["proportion", "upper limit"],
    },
    chart: { kind: "lorenz", label: "place", x: "residents", y: "told", low: "low", high: "high" },
  } satisfies ChartHeader,
  rows: table({
    place: ["south", "north"],
    residents: [1, 0.7],
    told: [1, 0.4],
    low: [1, 0.3],
    high: [1, 0.5],
  }),
};

/** Cells of two corpora; one lacks a cell. */
export const panels = {
  header: {
    title: "Topics by region",
    columns: {
      corpus: ["id", "the corpus"],
      topic: ["id", "the topic"],
      place: ["id", "the place"],
      share: ["proportion", "share of stories"],
    },
    labels: {
      corpus: { public: "The public", organisations: "Organisations" },
      topic: { autism: "Autism" },
      place: places,
    },
    chart: { kind: "matrix", row: "topic", column: "place", x: "share", facet: "corpus" },
  } satisfies ChartHeader,
  rows: table({
    corpus: ["public", "public", "organisations"],
    topic: ["autism", "autism", "autism"],
    place: ["north", "south", "north"],
    share: [0.4, 0.2, 0.1],
  }),
};

/** Two places with shares of one whole, and one that is withheld. */
export const pieces = {
  header: {
    title: "Boys and girls by place",
    columns: {
      place: ["id", "the place"],
      sex: ["id", "the sex"],
      share: ["proportion", "share of stories"],
      low: ["proportion", "lower limit"],
      high: ["proportion", "upper limit"],
    },
    labels: { sex: { boys: "Boys", girls: "Girls" }, place: places },
    chart: { kind: "stacked", label: "place", x: "share", low: "low", high: "high", by: "sex" },
  } satisfies ChartHeader,
  rows: table({
    place: ["north", "north", "south", "south", "east", "east"],
    sex: ["boys", "girls", "boys", "girls", "boys", "girls"],
    share: [0.7, 0.3, 0.8, 0.2, null, null],
    low: [0.65, 0.25, 0.75, 0.15, null, null],
    high: [0.75, 0.35, 0.85, 0.25, null, null],
  }),
};
