import { copyFileSync, existsSync, linkSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { literal } from "../parquet/sql-text.ts";

/** What a statement may hold in memory; beyond it DuckDB puts aside on the disk what it can. */
const memoryLimit = "1GB";

/**
 * A DuckDB that reads and writes in one folder of its own and sees nothing else, no network neither, with settings that
 * nobody can change. To open one takes longer than most statements, so several use it one after the other.
 */
export class Sandbox {
  /** Absolute. */
  readonly #folder: string;
  readonly #instance: DuckDBInstance;
  readonly #keeper: DuckDBConnection;

  private constructor(folder: string, instance: DuckDBInstance, keeper: DuckDBConnection) {
    this.#folder = folder;
    this.#instance = instance;
    this.#keeper = keeper;
  }

  /** Opens one in a new folder below `parent`. */
  static async open(parent: string): Promise<Sandbox> {
    const folder = mkdtempSync(join(realpathSync(parent), ".sandbox-"));
    const instance = await DuckDBInstance.create(":memory:", {
      // One thread: sums of floating-point numbers depend on the order of the terms.
      threads: "1",
      memory_limit: memoryLimit,
      temp_directory: join(folder, "spill"),
      // A file of one statement may have the name of another's.
      enable_external_file_cache: "false",
    });
    const keeper = await instance.connect();
    await keeper.run("set global TimeZone = 'UTC'");
    await keeper.run(`set allowed_directories = [${literal(folder)}]`);
    await keeper.run("set enable_external_access = false");
    await keeper.run("set lock_configuration = true");
    return new Sandbox(folder, instance, keeper);
  }

  /** Whether its folder is still there. */
  get isWhole(): boolean {
    return existsSync(this.#folder);
  }

  /** Where in its folder a file of that name stands. */
  place(name: string): string {
    return join(this.#folder, name);
  }

  /** Lets a file of the disk in under a name, until `empty`, and says where it stands. */
  admit(file: string, name: string): string {
    const place = this.place(name);
    try {
      linkSync(file, place);
    } catch {
      // On another disk.
      copyFileSync(file, place);
    }
    return place;
  }

  /** Takes all files out of its folder but what DuckDB put aside. */
  empty(): void {
    for (const name of readdirSync(this.#folder)) if (name !== "spill") rmSync(this.place(name));
  }

  /** Hands a connection to a new database to `use`, and takes the database away. Not for two at a time, and none after a fault. */
  async withDatabase<T>(use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.#instance.connect();
    let result: T;
    try {
      await connection.run("attach ':memory:' as statement");
      await connection.run("use statement");
      result = await use(connection);
    } finally {
      connection.closeSync();
    }
    await this.#keeper.run("detach statement");
    return result;
  }

  /** Closes DuckDB and removes its folder. */
  close(): void {
    this.#keeper.closeSync();
    this.#instance.closeSync();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Sandboxes that nobody uses, by the folder that they were opened in. */
const free = new Map<string, Sandbox[]>();

/**
 * Hands a sandbox below the folder `shared` to `use`: one that others of this thread used before, or a new one. After a
 * fault it is closed, else kept for the next.
 */
export async function withSharedSandbox<T>(
  shared: string,
  use: (sandbox: Sandbox) => Promise<T>,
): Promise<T> {
  const kept = free.get(shared) ?? [];
  free.set(shared, kept);
  let sandbox = kept.pop();
  while (sandbox?.isWhole === false) {
    sandbox.close();
    sandbox = kept.pop();
  }
  sandbox ??= await Sandbox.open(shared);
  try {
    const result = await use(sandbox);
    sandbox.empty();
    kept.push(sandbox);
    return result;
  } catch (error) {
    sandbox.close();
    throw error;
  }
}

/** Hands a new sandbox below the folder `parent` to `use` and closes it. */
export async function withOwnSandbox<T>(parent: string, use: (sandbox: Sandbox) => Promise<T>): Promise<T> {
  const sandbox = await Sandbox.open(parent);
  try {
    return await use(sandbox);
  } finally {
    sandbox.close();
  }
}
