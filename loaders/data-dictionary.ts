import type { Table } from "./tables.ts";

/** The data dictionary of the shared tables, as Markdown. */
export function dataDictionary(tables: readonly Table[]): string {
  const parts = tables.map((table) => {
    const rows = table.columns.map(
      ({ name, type, nullable, unit, meaning }) =>
        `| \`${name}\` | ${type}${nullable ? ", may be null" : ""} | ${unit} | ${meaning} |`,
    );
    return [
      `## ${table.name}`,
      "",
      `Written by \`loaders/${table.writtenBy}\`. One row is ${table.row}.`,
      "",
      "| column | type | unit or values | meaning |",
      "|---|---|---|---|",
      ...rows,
      "",
    ].join("\n");
  });
  return [
    "# Data dictionary",
    "",
    "The tables that stages share, in `derived/` as Parquet. Made by `npm run docs` from `loaders/tables.ts`; edit that.",
    "",
    ...parts,
  ].join("\n");
}
