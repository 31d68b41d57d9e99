import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { parse } from "csv-parse/sync";
import { openDatabase } from "../../parquet/database.ts";
import { literal } from "../../parquet/sql-text.ts";
import { seeded } from "../../random.ts";
import { intrusionTasks } from "../../statistics/topic-model/intrusion.ts";
import {
  type IntrusionAnswers,
  type IntrusionKey,
  intrusionPrecision,
} from "../../statistics/topic-model/intrusion-answers.ts";
import { intrusionSheets } from "../../statistics/topic-model/intrusion-sheet.ts";
import type { Layout } from "../../study/layout.ts";
import { exitCodes, type Terminal } from "../command.ts";

const folderOf = (layout: Layout) => posix.join(layout.derived, "intrusion");
const answerColumn = "does_not_belong";

/**
 * Writes the word intrusion sheet of the study's topic model, `sheet.csv` for people and `key.csv` for whoever asks
 * them, below `derived/intrusion/`. Words are those of the counted table `topic_model`, so none that is not published.
 */
export async function writeIntrusion(layout: Layout, seed: number, terminal: Terminal): Promise<number> {
  const table = posix.join(layout.derived, "tables", "topic_model.parquet");
  if (!existsSync(join(layout.root, table))) {
    terminal.warn(`validate: found no ${table}, expected the counted table topic_model: run npm run data`);
    return exitCodes.fault;
  }
  const folder = join(layout.root, folderOf(layout));
  const topics = await readTopics(join(layout.root, table), join(folder, "spill.tmp"));
  const lemmas = [...new Set(topics.flat())].sort();
  // The table has the heaviest lemmas in their order; a lemma that it does not list for a topic weighs nothing there.
  const weights = topics.map((own) =>
    Float64Array.from(lemmas, (lemma) => (own.includes(lemma) ? own.length - own.indexOf(lemma) : 0)),
  );
  const tasks = intrusionTasks(weights, lemmas, new Set(lemmas), seeded(seed, "intrusion"));
  const named = tasks.map((task) => ({ ...task, topic: task.topic + 1 }));
  const { sheet, key } = intrusionSheets(named);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "sheet.csv"), sheet);
  await writeFile(join(folder, "key.csv"), key);
  terminal.print(
    `validate: ${tasks.length} tasks of ${topics.length} topics, seed ${seed}. For people: ${folderOf(layout)}/sheet.csv, ` +
      "not key.csv. They write into does_not_belong the one word of six that does not belong.",
  );
  return exitCodes.done;
}

/** Reads people's filled sheets and prints model precision by topic and in all. */
export async function readIntrusion(
  layout: Layout,
  files: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const keyFile = posix.join(folderOf(layout), "key.csv");
  const missing = [keyFile, ...files].filter((file) => !existsSync(pathOf(layout, file)));
  if (missing.length > 0) {
    terminal.warn(`validate: found no ${missing.join(", ")}, expected the key and people's sheets`);
    return exitCodes.fault;
  }
  const key = (await rowsOf(pathOf(layout, keyFile))).map(
    ({ task, topic, intruder }): IntrusionKey => ({
      task: Number(task),
      topic: topic!.padStart(3, "0"),
      intruder: plain(intruder!),
    }),
  );
  const mistakes: string[] = [];
  const people: IntrusionAnswers[] = [];
  for (const file of files) {
    const answers = new Map<number, string>();
    for (const [at, row] of (await rowsOf(pathOf(layout, file))).entries()) {
      const words = Object.keys(row).flatMap((name) => (/^word_\d+$/.test(name) ? [plain(row[name]!)] : []));
      const answer = plain(row[answerColumn] ?? "");
      const line = at + 2;
      const asked = key.find(({ task }) => task === Number(row.task));
      if (asked === undefined || !words.includes(asked.intruder)) {
        mistakes.push(
          `found task "${row.task}" that is not the key's at ${file}:${line}, expected this key's sheet`,
        );
      } else if (answer !== "" && !words.includes(answer)) {
        mistakes.push(
          `found "${answer}" at ${file}:${line}, expected one of ${words.join(", ")}, or nothing: mend it`,
        );
      } else if (answer !== "") answers.set(asked.task, answer);
    }
    people.push(answers);
  }
  if (mistakes.length > 0) {
    for (const mistake of mistakes) terminal.warn(`validate: ${mistake}`);
    return exitCodes.fault;
  }
  for (const { topic, right, of, interval } of intrusionPrecision(key, people)) {
    const share = of === 0 ? "unknown" : (right / of).toFixed(2);
    const range = interval === null ? "" : ` (${interval.lower.toFixed(2)} to ${interval.upper.toFixed(2)})`;
    terminal.print(
      `${topic === null ? "all topics" : `topic ${topic}`}: model precision ${share}${range}, ${right} of ${of}`,
    );
  }
  return exitCodes.done;
}

async function readTopics(file: string, spill: string): Promise<string[][]> {
  const { connection, close } = await openDatabase({ spill });
  try {
    const found = await connection.runAndReadAll(
      `select lemmas from read_parquet(${literal(file)}) where kind = 'topic' order by topic`,
    );
    return found.getRowObjectsJson().map(({ lemmas }) =>
      String(lemmas ?? "")
        .split(", ")
        .filter(Boolean),
    );
  } finally {
    close();
  }
}

async function rowsOf(file: string): Promise<Record<string, string>[]> {
  return parse(await readFile(file), {
    columns: true,
    bom: true,
    delimiter: [",", ";"],
    skip_empty_lines: true,
  });
}

/** A word as it was before the sheet put an apostrophe in front of what a spreadsheet would run. */
function plain(word: string): string {
  return word.trim().replace(/^'(?=[=+\-@])/, "");
}

function pathOf(layout: Layout, file: string): string {
  return existsSync(file) ? file : join(layout.root, file);
}
