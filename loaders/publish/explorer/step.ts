import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { type StepDefinition, step } from "../../pipeline/step.ts";
import type { Layout } from "../../study/layout.ts";
import type { Study } from "../../study/study.ts";
import { readBoundaries } from "../boundaries.ts";
import { countedMarks, topicMarks } from "./published-counts.ts";

/**
 * Writes what the explorer page reads; none where the study's pages have no `explore.md`. `counted`: name to Parquet file of
 * the counted tables.
 */
export function explorerSteps(
  layout: Layout,
  study: Study,
  labels: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>,
  counted: Readonly<Record<string, string>>,
): StepDefinition[] {
  if (!existsSync(join(layout.root, layout.pages, "explore.md"))) return [];
  const file = (name: string) => posix.join(layout.derived, `${name}.parquet`);
  const table = (name: string) => [counted[name] ?? []].flat();
  const boundaries = study.boundaries === undefined ? [] : [posix.join(layout.home, study.boundaries.file)];
  const settings = {
    threshold: study.threshold,
    organisationPosts: study.publish.organisation_posts,
    organisations: study.organisations.map(({ id }) => id),
    regions: Object.fromEntries(study.regions.map(({ id, mapUnit }) => [id, mapUnit])),
    corpora: study.corpora.map(({ id }) => id),
    scopes: study.scopes.map(({ id }) => id),
    platforms: study.platforms.map(({ id }) => id),
    topics: study.topics.map(({ id }) => id),
    mapUnits: study.mapUnits.map(({ id }) => id),
    labels,
    title: study.title,
    citation: { ...study.citation },
    property: study.boundaries?.property ?? null,
  };
  return [
    step({
      name: "publish:explorer",
      reads: {
        posts: file("posts"),
        annotations: file("annotations"),
        evidence: file("evidence"),
        terms: file("terms"),
        lemmas: file("lemmas"),
        "map_unit?": table("stories_by_map_unit"),
        "language?": table("stories_by_language"),
        "quarter?": table("stories_by_month"),
        "topic?": table("stories_by_topic"),
        "topic_map_unit?": table("stories_by_topic_map_unit"),
        "topic_quarter?": table("stories_by_topic_month"),
        "boundaries?": boundaries,
      },
      writes: { explorer: `${layout.published}/explorer/` },
      params: settings,
      code: ["loaders/publish/explorer/write-explorer.ts"],
      run: async ({ inputs, outputs }) => {
        const { writeExplorer } = await import("./write-explorer.ts");
        return writeExplorer({
          ...settings,
          files: {
            posts: inputs.posts![0]!,
            annotations: inputs.annotations![0]!,
            evidence: inputs.evidence![0]!,
            terms: inputs.terms![0]!,
            lemmas: inputs.lemmas![0]!,
          },
          tables: {
            alone: filesOf(countedMarks, (mark) => inputs[mark]),
            byTopic: filesOf(topicMarks, (mark) => inputs[`topic_${mark}`]),
          },
          output: outputs.explorer!,
          ...(study.boundaries === undefined || boundaries[0] === undefined
            ? {}
            : {
                boundaries: await readBoundaries(join(layout.root, boundaries[0]), study.boundaries.property),
              }),
        });
      },
    }),
  ];
}

/** The tables that are there. */
function filesOf<M extends string>(
  marks: readonly M[],
  inputOf: (mark: M) => readonly string[] | undefined,
): Partial<Record<M, string>> {
  const found = marks.flatMap((mark) => (inputOf(mark) ?? []).map((file) => [mark, file] as const));
  return Object.fromEntries(found) as Partial<Record<M, string>>;
}
