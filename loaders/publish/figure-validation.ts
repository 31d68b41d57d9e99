import { validatedFamilies } from "../study/definition.ts";
import type { PublishedResult } from "./published-result.ts";
import type { PublishedValidation } from "./validation.ts";
import { validationTable } from "./validation-table.ts";

const notStated =
  "The keywords behind this figure have not been checked by human coders in this edition: precision and recall are unknown.";
const noneUsed = "This figure uses no annotator: it counts posts as they were collected.";

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
  if (validation === undefined) return notStated;
  if (validation === "none") return noneUsed;
  const names = validation.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !validatedFamilies.some((family) => family === name));
  if (unknown !== undefined) {
    throw new Error(
      `${result.query}.sql: found validation "${unknown}", expected none, or some of ${validatedFamilies.join(", ")} between commas`,
    );
  }
  const say = (text: Readonly<Record<string, string>>) => text[language] ?? Object.values(text)[0] ?? "";
  return names
    .map((name) => {
      const column = columnOf[name];
      const entries = all.filter(({ family }) => family === name);
      // A figure without a column of ids joins all concepts of the family.
      const single = column !== undefined && Object.hasOwn(result.header.columns, column);
      const shown = new Set(single ? result.rows.map((row) => row[column]) : []);
      const own = single ? entries.filter(({ concept }) => shown.has(concept)) : entries;
      return own.length === 0 ? notStated : validationTable(own, say, `Validation of ${name}: ${title}`);
    })
    .join("");
}
