import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Concept } from "../study/types.ts";
import { type CodingItem, type KeyRow, keyColumns, sheetColumns } from "./coding-item.ts";
import { deskPage } from "./desk/page.ts";
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
  topics: readonly Concept[],
  language: string,
): Promise<void> {
  const title = (topic: string) => {
    const titles = topics.find(({ id }) => id === topic)?.title ?? {};
    return titles[language] ?? Object.values(titles)[0] ?? topic;
  };
  const rows = items.map((item) => ({ ...item, topic_title: title(item.topic), code: "", note: "" }));
  const page = await deskPage({
    sample: sample.id,
    items,
    topics: topics.map(({ id, title }) => ({ id, title })),
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
  const { id, seed } = sample;
  await writeFile(
    join(folder, sampleFiles.sample),
    `${JSON.stringify({ id, seed, items: items.length }, null, 2)}\n`,
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
  const { id, seed } = JSON.parse(json) as { id: string; seed: number };
  const rows = parse(csv, { columns: true, bom: true }) as Record<keyof KeyRow, string>[];
  const key = rows.map((row) => ({
    ...row,
    stratum_size: Number(row.stratum_size),
    stratum_drawn: Number(row.stratum_drawn),
    probability: Number(row.probability),
    weight: Number(row.weight),
  }));
  return { id, seed, key };
}
