import { rm, writeFile } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Story } from "./story.ts";

/** One row a generated record: what it is about, by the generator's own knowledge. */
export interface TruthRow {
  capture: string;
  platform: string;
  /** Empty for a record without an address. */
  native_id: string;
  corpus: "public" | "organisations";
  scope: "general" | "inclusive";
  /** Day of publication on the wall clock, also of a record that is broken. */
  day: string;
  in_window: boolean;
  topics: readonly string[];
  barriers: readonly string[];
  programmes: readonly string[];
  disabilities: readonly string[];
  /** Folded, without `#`. */
  hashtags: readonly string[];
  region: string | null;
  gender: "boys" | "girls" | "both" | "none";
  /** ru, kk (either alphabet), mixed, other. */
  language: string;
  copy_of: string | null;
  broken: boolean;
}

/** The columns of a truth row that a story decides. */
export function truthOf(
  story: Story,
): Pick<
  TruthRow,
  "topics" | "barriers" | "programmes" | "disabilities" | "gender" | "region" | "language" | "scope"
> {
  return {
    scope: story.scope,
    topics: story.topics,
    barriers: story.barriers,
    programmes: story.programmes,
    disabilities: story.disabilities,
    gender: story.gender,
    region: story.place?.id ?? null,
    language: story.language === "kk-latin" ? "kk" : story.language,
  };
}

/** Writes the truth table as Parquet; the same rows give the same bytes (one thread, rows in the given order). */
export async function writeTruth(rows: readonly TruthRow[], path: string): Promise<void> {
  const source = `${path}.ndjson`;
  await writeFile(source, rows.map((row) => JSON.stringify(row)).join("\n"));
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  await connection.run(
    `copy (select * from read_ndjson(${quoted(source)}, columns = {capture: 'VARCHAR', platform: 'VARCHAR', native_id: 'VARCHAR',
      corpus: 'VARCHAR', scope: 'VARCHAR', day: 'DATE', in_window: 'BOOLEAN', topics: 'VARCHAR[]', barriers: 'VARCHAR[]', programmes: 'VARCHAR[]',
      disabilities: 'VARCHAR[]', hashtags: 'VARCHAR[]', region: 'VARCHAR', gender: 'VARCHAR', language: 'VARCHAR', copy_of: 'VARCHAR',
      broken: 'BOOLEAN'})) to ${quoted(path)} (format parquet, compression zstd, compression_level 19)`,
  );
  connection.closeSync();
  instance.closeSync();
  await rm(source);
}
