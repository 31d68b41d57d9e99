import { DuckDBInstance } from "@duckdb/node-api";
import { literal } from "../parquet/sql-text.ts";

/** The number of rows of a Parquet file, from its footer. */
export async function parquetRows(file: string): Promise<number> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const result = await connection.runAndReadAll(
    `select num_rows from parquet_file_metadata(${literal(file)})`,
  );
  connection.closeSync();
  instance.closeSync();
  return Number(result.getRowsJson()[0]![0]);
}
