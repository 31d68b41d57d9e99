import type { DuckDBConnection } from "@duckdb/node-api";
import type { Statement } from "./header.ts";
import { type Mistake, QueryError } from "./query-error.ts";

/** A node of the syntax tree that DuckDB's json_serialize_sql gives. */
type Node = { readonly [field: string]: unknown };

const clockNames = new Set([
  "current_date",
  "current_time",
  "current_timestamp",
  "localtime",
  "localtimestamp",
]);

/**
 * Checks that a query is one select (or with … select) that is sorted and gives the same rows each time: no
 * clock, no chance, no sample. Returns the names of tables and CTEs of which it may mean columns that it does not name:
 * those that a star, a natural join or their own name as a value takes whole. Throws a QueryError that lists all mistakes.
 */
export async function checkStatement(
  connection: DuckDBConnection,
  query: Statement<unknown>,
): Promise<ReadonlySet<string>> {
  const mistakes: Mistake[] = [];
  const line = query.sqlLine;
  const tree = await parse(connection, query);
  if (tree.length !== 1 || !/^\(*\s*(with|select)\b/i.test(withoutComments(query.sql))) {
    const found = tree.length > 1 ? `${tree.length} statements` : "another statement";
    throw new QueryError(query.file, [
      { line, text: `found ${found}, expected one select, or with … select` },
    ]);
  }
  const root = tree[0]!.node as Node;
  if (!(root.modifiers as Node[]).some((modifier) => modifier.type === "ORDER_MODIFIER")) {
    mistakes.push({
      line,
      text: "found no order by, expected rows in one order each time: sort by the key at least",
    });
  }
  const refused = await changingFunctions(connection);
  for (const node of nodes(root)) {
    const name = functionName(node);
    if (name !== undefined && refused.has(name)) {
      mistakes.push({
        line,
        text: `found ${name}, expected a query that gives the same rows each time: use the study's window`,
      });
    }
    if (node.sample) mistakes.push({ line, text: "found a sample of rows, expected all of them" });
  }
  if (mistakes.length > 0) throw new QueryError(query.file, mistakes);
  return takenWhole(root);
}

function takenWhole(root: Node): Set<string> {
  const whole = new Set<string>();
  const named = new Set<string>();
  for (const node of nodes(root)) {
    const names = node.class === "COLUMN_REF" ? (node.column_names as string[]) : [];
    if (names.length === 1) named.add(names[0]!.toLowerCase());
    const takesAll =
      (node.type === "SELECT_NODE" &&
        [...expressions(node.select_list)].some(({ class: kind }) => kind === "STAR")) ||
      node.ref_type === "NATURAL";
    if (takesAll) for (const name of tablesOf(node.from_table ?? node)) whole.add(name);
  }
  for (const node of nodes(root)) {
    if (node.type !== "BASE_TABLE") continue;
    const name = String(node.table_name).toLowerCase();
    if (named.has(name) || named.has(String(node.alias).toLowerCase())) whole.add(name);
  }
  return whole;
}

function tablesOf(value: unknown): string[] {
  return [...expressions(value)]
    .filter(({ type }) => type === "BASE_TABLE")
    .map(({ table_name: name }) => String(name).toLowerCase());
}

/** The nodes below a value that belong to the same select: subqueries are left out. */
function* expressions(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) yield* expressions(item);
  } else if (value !== null && typeof value === "object") {
    const node = value as Node;
    if (node.type === "SELECT_NODE" || node.type === "SET_OPERATION_NODE") return;
    yield node;
    yield* expressions(Object.values(node));
  }
}

async function parse(connection: DuckDBConnection, query: Statement<unknown>): Promise<Node[]> {
  const result = await connection.runAndReadAll("select json_serialize_sql(?::varchar)", [query.sql]);
  const answer = JSON.parse(String(result.getRowsJson()[0]![0])) as {
    error: boolean;
    error_type?: string;
    error_message?: string;
    position?: string;
    statements?: Node[];
  };
  if (!answer.error) return answer.statements!;
  const before = query.sql.slice(0, Number(answer.position ?? 0));
  const text =
    answer.error_type === "not implemented"
      ? "found another statement, expected one select, or with … select"
      : `DuckDB: ${answer.error_message}`;
  throw new QueryError(query.file, [{ line: query.sqlLine + before.split("\n").length - 1, text }]);
}

/** Found once for all statements of a process: the list is that of the DuckDB version, and takes longer than most queries. */
let changing: Set<string> | undefined;

/** Names of DuckDB's functions whose answer depends on the moment, on chance or on the session. */
async function changingFunctions(connection: DuckDBConnection): Promise<Set<string>> {
  if (changing !== undefined) return changing;
  const result = await connection.runAndReadAll(
    "select distinct function_name from duckdb_functions() where stability in ('VOLATILE', 'CONSISTENT_WITHIN_QUERY')",
  );
  changing = new Set([...result.getRowsJson().map((row) => String(row[0])), ...clockNames]);
  return changing;
}

function functionName(node: Node): string | undefined {
  if (node.class === "FUNCTION") return String(node.function_name).toLowerCase();
  if (node.class !== "COLUMN_REF") return undefined;
  const names = node.column_names as string[];
  const name = names[0]!.toLowerCase();
  return names.length === 1 && clockNames.has(name) ? name : undefined;
}

function* nodes(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodes(item);
  } else if (value !== null && typeof value === "object") {
    yield value as Node;
    yield* nodes(Object.values(value));
  }
}

function withoutComments(sql: string): string {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, "").trim();
}
