import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dist } from "./site-pages.ts";
import { pages } from "./visits.ts";

/** What makes a page a kind of its own, in its path or its text. */
const signs = {
  "a finding": /class="chart chart-wide"/,
  "a choice of figures": /class="figure-choices"/,
  "an annex's tables": /class="block block-dictionary"/,
  "a query book": /class="block block-queries"/,
  "the pipeline": /class="block block-steps"/,
  "the explorer": /class="explorer"/,
  "the page that is not there": /^404\.html$/,
} as const;

const own = pages.filter((path) => !/^[a-z]{2}\//.test(path));

/** A page of each kind: the first that has its sign, the front page, and a translation. */
export const pageKinds: readonly (readonly [kind: string, path: string])[] = [
  ...Object.entries(signs).map(([kind, sign]): [string, string] => [
    kind,
    own.find((path) => sign.test(path) || sign.test(readFileSync(join(dist, path), "utf8"))) ??
      `no page of ${kind}`,
  ]),
  ["the front page", "index.html"],
  ["a translation", pages.find((path) => /^kk\/findings\//.test(path)) ?? "no translation"],
];
