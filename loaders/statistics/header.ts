import { type Document, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { headerSchema, type QueryHeader, type TableHeader, tableHeaderSchema } from "./header-schema.ts";
import { type Mistake, QueryError } from "./query-error.ts";

/** A file with a header and a statement, read and checked. */
export interface Statement<Header> {
  /** The file as named in messages. */
  readonly file: string;
  readonly header: Header;
  /** The statement, without the header and without a final semicolon. */
  readonly sql: string;
  /** Line of the file on which `sql` begins, from 1. */
  readonly sqlLine: number;
  /** Line of a field of the header, from 1. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** A query of the pages: its result is a figure. */
export type Query = Statement<QueryHeader>;

/** A counted table of the pages folder's `tables`. */
export type CountedTable = Statement<TableHeader>;

/**
 * Reads a query file: a YAML header in the `-- ` lines that it begins with, then one statement.
 * Throws a QueryError that lists all mistakes of the header, each with its line.
 */
export function readQuery(text: string, file: string): Query {
  return read(text, file, headerSchema);
}

/** Reads the file of a counted table; as `readQuery`. Throws too where the threshold would not guard all counts. */
export function readTable(text: string, file: string): CountedTable {
  const table = read(text, file, tableHeaderSchema);
  const { cell, columns } = table.header;
  if (cell === undefined) {
    throw new QueryError(file, [
      { line: 1, text: "found no cell, expected it in the header of every table: its counts are published" },
    ]);
  }
  const guarded = [cell.count, cell.of].flat();
  const open = Object.entries(columns).filter(
    ([name, [unit]]) => unit === "count" && !guarded.includes(name),
  );
  if (open.length > 0) {
    throw new QueryError(
      file,
      open.map(([name]) => ({
        line: table.lineOf(["columns", name]),
        text: `found the count "${name}" unguarded, expected it in cell too, as count: [${guarded[0]}, ${name}]`,
      })),
    );
  }
  return table;
}

type HeaderSchema = typeof headerSchema | typeof tableHeaderSchema;

function read<Schema extends HeaderSchema>(
  text: string,
  file: string,
  schema: Schema,
): Statement<z.infer<Schema>> {
  const { yaml, sql, sqlLine } = split(text);
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const mistakes: Mistake[] = document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    text: `found a header that is not YAML (${firstLine(error.message)}), expected "-- field: value" lines`,
  }));
  if (yaml.trim() === "") {
    mistakes.push({
      line: 1,
      text: 'found no header, expected "-- title: …" and the other fields before the statement',
    });
  }
  if (sql === "")
    mistakes.push({ line: sqlLine, text: "found no statement, expected one select after the header" });
  if (mistakes.length > 0) throw new QueryError(file, mistakes);

  const parsed = schema.safeParse(document.toJS());
  const at = (path: readonly PropertyKey[]) => lineOf(document, lines, path);
  if (!parsed.success) {
    const found = parsed.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => ({
            line: at([...issue.path, key]),
            text: describeUnknown(issue.path, key, schema),
          }))
        : [{ line: at(issue.path), text: describe(issue, document) }],
    );
    throw new QueryError(file, found);
  }
  const header = parsed.data as QueryHeader & TableHeader;
  const unknown = unknownColumns(header).map(({ path, name }) => ({
    line: at(path),
    text: `found column "${name}" in ${path[0]}, expected one of columns: ${Object.keys(header.columns).join(", ")}`,
  }));
  if (unknown.length > 0) throw new QueryError(file, unknown);
  return { file, header: parsed.data as z.infer<Schema>, sql, sqlLine, lineOf: at };
}

function split(text: string): { yaml: string; sql: string; sqlLine: number } {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith("--"));
  const header = end === -1 ? lines : lines.slice(0, end);
  const rest = lines.slice(header.length);
  const blank = rest.findIndex((line) => line.trim() !== "");
  return {
    yaml: header.map((line) => line.replace(/^-- ?/, "")).join("\n"),
    sql: rest.join("\n").trim().replace(/;$/, "").trimEnd(),
    sqlLine: header.length + Math.max(blank, 0) + 1,
  };
}

/** Every place of the header that names a column which `columns` lacks. */
function unknownColumns(header: QueryHeader): { path: (string | number)[]; name: string }[] {
  const named: { path: (string | number)[]; name: string | undefined }[] = [
    ...header.key.map((name, at) => ({ path: ["key", at], name })),
    ...(header.order ?? []).map((term, at) => ({ path: ["order", at], name: term.split(" ")[0] })),
    ...[header.cell?.count].flat().map((name) => ({ path: ["cell", "count"], name })),
    { path: ["cell", "of"], name: header.cell?.of },
    ...(header.cell?.within ?? []).flat().map((name) => ({ path: ["cell", "within"], name })),
    ...Object.keys(header.labels ?? {}).map((name) => ({ path: ["labels", name], name })),
    ...Object.keys(header.headings ?? {}).map((name) => ({ path: ["headings", name], name })),
  ];
  if (header.chart && header.chart.kind !== "own") {
    for (const [role, name] of Object.entries(header.chart)) {
      if (role === "kind") continue;
      if (typeof name === "string") named.push({ path: ["chart", role], name });
      if (Array.isArray(name))
        named.push(...name.map((one, at) => ({ path: ["chart", role, at], name: one })));
      else if (typeof name === "object")
        named.push(...Object.keys(name).map((one) => ({ path: ["chart", role, one], name: one })));
    }
  }
  return named.flatMap(({ path, name }) =>
    name === undefined || Object.hasOwn(header.columns, name) ? [] : [{ path, name }],
  );
}

/** The line of the node at `path`, or of the nearest one above it. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function describeUnknown(path: readonly PropertyKey[], key: string, schema: HeaderSchema): string {
  return path.length === 0
    ? `found the field "${key}", expected ${Object.keys(schema.shape).join(", ")}`
    : `found "${key}" in ${path.join(".")}, expected only the fields of its kind`;
}

function describe(issue: z.core.$ZodIssue, document: Document): string {
  const where = issue.path.map(String).join(".");
  const value = document.getIn(issue.path) as unknown;
  if (value === undefined) return `found no ${where}, expected it in the header`;
  return `found ${JSON.stringify(value)} for ${where}, expected ${expectation(issue)}`;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_value":
      return `one of ${issue.values.map(String).join(", ")}`;
    case "invalid_type":
      return issue.expected;
    case "invalid_union":
      return "a kind of chart: trend, dots, dumbbell, shares, stacked, opposed, map, flow, matrix, network, diverging, heat, lorenz, multiverse, own";
    case "invalid_key":
      return "a column name of lower-case letters, digits and _";
    case "too_small":
      return "at least one";
    case "too_big":
      return "[unit, meaning], with quotes around what has a comma in it";
    case "invalid_format":
      return issue.message.startsWith("Invalid")
        ? "a column name, with desc behind it or not"
        : issue.message;
    default:
      return issue.message;
  }
}

function firstLine(message: string): string {
  return message.split("\n")[0]!.replace(/ at line .*$/, "");
}
