import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { FeatureCollection } from "geojson";
import { type Cell, type Cube, cubeOf } from "./cube.ts";
import { mapPaths } from "./map-paths.ts";
import { organisationPosts } from "./organisation-posts.ts";
import {
  type CountedTables,
  type PublishedCounts,
  publishedCounts,
  wholeCounts,
} from "./published-counts.ts";
import { nowhere, type PrivateFiles, storyCells } from "./story-cells.ts";
import { topWords } from "./top-words.ts";

export interface ExplorerOptions {
  readonly files: PrivateFiles;
  readonly tables: CountedTables;
  readonly threshold: number;
  /** True where the study lets the texts of its register's organisations be published. */
  readonly organisationPosts: boolean;
  readonly organisations: readonly string[];
  /** Region to map unit. */
  readonly regions: Readonly<Record<string, string>>;
  readonly corpora: readonly string[];
  readonly scopes: readonly string[];
  readonly platforms: readonly string[];
  readonly topics: readonly string[];
  readonly mapUnits: readonly string[];
  /** Language to column to id to words. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
  readonly title: Readonly<Record<string, string>>;
  readonly citation: { readonly authors: readonly string[]; readonly publisher?: string };
  readonly boundaries?: FeatureCollection;
  readonly output: string;
}

const wordLimit = 30;
const mapWidth = 560;
const labelled = ["corpus", "scope", "platform", "topic", "map_unit", "organisation"];

/**
 * Writes the explorer's files: `explorer.json` (cells of stories, each of at least the threshold, as columns of codes;
 * map; labels), `words.json` (top words) and, where the study allows it, `posts.json` (organisations' posts).
 * Returns stories read, stories in cells and stories left out.
 */
export async function writeExplorer(
  options: ExplorerOptions,
): Promise<{ rowsIn: number; rowsOut: number; setAside: Record<string, number> }> {
  const { files, threshold, output } = options;
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    const stories = await storyCells(connection, files, options.regions);
    const cube = cubeOf(stories, threshold);
    const published = await publishedCounts(connection, options.tables);
    const words = await topWords(connection, files, threshold, wordLimit);
    const posts = options.organisationPosts
      ? await organisationPosts(connection, files, options.organisations)
      : undefined;
    const write = (name: string, value: unknown) =>
      writeFile(join(output, name), `${JSON.stringify(value)}\n`);
    await mkdir(output, { recursive: true });
    await write("explorer.json", {
      ...explorerFile(cube, published, options),
      posts: posts === undefined ? null : { published: posts.posts.length, left_out: posts.leftOut },
    });
    await write("words.json", { words });
    if (posts !== undefined) {
      await write("posts.json", {
        posts: posts.posts.map((post) => ({
          ...post,
          region: undefined,
          map_unit: post.region === null ? nowhere : (options.regions[post.region] ?? nowhere),
        })),
      });
    }
    const rowsIn = stories.reduce((sum, cell) => sum + cell.stories, 0);
    const setAside: Record<string, number> = cube.left_out === 0 ? {} : { "below-threshold": cube.left_out };
    return { rowsIn, rowsOut: cube.stories, setAside };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The cube as columns of codes: 0 is withheld, n is the n-th value. */
export function explorerFile(
  cube: Cube,
  published: PublishedCounts,
  options: Omit<ExplorerOptions, "files" | "tables" | "output">,
) {
  const { cells } = cube;
  const present = (values: readonly (string | null)[]) => new Set(values.filter((value) => value !== null));
  const inOrder = (known: readonly string[], name: keyof Cell) => {
    const found = present(cells.map((cell) => cell[name] as string | null));
    return [
      ...known.filter((value) => found.has(value)),
      ...[...found].filter((value) => !known.includes(value)).sort(),
    ];
  };
  const dimensions = {
    corpus: inOrder(options.corpora, "corpus"),
    scope: inOrder(options.scopes, "scope"),
    platform: inOrder(options.platforms, "platform"),
    language: inOrder([], "language"),
    map_unit: [
      ...options.mapUnits,
      ...inOrder(options.mapUnits, "map_unit").filter((unit) => !options.mapUnits.includes(unit)),
    ],
    quarter: inOrder([], "quarter"),
    topic: options.topics,
  };
  const sets = [...present(cells.map((cell) => cell.topics?.join(" ") ?? null))].sort();
  const codes = (name: Exclude<keyof typeof dimensions, "topic">) => {
    const code = new Map(dimensions[name].map((value, at) => [value, at + 1]));
    return cells.map((cell) => (cell[name] === null ? 0 : code.get(cell[name])!));
  };
  const setCode = new Map(sets.map((value, at) => [value, at + 1]));
  return {
    threshold: options.threshold,
    stories: cube.stories,
    withheld: cube.withheld,
    left_out: cube.left_out,
    dimensions,
    topic_sets: sets.map((set) =>
      set === "" ? [] : set.split(" ").map((topic) => options.topics.indexOf(topic)),
    ),
    columns: {
      corpus: codes("corpus"),
      scope: codes("scope"),
      platform: codes("platform"),
      language: codes("language"),
      map_unit: codes("map_unit"),
      quarter: codes("quarter"),
      topics: cells.map((cell) => (cell.topics === null ? 0 : setCode.get(cell.topics.join(" "))!)),
      stories: cells.map((cell) => cell.stories),
    },
    published: wholeCounts(published, cube, dimensions, options.threshold),
    labels: Object.fromEntries(
      Object.entries(options.labels).map(([language, columns]) => [
        language,
        Object.fromEntries(labelled.map((name) => [name, columns[name] ?? {}])),
      ]),
    ),
    title: options.title,
    citation: options.citation,
    map: options.boundaries === undefined ? null : mapPaths(options.boundaries, mapWidth),
  };
}
