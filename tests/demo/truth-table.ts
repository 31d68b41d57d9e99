import { DuckDBInstance } from "@duckdb/node-api";
import type { TruthRow } from "../../loaders/demo/truth.ts";

/** The rows of a truth table. */
export async function readTruth(path: string): Promise<TruthRow[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(
    `select * from read_parquet('${path.replaceAll("'", "''")}')`,
  );
  const rows = reader.getRowObjectsJson() as unknown as TruthRow[];
  connection.closeSync();
  instance.closeSync();
  return rows;
}
