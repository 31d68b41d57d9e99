import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { definitions } from "../study/definition.ts";
import { type Layout, layoutOf } from "../study/layout.ts";
import { loadStudy } from "../study/load.ts";
import { StudyError } from "../study/mistake.ts";
import type { Study } from "../study/study.ts";
import type { ValidationResult } from "../study/validation-result.ts";
import { sheetColumns } from "../validate/coding-item.ts";
import type { Estimate } from "../validate/estimate.ts";
import { readFrame, readShownPosts } from "../validate/frame.ts";
import { type Question, questionsOf } from "../validate/question.ts";
import { readSheet } from "../validate/read-sheet.ts";
import { type ValidationReport, validationReport } from "../validate/report.ts";
import { validationResult } from "../validate/result-file.ts";
import { codingItems, makeSample } from "../validate/sample.ts";
import { readSample, sampleFiles, writeSample } from "../validate/sample-files.ts";
import { sheetCsv } from "../validate/sheet-csv.ts";
import {
  type Command,
  exitCodes,
  exitHelp,
  type OptionValues,
  studyHelp,
  studyOption,
  type Terminal,
  text,
  texts,
  UsageError,
} from "./command.ts";
import { readIntrusion, writeIntrusion } from "./intrusion.ts";

export const validate: Command = {
  name: "validate",
  summary: "sample posts for people to code, and measure the queries by what they said",
  help: `npm run validate -- sample [--study DIR] [--question ID …] [--size N] [--seed N] [--replace]
npm run validate -- read FILE FILE … [--study DIR] [--adjudicated FILE] [--invented] [--date DAY]
npm run validate -- check [--study DIR]
npm run validate -- intrusion [FILE …] [--study DIR] [--seed N]

sample draws posts for each question: is the post about a topic, does it name a barrier, a programme or a disability,
whom of the children does it name, which one region is it about. It writes below derived/validation/: sheet.csv,
sheet.xlsx and desk.html for coders, who don't see what the machine answered, and key.csv, which stays with you. These
files hold people's texts: keep them off shared machines.

read takes coders' sheets, or what they saved from the desk, prints agreement and each question's precision, recall and
F1, writes them to validation/ in the study's home, and lists disagreements in derived/validation/disagreements.csv.
Fill its column code and read again with --adjudicated.

check names questions that were never validated, and those whose words have changed since: then it ends with 1.

intrusion writes tasks on the topic model below derived/intrusion/: six words, one of which does not belong. With the
sheets that people filled it prints how often they found it, by topic.

${studyHelp}
  --question ID  this question only, such as topics/flood, or a family: topics, gender, places; may be repeated
  --size N       posts a question of two answers; of more, half as many for each answer (default: 120)
  --seed N       a whole number; the same seed draws the same posts (default: 1)
  --replace      give up the sample that stands there
  --adjudicated FILE   decisions on disagreements
  --invented     the sheets are a program's, not people's: said wherever results are shown
  --date DAY     the day that results carry (default: today)

${exitHelp}`,
  options: {
    ...studyOption,
    question: { type: "string", multiple: true },
    size: { type: "string" },
    seed: { type: "string" },
    replace: { type: "boolean" },
    adjudicated: { type: "string" },
    invented: { type: "boolean" },
    date: { type: "string" },
  },
  words: true,
  async run(values, terminal) {
    const [action, ...files] = texts(values, "words");
    const layout = layoutOf(terminal.root, text(values, "study"));
    if (action === "sample" && files.length === 0) return sample(values, layout, terminal);
    if (action === "read" && files.length > 0) return read(values, files, layout, terminal);
    if (action === "intrusion") {
      if (files.length > 0) return readIntrusion(layout, files, terminal);
      return writeIntrusion(layout, wholeNumber(values, "seed", 1, 0), terminal);
    }
    if (action === "check" && files.length === 0) return check(layout, terminal);
    const found = action === undefined ? "nothing" : `"${[action, ...files].join(" ")}"`;
    throw new UsageError(
      `validate: found ${found}, expected "sample", "read FILE FILE …", "check" or "intrusion". See npm run validate -- --help`,
    );
  },
};

const folderOf = (layout: Layout) => posix.join(layout.derived, "validation");

