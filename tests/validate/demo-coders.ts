import { DuckDBInstance } from "@duckdb/node-api";
import { literal } from "../../loaders/parquet/sql-text.ts";
import type { KeyRow, SheetCode } from "../../loaders/validate/coding-item.ts";
import { type Random, seeded } from "../../loaders/validate/random.ts";
import type { CodedSheet } from "../../loaders/validate/read-sheet.ts";

/**
 * Invented coders of the demo's posts: they know the generator's truth and err as people do. No person coded
 * anything here.
 */

/** Topics of the demo study that the truth table has, by the truth's name. */
export const truthOfTopic: Readonly<Record<string, string>> = {
  autism: "autism",
  "cerebral-palsy": "cerebral-palsy",
  "early-intervention": "early-intervention",
  "teacher-capacity": "teacher-capacity",
  infrastructure: "infrastructure",
  "home-schooling": "home-schooling",
  "special-schools": "special-schools",
  violence: "violence",
  "national-testing": "national-testing",
  consultation: "pmpc",
  parents: "parents",
  "assistive-technology": "assistive-technology",
  digitisation: "digitisation",
};

/** The true topics of each post of the demo, by post id: SHA-256 of platform and native id, as posts are named. */
export async function readTrueTopics(path: string): Promise<Map<string, ReadonlySet<string>>> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(
    `select substr(sha256(platform || chr(10) || native_id), 1, 16), any_value(topics)::json::varchar
     from read_parquet(${literal(path)})
     where not broken
     group by 1`,
  );
  const rows = reader.getRows() as [string, string][];
  connection.closeSync();
  instance.closeSync();
  return new Map(rows.map(([id, topics]) => [id, new Set(JSON.parse(topics) as string[])]));
}

export interface CoderErrors {
  /** Share of posts about the topic that the coder does not see as such. */
  readonly missed: number;
  /** Share of other posts that the coder takes for it. */
  readonly alarmed: number;
  /** Share of posts that the coder can't tell. */
  readonly unsure: number;
}

/** What a coder with such errors answers to each item of a sample. */
export function inventedCoder(
  name: string,
  key: readonly KeyRow[],
  isTrue: (row: KeyRow) => boolean,
  errors: CoderErrors,
  seed: number,
): CodedSheet {
  const random = seeded(seed, name);
  return {
    file: `${name}.csv`,
    codes: new Map(key.map((row) => [row.item, answer(isTrue(row), errors, random)])),
  };
}

function answer(truth: boolean, { missed, alarmed, unsure }: CoderErrors, random: Random): SheetCode {
  const [doubt, error] = [random(), random()];
  if (doubt < unsure) return "?";
  return truth !== error < (truth ? missed : alarmed) ? "1" : "0";
}
