import { createHash } from "node:crypto";
import { DuckDBInstance } from "@duckdb/node-api";
import { type Annotation, postAnnotator } from "../../loaders/annotate/post-annotator.ts";
import type { TruthRow } from "../../loaders/demo/truth.ts";
import { postId } from "../../loaders/identity/post-id.ts";
import { literal } from "../../loaders/parquet/sql-text.ts";
import { loadStudy } from "../../loaders/study/load.ts";
import { readTruth } from "../demo/truth-table.ts";
import { type Counts, countClasses, microScore, type Score, scoreOf } from "./score.ts";
import { annotatedClasses, trueClasses, truthClasses } from "./truth-classes.ts";

/** How well one annotator agrees with the demo's truth. */
export interface AnnotatorScore {
  readonly annotator: string;
  readonly micro: Score;
  readonly classes: ReadonlyMap<string, Score>;
}

/** The demo's posts annotated now, beside what the generator knows of each. */
export interface AnnotatedDemo {
  readonly posts: readonly {
    readonly annotation: Annotation;
    readonly truth: TruthRow;
    readonly id: string;
  }[];
}

/**
 * Reads the demo's posts (`npm run data` makes them) and annotates them with the study and the code as they are now.
 * A post and its truth have the same platform and native id.
 */
export async function annotatedDemo(posts: string): Promise<AnnotatedDemo> {
  const annotator = postAnnotator(await loadStudy("data"));
  const truth = new Map(
    (await readTruth("tests/truth/demo.parquet"))
      .filter(({ broken, native_id }) => !broken && native_id !== "")
      .map((row) => [postId(row.platform, row.native_id), row]),
  );
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const read = await connection.runAndReadAll(
    `select post_id, title, text, source_id, language, script, platform, outlet from read_parquet(${literal(posts)})`,
  );
  const rows = read.getRows() as [
    string,
    string | null,
    string,
    string,
    string,
    string,
    string,
    string | null,
  ][];
  connection.closeSync();
  instance.closeSync();
  return {
    posts: rows.flatMap(([id, title, text, sourceId, language, script, platform, outlet]) => {
      const row = truth.get(id);
      if (row === undefined) return [];
      return [
        {
          annotation: annotator.annotate({ title, text, sourceId, language, script, platform, outlet }),
          truth: row,
          id,
        },
      ];
    }),
  };
}

/**
 * The posts that nobody looked at while the study's queries were widened: those whose id hashes to an odd byte, without
 * the stories of which a copy hashes to an even one. Their sentences are of the same generator, so they show queries that
 * fit single stories, not ones that fit its phrases.
 */
export function heldOut({ posts }: AnnotatedDemo): AnnotatedDemo {
  const lookedAt = (id: string) => createHash("sha256").update(id).digest()[0]! % 2 === 0;
  const seen = new Set(posts.filter(({ id }) => lookedAt(id)).map(({ truth }) => storyOf(truth)));
  return { posts: posts.filter(({ truth }) => !seen.has(storyOf(truth))) };
}

/** The native id of the original; no copy is copied. */
function storyOf(truth: TruthRow): string {
  return truth.copy_of ?? truth.native_id;
}

/**
 * The scores of all annotators. A class is counted post by post; the micro score adds up the counts of all classes.
 * Focus region: the region that title or text decide, against the region that the truth says the post is about; what the
 * rule takes from the register is no reading of the post and is left out. Gender: boys, girls, both, each a class.
 */
export function scoresOf({ posts }: AnnotatedDemo): AnnotatorScore[] {
  const lists = (["topics", "barriers", "programmes", "disabilities"] as const).map((list) =>
    scored(
      list,
      truthClasses[list].map(({ id }) => id),
      posts.map(({ annotation, truth }) => ({
        annotated: annotatedClasses(list, annotation[list]),
        true: trueClasses(list, truth),
      })),
    ),
  );
  const regions = posts.map(({ annotation: { places }, truth }) => ({
    annotated: setOf(places.source === "title" || places.source === "text" ? places.focus : null),
    true: setOf(truth.region),
  }));
  const names = new Set(regions.flatMap(({ annotated, true: real }) => [...annotated, ...real]));
  const gender = posts.map(({ annotation, truth }) => ({
    annotated: new Set<string>([annotation.gender]),
    true: new Set<string>([truth.gender]),
  }));
  return [
    ...lists,
    scored("focus region", [...names].sort(), regions),
    scored("gender mention", ["boys", "girls", "both"], gender),
  ];
}

/** Share of posts without a focus region by the words, in annotation and in truth. */
export function withoutRegion({ posts }: AnnotatedDemo): { annotated: number; true: number } {
  const none = (test: (post: AnnotatedDemo["posts"][number]) => boolean) =>
    posts.filter(test).length / posts.length;
  return {
    annotated: none(({ annotation: { places } }) => !["title", "text"].includes(places.source)),
    true: none(({ truth }) => truth.region === null),
  };
}

function setOf(id: string | null): Set<string> {
  return new Set(id === null ? [] : [id]);
}

function scored(
  annotator: string,
  classes: readonly string[],
  posts: Parameters<typeof countClasses>[1],
): AnnotatorScore {
  const counts: Map<string, Counts> = countClasses(classes, posts);
  return {
    annotator,
    micro: microScore(counts.values()),
    classes: new Map([...counts].map(([id, count]) => [id, scoreOf(count)])),
  };
}
