import { rmSync } from "node:fs";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

export interface Database {
  readonly connection: DuckDBConnection;
  /** Closes DuckDB and removes what it spilled. */
  close(): void;
}

/**
 * Opens an in-memory DuckDB that gives the same bytes each time it writes: one thread, insertion order kept,
 * UTC, no extension fetched. Beyond `memoryLimit` it spills to the folder `spill`, which `close` removes.
 */
export async function openDatabase(options: { spill: string; memoryLimit?: string }): Promise<Database> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "1",
    memory_limit: options.memoryLimit ?? "1GB",
    temp_directory: options.spill,
    preserve_insertion_order: "true",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
      rmSync(options.spill, { recursive: true, force: true });
    },
  };
}
