import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type CsvColumn, type CsvFile, parseCsv } from "./csv-file.ts";
import type { Mistake } from "./mistake.ts";
import { nearest } from "./nearest.ts";
import { parseYaml, type YamlFile } from "./yaml-file.ts";

/** The YAML files of a study, by what they hold; the value of a required one says what it should hold. */
export const yamlNames = {
  study: "study.yml",
  topics: "topics.yml",
  sources: "sources.yml",
  barriers: "barriers.yml",
  programmes: "programmes.yml",
  disabilities: "disabilities.yml",
  glossary: "glossary.yml",
  gender: "lexicons/gender.yml",
  tone: "lexicons/tone.yml",
  placeWords: "lexicons/places.yml",
} as const;

export const csvNames = {
  regions: "regions.csv",
  mapUnits: "map_units.csv",
  organisations: "organisations.csv",
  outlets: "outlets.csv",
  events: "events.csv",
} as const;

const required: Partial<Record<keyof typeof yamlNames, string>> = {
  study: "a file with the study's id, title, window, languages, corpora, questions, platforms and captures",
  topics: "a list of topics, each with id, title and a query per language",
  sources: "a list of sources, each with id, type and title, and the facts that the report quotes",
};

/** Path of a study's file as shown to the reader: from the working directory where it lies below that. */
export function shownPath(home: string, ...path: string[]): string {
  const file = join(home, ...path);
  const fromHere = relative(process.cwd(), file);
  return (fromHere.startsWith("..") ? file : fromHere).replaceAll("\\", "/");
}

/** A YAML file of the study; a missing one is a mistake if it is required. */
export function readYaml(
  home: string,
  name: keyof typeof yamlNames,
  mistakes: Mistake[],
): YamlFile | undefined {
  const file = shownPath(home, "study", yamlNames[name]);
  const text = readText(home, "study", yamlNames[name]);
  if (text === undefined) {
    const expected = required[name];
    if (expected !== undefined)
      mistakes.push({ file, line: 1, column: 1, where: "", found: "no such file", expected });
    return undefined;
  }
  const parsed = parseYaml(file, text);
  mistakes.push(...parsed.mistakes);
  return parsed.yaml;
}

/** A CSV file of the study, with the mistakes of its header and cells; undefined where there is none. */
export function readCsv(
  home: string,
  name: keyof typeof csvNames,
  columns: readonly CsvColumn[],
  mistakes: Mistake[],
): CsvFile | undefined {
  const text = readText(home, "study", csvNames[name]);
  if (text === undefined) return undefined;
  const parsed = parseCsv(shownPath(home, "study", csvNames[name]), text, columns);
  mistakes.push(...parsed.mistakes);
  return parsed.csv;
}

/** The text of a file below the study's home, or undefined where there is none. */
export function readText(home: string, ...path: string[]): string | undefined {
  const file = join(home, ...path);
  return existsSync(file) ? readFileSync(file, "utf8").replace(/^\uFEFF/, "") : undefined;
}

/** Files of `study/` named almost like one that is read and is not there: else nobody would know that nothing reads them. */
export function misnamedFiles(home: string): Mistake[] {
  const names = [...Object.values(yamlNames), ...Object.values(csvNames)];
  return ["", "lexicons"].flatMap((folder) => {
    const path = join(home, "study", folder);
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .sort()
      .map((entry) => (folder === "" ? entry : `${folder}/${entry}`))
      .flatMap((entry) => {
        if (!/\.(?:ya?ml|csv)$/i.test(entry) || (names as string[]).includes(entry)) return [];
        const near = nearest(entry.replace(/\.yaml$/i, ".yml"), names);
        if (near === undefined || existsSync(join(home, "study", near))) return [];
        const file = shownPath(home, "study", entry);
        const expected = `"${near}"; rename it`;
        return [{ file, line: 1, column: 1, where: "", found: "a file that nothing reads", expected }];
      });
  });
}
