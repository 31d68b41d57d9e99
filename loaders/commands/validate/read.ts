import { existsSync, realpathSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import type { Layout } from "../../study/layout.ts";
import { loadStudy } from "../../study/load.ts";
import { StudyError } from "../../study/mistake.ts";
import { sheetColumns } from "../../validate/coding-item.ts";
import { readShownPosts } from "../../validate/frame.ts";
import { questionsOf } from "../../validate/question.ts";
import { readSheet } from "../../validate/read-sheet.ts";
import { type ValidationReport, validationReport } from "../../validate/report.ts";
import { validationResult } from "../../validate/result-file.ts";
import { readSample, sampleFiles } from "../../validate/sample-files.ts";
import { sheetCsv } from "../../validate/sheet-csv.ts";
import { exitCodes, type OptionValues, type Terminal, text, UsageError } from "../command.ts";
import { folderOf } from "./options.ts";
import { reportLines } from "./report-lines.ts";

/** Reads coders' sheets, writes the results to the study and the disagreements beside the sample. */
export async function read(
  values: OptionValues,
  files: readonly string[],
  layout: Layout,
  terminal: Terminal,
): Promise<number> {
  if (files.length < 2)
    throw new UsageError("validate: found one sheet, expected those of two coders or more");
  const folder = join(layout.root, folderOf(layout));
  const drawn = await readSample(folder);
  if (drawn === undefined) {
    terminal.warn(
      `validate: found no key in ${folderOf(layout)}/, expected the sample's: run validate -- sample, or bring it back`,
    );
    return exitCodes.fault;
  }
  const study = await loadStudy(join(layout.root, layout.home));
  const questions = questionsOf(study);
  const asked = new Map(questions.map(({ id, answers }) => [id, answers.map(({ code }) => code)]));
  const items = new Map(drawn.key.map(({ item, question }) => [item, asked.get(question) ?? []]));
  const questionsByItem = new Map(drawn.key.map(({ item, question }) => [item, question]));
  const adjudicatedFile = text(values, "adjudicated");
  const names = adjudicatedFile === undefined ? files : [...files, adjudicatedFile];
  const missing = names.filter((file) => !existsSync(join(layout.root, file)) && !existsSync(file));
  if (missing.length > 0) throw new UsageError(`validate: found no file ${missing.join(", ")}`);
  const paths = names.map((file) => realpathSync(existsSync(file) ? file : join(layout.root, file)));
  const twice = names.find((_, index) => paths.indexOf(paths[index]!) !== index);
  if (twice !== undefined)
    throw new UsageError(`validate: found ${twice} twice, expected the sheets of different coders`);
  const sheets = await Promise.all(
    names.map(async (file, index) => readSheet(file, await readFile(paths[index]!), items, questionsByItem)),
  );
  const mistakes = sheets.flatMap((sheet) => sheet.mistakes);
  if (mistakes.length > 0) throw new StudyError(mistakes);
  const coders = sheets.slice(0, files.length).map(({ sheet }) => sheet);
  const report = validationReport(drawn, questions, coders, sheets[files.length]?.sheet);

  const out = join(layout.root, layout.home, "validation");
  for (const result of report.questions) {
    const facts = {
      definition: drawn.defined[result.question]!,
      sample: drawn.id,
      seed: drawn.seed,
      read: dayOf(values),
      invented: values.invented === true,
    };
    const file = join(out, `${result.question}.json`);
    await mkdir(dirname(file), { recursive: true });
    const kept = validationResult(result, facts, study.threshold);
    await writeFile(file, `${JSON.stringify(kept, null, 2)}\n`);
  }
  await writeDisagreements(folder, layout, report);
  for (const line of reportLines(report)) terminal.print(line);
  terminal.print(`Wrote ${posix.join(layout.home, "validation")}/ (no texts; may be versioned).`);
  if (report.disagreements.length > 0) {
    terminal.print(
      `${report.disagreements.length} disagreements to decide: fill the column code of ` +
        `${folderOf(layout)}/${sampleFiles.disagreements} and read again with --adjudicated.`,
    );
  }
  return exitCodes.done;
}

async function writeDisagreements(folder: string, layout: Layout, report: ValidationReport): Promise<void> {
  const posts = await readShownPosts(
    { posts: join(layout.root, layout.derived, "posts.parquet"), spill: join(folder, "spill.tmp") },
    report.disagreements.map(({ row }) => row.post_id),
  );
  const coders = (report.disagreements[0]?.codes ?? []).map((_, index) => `coder_${index + 1}`);
  const rows = report.disagreements.map(({ row, codes }) => ({
    item: row.item,
    question: row.question,
    ...posts.get(row.post_id),
    ...Object.fromEntries(coders.map((coder, index) => [coder, codes[index] ?? ""])),
    code: "",
    note: "",
  }));
  const columns = [
    ...sheetColumns.filter((name) => !["question_title", "answers", "code", "note"].includes(name)),
    ...coders,
    "code",
    "note",
  ];
  await writeFile(join(folder, sampleFiles.disagreements), sheetCsv(columns, rows));
}

function dayOf(values: OptionValues): string {
  const written = text(values, "date") ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written) || Number.isNaN(Date.parse(written))) {
    throw new UsageError(`validate: found --date ${written}, expected a day such as 2024-03-01`);
  }
  return written;
}
