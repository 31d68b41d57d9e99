import { validatedFamilies } from "../study/definition.ts";
import type { PublishedResult } from "./published-result.ts";
import type { PublishedValidation } from "./validation.ts";
import { validationTable } from "./validation-table.ts";
import { wordsOf } from "./words/words.ts";

/** The column of a result whose ids say which concepts of a family it is about. */
const columnOf: Readonly<Record<string, string>> = {
  topics: "topic",
  barriers: "barrier",
  programmes: "programme",
  disabilities: "disability",
};

/**
 * What people found of the annotators that a figure uses, which its header names: `validation: topics, gender`, or
 * `none`. Throws on another name.
 */
export function figureValidation(
  result: PublishedResult,
  all: readonly PublishedValidation[],
  language: string,
): string {
  const { validation, title } = result.header;
  const words = wordsOf(language).validation;
  if (validation === undefined) return words.notStated;
  if (validation === "none") return words.noneUsed;
  const names = validation.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !validatedFamilies.some((family) => family === name));
  if (unknown !== undefined) {
    throw new Error(
      `${result.query}.sql: found validation "${unknown}", expected none, or some of ${validatedFamilies.join(", ")} between commas`,
    );
  }
  return names
    .map((name) => {
      const column = columnOf[name];
      const entries = all.filter(({ family }) => family === name);
      // A figure without a column of ids joins all concepts of the family.
      const single = column !== undefined && Object.hasOwn(result.header.columns, column);
      const shown = new Set(single ? result.rows.map((row) => row[column]) : []);
      const own = single ? entries.filter(({ concept }) => shown.has(concept)) : entries;
      const label = `${words.of(words.families[name] ?? name)}. ${title}`;
      return own.length === 0 ? words.notStated : validationTable(own, language, label);
    })
    .join("");
}
