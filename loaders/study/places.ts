import type { Localised } from "./study.ts";

export interface Region {
  /** ISO 3166-2. */
  readonly id: string;
  readonly name: Localised;
  readonly type: "city" | "region";
  /** ISO date from which the region exists, where that is within the study's memory. */
  readonly since?: string;
  readonly mapUnit: string;
  /** Residents on 1 January of each year. */
  readonly population: readonly { readonly year: number; readonly value: number }[];
  /** Ids of `sources.yml`. One, or several separated by spaces. */
  readonly populationSource: string;
  /** Wildcard words or phrases of all languages that name the region. */
  readonly patterns: readonly string[];
  /** Patterns that name the region but are no evidence that a post is about it. */
  readonly weak?: readonly string[];
}

export interface MapUnit {
  readonly id: string;
  readonly name: Localised;
}

export interface Boundaries {
  /** GeoJSON file, relative to the study's home. */
  readonly file: string;
  /** Feature property that holds the map unit's id. */
  readonly property: string;
  /** Id of `sources.yml`. */
  readonly source: string;
}

/** A news site or blog and the place that it serves. */
export interface Outlet {
  /** Host name, as in `posts.outlet`. */
  readonly id: string;
  /** Id of `regions.csv`; absent where it serves the whole country. */
  readonly region?: string;
}
