import { basename, posix } from "node:path";
import { glob, matchesGlob } from "../pipeline/glob.ts";
import type { ExportRecord } from "./capture.ts";
import type { Mistake } from "./mistake.ts";
import { readText, shownPath } from "./read-study.ts";
import { type ExportEntry, exportsSchema } from "./schema-exports.ts";
import { untranslated } from "./translated.ts";
import { type Path, parseYaml, type YamlFile } from "./yaml-file.ts";
import { checkYaml } from "./zod-mistakes.ts";

/** The record of a folder's exports; that of one file is called `FILE.export.yml`. */
const FOLDER_RECORD = "export.yml";
const FILE_RECORD = ".export.yml";

/** Whether a path is that of an export's record, which is never a capture. */
export function isExportRecord(path: string): boolean {
  return basename(path) === FOLDER_RECORD || path.endsWith(FILE_RECORD);
}

/** Where records stand of the capture files that a glob names. */
export function exportRecordGlobs(files: string): string[] {
  return [posix.join(posix.dirname(files), FOLDER_RECORD), `${files}${FILE_RECORD}`];
}

/** The records below the folders of such globs: files that stand beside captures and are none. */
export function notCaptures(files: readonly string[]): string[] {
  return files.flatMap((pattern) =>
    [FOLDER_RECORD, `*${FILE_RECORD}`].map((name) => posix.join(posix.dirname(pattern), "**", name)),
  );
}

/**
 * Reads what is recorded beside the capture files of how they were exported, sorted by record and place in it.
 * A file may have no record; two are a mistake, and so is a record that is about no capture file, or one whose words a
 * language of the report lacks.
 */
export function readExports(
  home: string,
  captureFiles: readonly string[],
  languages: readonly string[] = [],
): { exports: ExportRecord[]; mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const exports: ExportRecord[] = [];
  const captures = new Set(
    captureFiles.flatMap((pattern) => glob(pattern, home)).filter((file) => !isExportRecord(file)),
  );
  const records = new Set(captureFiles.flatMap(exportRecordGlobs).flatMap((pattern) => glob(pattern, home)));
  const recordedIn = new Map<string, string>();
  for (const record of [...records].sort()) {
    const { yaml, mistakes: unreadable } = parseYaml(shownPath(home, record), readText(home, record) ?? "");
    mistakes.push(...unreadable);
    if (yaml === undefined) continue;
    const checked = checkYaml(yaml, exportsSchema);
    mistakes.push(...checked.mistakes, ...untranslated(yaml, ["search", "filters", "note"], languages));
    if (checked.data === undefined) continue;
    const isList = Array.isArray(checked.data);
    for (const [index, entry] of [checked.data].flat().entries()) {
      const path: Path = isList ? [index] : [];
      mistakes.push(...rangeMistakes(yaml, path, entry));
      const files = filesOf(record, entry, captures);
      if (files.length === 0) mistakes.push(noFiles(yaml, path, entry));
      for (const file of files) {
        const other = recordedIn.get(file);
        if (other === undefined) recordedIn.set(file, record);
        else mistakes.push(twice(yaml, path, file, other));
      }
      const { files: _, ...rest } = entry;
      exports.push({ recordedIn: record, files, ...rest });
    }
  }
  return { exports, mistakes };
}

function filesOf(record: string, entry: ExportEntry, captures: ReadonlySet<string>): string[] {
  const folder = posix.dirname(record);
  const about =
    basename(record) === FOLDER_RECORD
      ? (entry.files ?? ["*"]).map((name) => posix.join(folder, name))
      : [record.slice(0, -FILE_RECORD.length)];
  return [...captures].filter((file) => about.some((pattern) => matchesGlob(pattern, file))).sort();
}

function rangeMistakes(yaml: YamlFile, path: Path, { from, to, exported }: ExportEntry): Mistake[] {
  const mistakes: Mistake[] = [];
  if (to < from) {
    const expected = `a day on or after the first, "${from}"; swap the two`;
    mistakes.push(yaml.mistake([...path, "to"], `"${to}"`, expected));
  }
  if (exported.slice(0, 10) < from) {
    const expected = `a time on or after the first day asked for, "${from}"`;
    mistakes.push(yaml.mistake([...path, "exported"], `"${exported}"`, expected));
  }
  return mistakes;
}

function noFiles(yaml: YamlFile, path: Path, entry: ExportEntry): Mistake {
  const at = entry.files === undefined ? path : [...path, "files"];
  const found = entry.files === undefined ? "a record" : `"${entry.files.join('", "')}"`;
  return yaml.mistake(at, found, "it about a file of a capture of study.yml; correct `files`, or remove it");
}

function twice(yaml: YamlFile, path: Path, file: string, other: string): Mistake {
  return yaml.mistake(path, `a second record of "${file}", after ${other}`, "one record a file");
}
