import { table } from "arquero";
import type { FeatureCollection } from "geojson";
import type { ChartHeader } from "../../src/components/charts/chart.ts";

/** Titles of ids as a study has them: long ones, short ones, Cyrillic ones. */
export const labels: Record<string, string> = {
  public: "General public",
  organisations: "Organisations",
  general: "Education at large",
  inclusive: "Children with disabilities",
  autism: "Autism",
  palsy: "Cerebral palsy",
  teachers: "Teachers' capacity",
  buildings: "School buildings and accessibility",
  violence: "Violence, bullying and abuse",
  consultation: "Psychological, medical and pedagogical consultation",
  parents: "Участие родителей и местных сообществ",
};

const topics = ["autism", "palsy", "teachers", "buildings", "violence", "consultation", "parents"];

const share = ["proportion", "stories on the topic of stories of the corpus"] as const;
const limits = {
  low: ["proportion", "lower limit of the share"],
  high: ["proportion", "upper limit of the share"],
} as const;

export const ranking = {
  header: {
    title: "Topics by share of stories",
    columns: { corpus: ["id", "the corpus"], topic: ["id", "the topic"], share, ...limits },
    chart: { kind: "dots", label: "topic", x: "share", low: "low", high: "high", by: "corpus" },
  } satisfies ChartHeader,
  rows: table({
    corpus: ["organisations", "public"].flatMap((corpus) => topics.map(() => corpus)),
    topic: [...topics, ...topics],
    share: [0.31, 0.12, 0.28, 0.08, 0.03, null, 0.21, 0.24, 0.18, 0.11, 0.09, 0.2, 0.015, 0.07],
    low: [0.27, 0.09, 0.24, 0.06, 0.015, null, 0.17, 0.23, 0.17, 0.1, 0.08, 0.19, 0.012, 0.065],
    high: [0.35, 0.16, 0.33, 0.11, 0.05, null, 0.25, 0.25, 0.19, 0.12, 0.1, 0.21, 0.019, 0.076],
  }),
};

/** One series, with values written. */
export const girls = {
  header: {
    title: "Girls' share by topic",
    columns: { topic: ["id", "the topic"], share: ["proportion", "stories that name girls"], ...limits },
    chart: { kind: "dots", label: "topic", x: "share", low: "low", high: "high" },
  } satisfies ChartHeader,
  rows: table({
    topic: topics,
    share: [0.12, 0.25, 0.31, 0.28, null, 0.9, 0],
    low: [0.09, 0.19, 0.21, 0.2, null, 0.7, 0],
    high: [0.16, 0.33, 0.43, 0.38, null, 0.97, 0.11],
  }),
};

export const sexes = {
  header: {
    title: "Boys and girls among stories that name one sex",
    columns: {
      scope: ["id", "the scope"],
      sex: ["id", "the sex"],
      share: ["proportion", "stories that name this sex of stories that name exactly one"],
      ...limits,
    },
    labels: { sex: { boys: "Boys", girls: { en: "Girls", ru: "Девочки" } } },
    chart: { kind: "shares", label: "sex", x: "share", low: "low", high: "high", by: "scope" },
  } satisfies ChartHeader,
  rows: table({
    scope: ["general", "general", "inclusive", "inclusive"],
    sex: ["boys", "girls", "boys", "girls"],
    share: [0.75, 0.25, 0.722, 0.278],
    low: [0.73, 0.23, 0.69, 0.25],
    high: [0.77, 0.27, 0.75, 0.31],
  }),
};

const months = Array.from({ length: 17 }, (_, index) =>
  new Date(Date.UTC(2022, index, 1)).toISOString().slice(0, 10),
);

export const volume = {
  header: {
    title: "Stories a month",
    columns: {
      corpus: ["id", "the corpus"],
      month: ["date", "first day of the month"],
      stories: ["count", "stories whose first post in the corpus falls in the month"],
    },
    chart: { kind: "trend", x: "month", y: "stories", by: "corpus" },
  } satisfies ChartHeader,
  rows: table({
    corpus: [...months.map(() => "organisations"), ...months.map(() => "public")],
    month: [...months, ...months],
    stories: [
      ...months.map((_, index) => (index === 6 ? null : 210 + 9 * index + 30 * (index % 3))),
      ...months.map((_, index) => 240 + 22 * index + 60 * (index % 4)),
    ],
  }),
};

