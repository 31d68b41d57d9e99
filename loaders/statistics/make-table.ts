import { readFileSync, writeFileSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type GuardedRow, smallRows } from "../disclosure/disclose.ts";
import { identifier } from "../parquet/sql-text.ts";
import { estimatorFile, loadEstimator } from "./estimator.ts";
import { type CountedTable, readTable } from "./header.ts";
import type { TableHeader, Unit } from "./header-schema.ts";
import { QueryError } from "./query-error.ts";
import { checkResult, type ResultColumn } from "./result.ts";
import { roundedColumns } from "./rounded.ts";
import { readRowSet } from "./row-set.ts";
import { rowsOf, type SessionOptions, withStatement } from "./session.ts";
import { fillTable } from "./write-tables.ts";

/** What stands beside a counted table's Parquet: everything about it but its rows. */
export interface TableDescription {
  readonly table: string;
  readonly header: TableHeader;
  readonly sql: string;
  readonly rows: number;
  readonly columns: readonly ResultColumn[];
  /** Rows whose counts are null: they could point to a person. */
  readonly withheld: number;
  readonly threshold: number;
}

export interface TableRun extends SessionOptions {
  readonly name: string;
  /** The `.sql` file. */
  readonly file: string;
  readonly threshold: number;
  /** JSON file to write: the TableDescription. */
  readonly description: string;
}

interface StepCounts {
  readonly rowsIn: number;
  readonly rowsOut: number;
  readonly setAside: Record<string, number>;
}

/**
 * Makes a counted table from private tables and writes it, disclosed: rows that could point to a person keep their
 * key, and all else of them is null. The same inputs give the same bytes, sorted by the key. Returns the rows read,
 * written and withheld. Throws a QueryError where the statement, the estimator or the rows are not as the header says.
 */
export async function makeTable(run: TableRun): Promise<StepCounts> {
  const table = readTable(readFileSync(run.file, "utf8"), run.file);
  const into = table.header.estimate === undefined ? "result" : "private_rows";
  return withStatement(table, run, into, async ({ connection, rowsIn, write }) => {
    if (table.header.estimate !== undefined) await estimate(connection, table);
    const columns = await checkResult(connection, table);
    const isWithheld = table.header.rounded !== "all";
    const withheld = isWithheld ? await withhold(connection, table, run.threshold) : 0;
    if (table.header.rounded) await round(connection, table, run.threshold);
    await write(`(from result order by ${keyOf(table)})`);
    const rows = await rowsOf(connection, "result");
    const { header, sql } = table;
    const { name, threshold } = run;
    const description: TableDescription = { table: name, header, sql, rows, columns, withheld, threshold };
    writeFileSync(run.description, `${JSON.stringify(description, null, 2)}\n`);
    const setAside: Record<string, number> = withheld === 0 ? {} : { "below-threshold": withheld };
    return { rowsIn, rowsOut: rows - withheld, setAside };
  });
}

const typeOf: Record<Unit, string> = {
  id: "VARCHAR",
  text: "VARCHAR",
  date: "DATE",
  count: "INTEGER",
  proportion: "DOUBLE",
  "difference of proportions": "DOUBLE",
  "per 1,000 residents": "DOUBLE",
  number: "DOUBLE",
};

/** Turns table `private_rows` into table `result` by the header's estimator. */
async function estimate(connection: DuckDBConnection, table: CountedTable): Promise<void> {
  const { kind, ...given } = table.header.estimate!;
  const refuse = (path: readonly PropertyKey[], text: string) =>
    new QueryError(table.file, [{ line: table.lineOf(["estimate", ...path]), text }]);
  const estimator = await loadEstimator(kind);
  if (estimator === undefined) {
    throw refuse(["kind"], `found the estimator "${kind}", expected a file ${estimatorFile(kind)}`);
  }
  const parameters = estimator.parameters.safeParse(given);
  if (!parameters.success) {
    const issue = parameters.error.issues[0]!;
    throw refuse(issue.path, `found a fault in estimate.${issue.path.join(".")}: ${issue.message}`);
  }
  const names = Object.keys(table.header.columns);
  let rows: ReturnType<typeof estimator.estimate>;
  try {
    rows = estimator.estimate(await readRowSet(connection, "private_rows"), parameters.data);
  } catch (error) {
    throw refuse([], `estimator ${kind}: ${(error as Error).message}`);
  }
  for (const name of Object.keys(rows[0] ?? {})) {
    if (!names.includes(name))
      throw refuse([], `found column "${name}" made by ${kind}, expected it in columns`);
  }
  const columns = names.map((name) => ({ name, type: typeOf[table.header.columns[name]![0]] }));
  await fillTable(
    connection,
    "estimated",
    columns,
    rows.map((row) => names.map((name) => row[name] ?? null)),
  );
  await connection.run(`create table result as from estimated order by ${keyOf(table)}`);
}

async function withhold(
  connection: DuckDBConnection,
  table: CountedTable,
  threshold: number,
): Promise<number> {
  const { cell, key, columns } = table.header;
  const counts = [cell!.count, cell!.of].flat().filter((name) => name !== undefined);
  const groups = [...new Set((cell!.within ?? []).flat())];
  const selected = [
    ...counts.map((name) => `${identifier(name)}::double as ${identifier(name)}`),
    ...groups
      .filter((name) => !counts.includes(name))
      .map((name) => `${identifier(name)}::varchar as ${identifier(name)}`),
  ];
  const found = await connection.runAndReadAll(`select ${selected.join(", ")} from result order by rowid`);
  const rows = found.getRowObjectsJson() as GuardedRow[];
  const small = [...smallRows(rows, cell!, threshold)].sort((a, b) => a - b);
  const others = Object.keys(columns).filter((name) => !key.includes(name));
  if (small.length > 0) {
    await fillTable(
      connection,
      "small",
      [{ name: "place", type: "INTEGER" }],
      small.map((at) => [at]),
    );
    await connection.run(
      `create table disclosed as select ${Object.keys(columns)
        .map((name) =>
          others.includes(name)
            ? `case when small.place is null then result.${identifier(name)} end as ${identifier(name)}`
            : `result.${identifier(name)}`,
        )
        .join(", ")} from result left join small on small.place = result.rowid`,
    );
    await connection.run("drop table result");
    await connection.run("alter table disclosed rename to result");
  }
  return small.length;
}

/** Rounds what the header says is `rounded`. */
async function round(
  connection: DuckDBConnection,
  { header: { columns } }: CountedTable,
  threshold: number,
): Promise<void> {
  const names = Object.keys(columns);
  const unitIn = (...units: readonly Unit[]) => names.filter((name) => units.includes(columns[name]![0]));
  const estimates = unitIn("number", "proportion", "difference of proportions", "per 1,000 residents");
  const list = roundedColumns(names, unitIn("count"), estimates, threshold);
  await connection.run(`create table rounded as select ${list} from result order by rowid`);
  await connection.run("drop table result");
  await connection.run("alter table rounded rename to result");
}

function keyOf(table: CountedTable): string {
  return table.header.key.map(identifier).join(", ");
}