async function sample(values: OptionValues, layout: Layout, terminal: Terminal): Promise<number> {
  const size = wholeNumber(values, "size", 120, 1);
  const seed = wholeNumber(values, "seed", 1, 0);
  const study = await loadStudy(join(layout.root, layout.home));
  const questions = chosenQuestions(study, texts(values, "question"));
  const files = {
    posts: join(layout.root, layout.derived, "posts.parquet"),
    annotations: join(layout.root, layout.derived, "annotations.parquet"),
    spill: join(layout.root, folderOf(layout), "spill.tmp"),
  };
  if (!existsSync(files.posts) || !existsSync(files.annotations)) {
    terminal.warn(
      `validate: found no posts in ${layout.derived}/, expected posts and annotations: run npm run data`,
    );
    return exitCodes.fault;
  }
  const frame = await readFrame(files, questions);
  const drawn = makeSample(frame, questions, { size, seed });
  const folder = join(layout.root, folderOf(layout));
  const present = await readSample(folder);
  if (present !== undefined && present.id !== drawn.id && values.replace !== true) {
    terminal.warn(
      `validate: found sample ${present.id} in ${folderOf(layout)}/, expected none or the same (${drawn.id}): ` +
        "its coders' sheets can't be read without its key. Move it away, or say --replace",
    );
    return exitCodes.fault;
  }
  const items = codingItems(
    drawn,
    await readShownPosts(
      files,
      drawn.key.map(({ post_id }) => post_id),
    ),
  );
  await writeSample(folder, drawn, items, questions, study.reportLanguages[0]!);
  terminal.print(
    `validate: ${items.length} items to code for ${questions.length} questions of ${frame.postIds.length} posts, ` +
      `seed ${seed}, sample ${drawn.id}.`,
  );
  terminal.print(
    `For coders: ${folderOf(layout)}/${sampleFiles.desk}, ${sampleFiles.sheet}, ${sampleFiles.workbook}, not ${sampleFiles.key}.`,
  );
  return exitCodes.done;
}

async function read(
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
  const adjudicatedFile = text(values, "adjudicated");
  const names = adjudicatedFile === undefined ? files : [...files, adjudicatedFile];
  const missing = names.filter((file) => !existsSync(join(layout.root, file)) && !existsSync(file));
  if (missing.length > 0) throw new UsageError(`validate: found no file ${missing.join(", ")}`);
  const sheets = await Promise.all(
    names.map(async (file) => {
      const path = existsSync(file) ? file : join(layout.root, file);
      return readSheet(file, await readFile(path), items);
    }),
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

async function check(layout: Layout, terminal: Terminal): Promise<number> {
  const study = await loadStudy(join(layout.root, layout.home));
  let stale = 0;
  for (const [question, definition] of definitions(study)) {
    const file = posix.join(layout.home, "validation", `${question}.json`);
    if (!existsSync(join(layout.root, file))) {
      terminal.print(`validate: ${question}: not validated`);
      continue;
    }
    const kept = JSON.parse(await readFile(join(layout.root, file), "utf8")) as ValidationResult;
    if (kept.definition === definition) continue;
    stale += 1;
    terminal.warn(
      `validate: ${question}: found results for definition ${kept.definition} in ${file}, expected ${definition}: ` +
        "its words have changed since; draw and code a new sample",
    );
  }
  return stale === 0 ? exitCodes.done : exitCodes.fault;
}

function* reportLines({ questions }: ValidationReport): Generator<string> {
  for (const { question, answers, agreement, open } of questions) {
    const { per_cent, kappa, alpha } = agreement;
    yield `${question}: agreement ${shownEstimate(per_cent)}, kappa ${shownEstimate(kappa)}, ` +
      `alpha ${shownEstimate(alpha)}; ${open} open`;
    for (const { answer, precision, recall, f1 } of answers) {
      yield `  ${answers.length === 1 ? "" : `${answer}: `}precision ${shownEstimate(precision)}, ` +
        `recall ${shownEstimate(recall)}, F1 ${shownEstimate(f1)}`;
    }
  }
}

function shownEstimate(estimate: Estimate | null): string {
  if (estimate === null) return "unknown";
  const { value, interval } = estimate;
  const range = interval === null ? "" : ` (${interval.lower.toFixed(2)} to ${interval.upper.toFixed(2)})`;
  return `${value.toFixed(2)}${range}`;
}

function chosenQuestions(study: Study, asked: readonly string[]): Question[] {
  const all = questionsOf(study);
  const unknown = asked.filter((name) => !all.some(({ id, family }) => id === name || family === name));
  if (unknown.length > 0) {
    const known = [...new Set(all.map(({ family }) => family)), ...all.map(({ id }) => id)];
    throw new UsageError(
      `validate: found no question ${unknown.join(", ")}, expected one of ${[...new Set(known)].join(", ")}`,
    );
  }
  return all.filter(({ id, family }) => asked.length === 0 || asked.includes(id) || asked.includes(family));
}

function dayOf(values: OptionValues): string {
  const written = text(values, "date") ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written) || Number.isNaN(Date.parse(written))) {
    throw new UsageError(`validate: found --date ${written}, expected a day such as 2024-03-01`);
  }
  return written;
}

function wholeNumber(values: OptionValues, name: string, preset: number, least: number): number {
  const written = text(values, name);
  if (written === undefined) return preset;
  const number = Number(written);
  if (!/^\d+$/.test(written) || !Number.isSafeInteger(number) || number < least) {
    throw new UsageError(`validate: found --${name} ${written}, expected a whole number from ${least}`);
  }
  return number;
}
