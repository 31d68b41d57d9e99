import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { type Layout, layoutOf } from "../study/layout.ts";
import { loadStudy } from "../study/load.ts";
import { StudyError } from "../study/mistake.ts";
import type { Study } from "../study/types.ts";
import { sheetColumns } from "../validate/coding-item.ts";
import type { Estimate } from "../validate/estimate.ts";
import { readFrame, readShownPosts } from "../validate/frame.ts";
import { readSheet } from "../validate/read-sheet.ts";
import { type ValidationReport, validationReport } from "../validate/report.ts";
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

export const validate: Command = {
  name: "validate",
  summary: "sample posts for people to code, and measure the queries by what they said",
  help: `npm run validate -- sample [--study DIR] [--topic ID …] [--size N] [--seed N] [--replace]
npm run validate -- read FILE FILE … [--study DIR] [--adjudicated FILE]

sample draws posts for each topic (retrieved by its query; not retrieved but holding a word of it; the rest) and
writes below derived/validation/: sheet.csv, sheet.xlsx and desk.html for coders, who don't see what the machine answered, and
key.csv, which stays with you. These files hold people's texts: keep them off shared machines.

read takes coders' sheets, or what they saved from the desk, prints agreement and each query's precision, recall and
F1, writes them to validation/ in the study's home, and lists disagreements in derived/validation/disagreements.csv.
Fill its column code and read again with --adjudicated.

${studyHelp}
  --topic ID     this topic only; may be repeated (default: all)
  --size N       posts a topic (default: 120)
  --seed N       a whole number; the same seed draws the same posts (default: 1)
  --replace      give up the sample that stands there
  --adjudicated FILE   decisions on disagreements

${exitHelp}`,
  options: {
    ...studyOption,
    topic: { type: "string", multiple: true },
    size: { type: "string" },
    seed: { type: "string" },
    replace: { type: "boolean" },
    adjudicated: { type: "string" },
  },
  words: true,
  async run(values, terminal) {
    const [action, ...files] = texts(values, "words");
    const layout = layoutOf(terminal.root, text(values, "study"));
    if (action === "sample" && files.length === 0) return sample(values, layout, terminal);
    if (action === "read" && files.length > 0) return read(values, files, layout, terminal);
    const found = action === undefined ? "nothing" : `"${[action, ...files].join(" ")}"`;
    throw new UsageError(
      `validate: found ${found}, expected "sample" or "read FILE FILE …". See npm run validate -- --help`,
    );
  },
};

const folderOf = (layout: Layout) => posix.join(layout.derived, "validation");

async function sample(values: OptionValues, layout: Layout, terminal: Terminal): Promise<number> {
  const size = wholeNumber(values, "size", 120, 1);
  const seed = wholeNumber(values, "seed", 1, 0);
  const study = await loadStudy(join(layout.root, layout.home));
  const topics = chosenTopics(study, texts(values, "topic"));
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
  const frame = await readFrame(files, topics);
  const drawn = makeSample(frame, topics, { size, seed });
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
  await writeSample(folder, drawn, items, topics, study.reportLanguages[0]!);
  terminal.print(
    `validate: ${items.length} posts to code for ${topics.length} topics of ${frame.postIds.length} posts, ` +
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
  const items = new Set(drawn.key.map(({ item }) => item));
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
  const report = validationReport(drawn, coders, sheets[files.length]?.sheet);

  const out = join(layout.root, layout.home, "validation");
  await mkdir(out, { recursive: true });
  for (const topic of report.topics) {
    await writeFile(join(out, `${topic.topic}.json`), `${JSON.stringify(topic, null, 2)}\n`);
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
    topic: row.topic,
    ...posts.get(row.post_id),
    ...Object.fromEntries(coders.map((coder, index) => [coder, codes[index] ?? ""])),
    code: "",
    note: "",
  }));
  const columns = [
    ...sheetColumns.filter((name) => !["topic_title", "code", "note"].includes(name)),
    ...coders,
    "code",
    "note",
  ];
  await writeFile(join(folder, sampleFiles.disagreements), sheetCsv(columns, rows));
}

function* reportLines({ topics, agreement }: ValidationReport): Generator<string> {
  for (const topic of topics) {
    const { per_cent, kappa, alpha } = topic.agreement;
    yield `${topic.topic}: precision ${shownEstimate(topic.precision)}, recall ${shownEstimate(topic.recall)}, ` +
      `F1 ${shownEstimate(topic.f1)}; agreement ${shownEstimate(per_cent)}, kappa ${shownEstimate(kappa)}, ` +
      `alpha ${shownEstimate(alpha)}; ${topic.open} open`;
  }
  yield `all topics: agreement ${shownEstimate(agreement.per_cent)}, kappa ${shownEstimate(agreement.kappa)}, ` +
    `alpha ${shownEstimate(agreement.alpha)} on ${agreement.items} items`;
}

function shownEstimate(estimate: Estimate | null): string {
  if (estimate === null) return "unknown";
  const { value, interval } = estimate;
  const range = interval === null ? "" : ` (${interval.lower.toFixed(2)} to ${interval.upper.toFixed(2)})`;
  return `${value.toFixed(2)}${range}`;
}

function chosenTopics(study: Study, asked: readonly string[]) {
  const known = study.topics.map(({ id }) => id);
  const unknown = asked.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new UsageError(
      `validate: found no topic ${unknown.join(", ")}, expected one of ${known.join(", ")}`,
    );
  }
  return asked.length === 0 ? study.topics : study.topics.filter(({ id }) => asked.includes(id));
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
