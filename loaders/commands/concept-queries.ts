import type { QueryError } from "../query/error.ts";
import type { Concept } from "../study/lexicons.ts";
import { readYaml } from "../study/read-study.ts";
import type { Study } from "../study/study.ts";
import { UsageError } from "./command.ts";

export const families = ["topics", "barriers", "programmes", "disabilities"] as const;
export type Family = (typeof families)[number];

/** One query of a study: a concept's, in one language. */
export interface ConceptQuery {
  family: Family;
  concept: Concept;
  language: string;
  text: string;
  /** `FILE:LINE:COLUMN` of a character of the query. */
  place(position: number): string;
}

/** All queries of a study, in the files' order. The study was loaded from `home`, so its files are sound. */
export function conceptQueries(study: Study, home: string): ConceptQuery[] {
  return families.flatMap((family) => {
    const yaml = readYaml(home, family, []);
    return study[family].flatMap((concept, index) =>
      Object.entries(concept.query).map(([language, text]) => ({
        family,
        concept,
        language,
        text,
        place(position: number) {
          const mistake = yaml?.mistakeInside([index, "query", language], position, "", "");
          return mistake === undefined ? family : `${mistake.file}:${mistake.line}:${mistake.column}`;
        },
      })),
    );
  });
}

/**
 * The queries of the concept with an id: `autism` is the topic, if there is one, `barriers/staff` the barrier. Throws a
 * `UsageError` for an id that is not there.
 */
export function queriesOf(command: string, queries: readonly ConceptQuery[], id: string): ConceptQuery[] {
  const named = queries.filter(
    ({ family, concept }) => concept.id === id || `${family}/${concept.id}` === id,
  );
  if (named.length > 0) return named.filter(({ concept }) => concept === named[0]!.concept);
  const known = [...new Set(queries.map(({ concept }) => concept.id))].join(", ");
  throw new UsageError(`${command}: found no topic "${id}", expected one of ${known}`);
}

/** A query that can't be read, as a fault of the command's words. */
export function asUsage(command: string, error: QueryError): UsageError {
  return new UsageError(`${command}: ${error.message}`);
}
