import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { type CodingItem, type KeyRow, keyColumns, sheetColumns } from "./coding-item.ts";
import { deskPage } from "./desk/page.ts";
import { type Question, unsure } from "./question.ts";
import type { Sample } from "./sample.ts";
import { sheetCsv } from "./sheet-csv.ts";
import { sheetXlsx } from "./sheet-xlsx.ts";

/** The files of a sample's folder. Sheet and desk are for coders; the key stays with whoever drew the sample. */
export const sampleFiles = {
  sheet: "sheet.csv",
  workbook: "sheet.xlsx",
  desk: "desk.html",
  key: "key.csv",
  sample: "sample.json",
  disagreements: "disagreements.csv",
} as const;

export async function writeSample(
  folder: string,
  sample: Sample,
  items: readonly CodingItem[],
  questions: readonly Question[],
  language: string,
): Promise<void> {
  const asked = new Map(questions.map((question) => [question.id, question]));
  const rows = items.map((item) => {
    const { family, title, answers } = asked.get(item.question)!;
    return {
      ...item,
      question_title: title[language] ?? Object.values(title)[0] ?? family,
      answers: [...answers.map(({ code }) => code), unsure].join(" "),
      code: "",
      note: "",
    };
  });
  const page = await deskPage({
    sample: sample.id,
    items,
    questions: questions.map(({ id, family, title, answers }) => ({ id, family, title, answers })),
  });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, sampleFiles.sheet), sheetCsv(sheetColumns, rows));
  await writeFile(join(folder, sampleFiles.workbook), sheetXlsx(sheetColumns, rows));
  await writeFile(join(folder, sampleFiles.desk), page);
  await writeFile(
    join(folder, sampleFiles.key),
    sheetCsv(
      keyColumns,
      sample.key.map((row) => ({ ...row })),
    ),
  );
  const { id, seed, defined } = sample;
  await writeFile(
    join(folder, sampleFiles.sample),
    `${JSON.stringify({ id, seed, items: items.length, defined }, null, 2)}\n`,
  );
}

/** The sample that stands in a folder; undefined where there is none. */
export async function readSample(folder: string): Promise<Sample | undefined> {
  let json: string;
  let csv: string;
  try {
    json = await readFile(join(folder, sampleFiles.sample), "utf8");
    csv = await readFile(join(folder, sampleFiles.key), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const { id, seed, defined } = JSON.parse(json) as Omit<Sample, "key">;
  const rows = parse(csv, { columns: true, bom: true }) as Record<keyof KeyRow, string>[];
  const key = rows.map((row) => ({
    ...row,
    stratum_size: Number(row.stratum_size),
    stratum_drawn: Number(row.stratum_drawn),
    probability: Number(row.probability),
    weight: Number(row.weight),
  }));
  return { id, seed, key, defined };
}
