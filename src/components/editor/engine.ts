import {
  AsyncDuckDB,
  type AsyncDuckDBConnection,
  getPlatformFeatures,
  VoidLogger,
} from "@duckdb/duckdb-wasm";

/** Rows of an answer, as texts that a cell can show; null where the value is null. */
export interface Answer {
  readonly columns: readonly { readonly name: string; readonly numeric: boolean }[];
  /** The first rows, at most the limit that was asked for. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Of the whole answer. */
  readonly count: number;
  readonly milliseconds: number;
}

/** What the browser lacks, or could not load. The message of the database itself comes as a plain Error. */
export class EngineFault extends Error {
  readonly kind: "unsupported" | "unloaded";
  constructor(kind: "unsupported" | "unloaded", message: string) {
    super(message);
    this.kind = kind;
  }
}

/** DuckDB in a worker, with the macros of the report and the published tables that queries name. */
export interface Engine {
  /** Runs one statement; `milliseconds` is the time of the statement alone. Throws the database's error. */
  run(sql: string, limit: number): Promise<Answer>;
  stop(): Promise<void>;
}

interface TableList {
  readonly tables: readonly string[];
}

/**
 * Starts DuckDB from the site's own files below `root` (an absolute address that ends with a slash). Nothing else is
 * ever fetched: no extension, no file that a query names. Throws an EngineFault where it can't be started.
 */
export async function startEngine(root: string): Promise<Engine> {
  if (!(await getPlatformFeatures()).wasmExceptions) throw new EngineFault("unsupported", "");
  const worker = new Worker(new URL("engine/duckdb-browser-eh.worker.js", root));
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener("error", () => reject(new Error("the worker did not start")), { once: true });
    });
    const [connection, list, macros, limits] = await Promise.race([
      Promise.all([
        connect(database, new URL("engine/duckdb-eh.wasm", root).href),
        fetched(new URL("data/tables/tables.json", root)).then(
          (answer) => answer.json() as Promise<TableList>,
        ),
        fetched(new URL("data/tables/macros.sql", root)).then((answer) => answer.text()),
        tableBytes(root, "garwood"),
      ]),
      failed,
    ]);
    const load = tableLoader(connection, root, list.tables, { garwood: Promise.resolve(limits) });
    // Macros are bound when made, so the table that some of them read must be there before.
    await load("garwood");
    await connection.query(macros);
    await connection.query("set enable_external_access = false");
    await connection.query("set lock_configuration = true");
    return {
      run: (sql, limit) => run(connection, load, list.tables, sql, limit),
      stop: () => database.terminate(),
    };
  } catch (error) {
    await database.terminate();
    throw new EngineFault("unloaded", (error as Error).message);
  }
}

async function connect(database: AsyncDuckDB, wasm: string): Promise<AsyncDuckDBConnection> {
  await database.instantiate(wasm);
  await database.open({ query: { castDecimalToDouble: true } });
  const connection = await database.connect();
  await connection.query("set autoinstall_known_extensions = false");
  await connection.query("set autoload_known_extensions = false");
  return connection;
}

/** A file of the site. Throws where it is not there. */
export async function fetched(address: URL): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`found status ${answer.status} for ${address.pathname}`);
  return answer;
}

function tableBytes(root: string, name: string): Promise<ArrayBuffer> {
  return fetched(new URL(`data/tables/${name}.arrow`, root)).then((answer) => answer.arrayBuffer());
}

/** Puts a published table into the database, once. */
function tableLoader(
  connection: AsyncDuckDBConnection,
  root: string,
  tables: readonly string[],
  ahead: Readonly<Record<string, Promise<ArrayBuffer>>>,
): (name: string) => Promise<void> {
  const loaded = new Map<string, Promise<void>>();
  return (name) => {
    if (!tables.includes(name)) return Promise.resolve();
    let loading = loaded.get(name);
    if (loading === undefined) {
      loading = (ahead[name] ?? tableBytes(root, name))
        .then((bytes) => connection.insertArrowFromIPCStream(new Uint8Array(bytes), { name, create: true }))
        .catch((error: Error) => {
          loaded.delete(name);
          throw new EngineFault("unloaded", error.message);
        });
      loaded.set(name, loading);
    }
    return loading;
  };
}

async function run(
  connection: AsyncDuckDBConnection,
  load: (name: string) => Promise<void>,
  tables: readonly string[],
  sql: string,
  limit: number,
): Promise<Answer> {
  const words = new Set(sql.toLowerCase().match(/[a-z][a-z0-9_]*/g) ?? []);
  await Promise.all(tables.filter((name) => words.has(name)).map(load));
  const before = performance.now();
  const table = await connection.query(sql);
  const milliseconds = performance.now() - before;
  const columns = table.schema.fields.map((field, at) => ({
    name: field.name,
    type: String(field.type),
    vector: table.getChildAt(at)!,
  }));
  const shown = Math.min(table.numRows, limit);
  const rows = Array.from({ length: shown }, (_, row) =>
    columns.map(({ type, vector }) => cellText(vector.get(row), type)),
  );
  return {
    columns: columns.map(({ name, type }) => ({ name, numeric: /^(Uint|Int|Float|Decimal)/.test(type) })),
    rows,
    count: table.numRows,
    milliseconds,
  };
}

/** A value with all its digits. `type` is Arrow's name of the column's type. */
function cellText(value: unknown, type: string): string | null {
  if (value === null || value === undefined) return null;
  if (type.startsWith("Date") && typeof value === "number") return new Date(value).toISOString().slice(0, 10);
  if (type.startsWith("Timestamp") && typeof value === "number") return new Date(value).toISOString();
  return String(value);
}
