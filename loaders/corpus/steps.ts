import { join, posix } from "node:path";
import { studyKey } from "../identity/key.ts";
import { type StepDefinition, step } from "../pipeline/step.ts";
import type { Capture } from "../study/capture.ts";
import { exportRecordGlobs, notCaptures } from "../study/exports.ts";
import type { Layout } from "../study/layout.ts";
import type { Study } from "../study/study.ts";
import { type ParseParams, parseParams } from "./parse-params.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The steps of this stage: one a capture entry, so that a changed capture parses its own entry again and no
 * other, and one that joins them into posts and rejects.
 */
export function corpusSteps(layout: Layout, study: Study, environment: Environment): StepDefinition[] {
  return [
    ...study.captures.map((entry) => parseStep(layout, study, entry, environment)),
    mergeStep(layout, study),
  ];
}

function parseStep(layout: Layout, study: Study, entry: Capture, environment: Environment): StepDefinition {
  const home = join(layout.root, layout.home);
  const { key } = studyKey(study.synthetic, home, environment);
  const below = (files: readonly string[]) => files.map((file) => posix.join(layout.home, file));
  const params: ParseParams = parseParams(study, entry, key);
  return step({
    name: `corpus:${entry.id}`,
    reads: {
      captures: [...below(entry.files), ...below(notCaptures(entry.files)).map((pattern) => `!${pattern}`)],
      // How the files were exported: the rows do not depend on it, their provenance does.
      "exports?": below(entry.files.flatMap(exportRecordGlobs)),
    },
    writes: partition(layout, entry.id),
    params,
    code: ["loaders/corpus/parse.ts"],
    run: async ({ inputs, outputs, progress }) => {
      const { parseCaptures } = await import("./parse.ts");
      const files = inputs.captures!.map((file) => join(layout.root, file));
      return parseCaptures(
        { params, home, files, pseudonymKey: key },
        { posts: outputs.posts!, rejects: outputs.rejects!, replaced: outputs.replaced! },
        progress,
      );
    },
  });
}

function mergeStep(layout: Layout, study: Study): StepDefinition {
  const captures = study.captures.map(({ id }) => id);
  const partitions = captures.map((id) => partition(layout, id));
  const params = { captures, window: study.window, stories: study.stories };
  return step({
    name: "corpus",
    reads: {
      posts: partitions.map(({ posts }) => posts),
      rejects: partitions.map(({ rejects }) => rejects),
    },
    writes: {
      posts: posix.join(layout.derived, "posts.parquet"),
      rejects: posix.join(layout.derived, "rejects.parquet"),
    },
    params,
    code: ["loaders/corpus/merge.ts"],
    run: async ({ outputs }) => {
      const { mergeCaptures } = await import("./merge.ts");
      return mergeCaptures({ params, partitions }, { posts: outputs.posts!, rejects: outputs.rejects! });
    },
  });
}

function partition(layout: Layout, capture: string): { posts: string; rejects: string; replaced: string } {
  const base = posix.join(layout.derived, "corpus", capture);
  return {
    posts: `${base}.posts.parquet`,
    rejects: `${base}.rejects.parquet`,
    replaced: `${base}.replaced.json`,
  };
}
