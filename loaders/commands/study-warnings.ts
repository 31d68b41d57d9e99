import { parseQuery } from "../query/parse.ts";
import { deadFields } from "../query/warnings.ts";
import type { Study } from "../study/study.ts";
import { conceptQueries } from "./concept-queries.ts";

/** What of a study's queries can match no post, with file, line and column: the study is sound, and is not what it says. */
export function studyWarnings(study: Study, home: string): string[] {
  return conceptQueries(study, home).flatMap(({ text, place, concept, language }) =>
    deadFields(parseQuery(text)).map(
      ({ position, message }) => `${place(position)}: ${concept.id} in ${language}: ${message}`,
    ),
  );
}