export const monthly = {
  header: {
    title: "Stories a month by topic",
    columns: {
      corpus: ["id", "the corpus"],
      topic: ["id", "the topic"],
      month: ["date", "first day of the month"],
      stories: ["count", "stories on the topic whose first post in the corpus falls in the month"],
    },
    chart: { kind: "trend", x: "month", y: "stories", by: "corpus", facet: "topic" },
  } satisfies ChartHeader,
  rows: table({
    corpus: ["organisations", "public"].flatMap((corpus) => topics.flatMap(() => months.map(() => corpus))),
    topic: [1, 2].flatMap(() => topics.flatMap((topic) => months.map(() => topic))),
    month: [1, 2].flatMap(() => topics.flatMap(() => months)),
    stories: [1, 2].flatMap((corpus) =>
      topics.flatMap((_, topic) =>
        months.map((_, index) =>
          (index * corpus + topic) % 11 === 5 ? null : 4 + topic * 6 + corpus * index,
        ),
      ),
    ),
  }),
};

/** A square of one degree or so, wound as RFC 7946 has it. */
function square(
  id: string,
  west: number,
  south: number,
  side: number,
): FeatureCollection["features"][number] {
  const [east, north] = [west + side, south + side];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "Feature", id, properties: {}, geometry: { type: "Polygon", coordinates: [ring] } };
}

export const boundaries: FeatureCollection = {
  type: "FeatureCollection",
  features: [
    square("west", 50, 44, 8),
    square("middle", 58.05, 44, 8),
    square("east", 66.1, 44, 8),
    square("capital", 61, 49, 0.2),
    square("nowhere", 74.15, 44, 8),
  ],
};

export const rates = {
  header: {
    title: "Stories per 1,000 residents",
    columns: {
      unit: ["id", "the region"],
      rate: ["per 1,000 residents", "stories over the window"],
      low: ["per 1,000 residents", "lower limit of the rate"],
      high: ["per 1,000 residents", "upper limit of the rate"],
    },
    labels: { unit: { west: "Westland", middle: "Middle Region", east: "Eastland", capital: "Capital" } },
    chart: { kind: "map", unit: "unit", x: "rate", low: "low", high: "high" },
  } satisfies ChartHeader,
  rows: table({
    unit: ["capital", "west", "middle", "east"],
    rate: [0.41, 0.12, 0.031, null],
    low: [0.38, 0.1, 0.022, null],
    high: [0.44, 0.14, 0.042, null],
  }),
};

/** Pairs of things, each given once. */
export const pairs = {
  header: {
    title: "Which topics keep company",
    columns: {
      topic: ["id", "a topic"],
      other: ["id", "another"],
      lift: ["number", "lift of the pair"],
      size: ["count", "stories of the first"],
      other_size: ["count", "stories of the other"],
    },
    chart: { kind: "matrix", row: "topic", column: "other", x: "lift" },
  } satisfies ChartHeader,
  rows: table({
    topic: ["autism", "autism", "palsy", "buildings"],
    other: ["palsy", "buildings", "buildings", "consultation"],
    lift: [1.5, 0.4, null, 3.2],
    size: [240, 240, 180, 90],
    other_size: [180, 90, 90, 20],
  }),
};

export const network = {
  ...pairs,
  header: {
    ...pairs.header,
    chart: {
      kind: "network",
      source: "topic",
      target: "other",
      x: "lift",
      source_size: "size",
      target_size: "other_size",
    },
  } satisfies ChartHeader,
};

export const keyWords = {
  header: {
    title: "Key words",
    columns: {
      word: ["id", "the word"],
      side: ["id", "the part"],
      language: ["id", "the language"],
      ratio: ["number", "log ratio"],
      low: ["number", "lower limit"],
      high: ["number", "upper limit"],
    },
    labels: { side: { first: "General public", second: "Organisations" } },
    chart: {
      kind: "diverging",
      label: "word",
      x: "ratio",
      low: "low",
      high: "high",
      by: "side",
      facet: "language",
    },
  } satisfies ChartHeader,
  rows: table({
    word: ["школа", "серіктес", "вместе", "важно"],
    side: ["first", "second", "second", "first"],
    language: ["ru", "kk", "ru", "ru"],
    ratio: [1.2, -7.3, -0.6, 1],
    low: [0.4, -11.4, -0.8, 0.5],
    high: [2, -3.3, -0.4, 1.5],
  }),
};
