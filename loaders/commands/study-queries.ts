import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { layoutOf } from "../study/layout.ts";
import { loadStudy } from "../study/load.ts";
import type { Study } from "../study/study.ts";
import { type OptionValues, type Terminal, text, UsageError } from "./command.ts";
import { type ConceptQuery, conceptQueries } from "./concept-queries.ts";

/** A study's queries, and where its private posts stand. */
export interface StudyQueries {
  readonly study: Study;
  readonly queries: readonly ConceptQuery[];
  /** `spill` is a folder for DuckDB to work in. */
  readonly files: { readonly posts: string; readonly spill: string };
  /** Warns, and is true, where the study has no posts yet. */
  postsMissing(): boolean;
}

/** Loads the study that `--study` names, for a command that asks its posts. Throws a StudyError on a faulty study. */
export async function studyQueries(
  command: string,
  values: OptionValues,
  terminal: Terminal,
): Promise<StudyQueries> {
  const layout = layoutOf(terminal.root, text(values, "study"));
  const home = join(layout.root, layout.home);
  const study = await loadStudy(home);
  const posts = join(layout.root, layout.derived, "posts.parquet");
  return {
    study,
    queries: conceptQueries(study, home),
    files: { posts, spill: join(layout.root, layout.derived, `${command}.spill`) },
    postsMissing() {
      if (existsSync(posts)) return false;
      const place = posix.join(layout.derived, "posts.parquet");
      terminal.warn(`${command}: found no ${place}, expected the study's posts: run npm run data`);
      return true;
    },
  };
}

/** The corpus that `--corpus` names. Throws a UsageError where the study has none of that id. */
export function askedCorpus(command: string, values: OptionValues, study: Study): string | undefined {
  const corpus = text(values, "corpus");
  const corpora = study.corpora.map(({ id }) => id);
  if (corpus === undefined || corpora.includes(corpus)) return corpus;
  throw new UsageError(`${command}: found no corpus "${corpus}", expected one of ${corpora.join(", ")}`);
}
