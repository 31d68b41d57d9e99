import { reasons } from "./corpus/outcome.ts";
import { studyTables } from "./statistics/study-tables.ts";
import { garwoodTable } from "./statistics/write-tables.ts";
import { type Table, tables } from "./tables.ts";

/** The data dictionary: the shared tables, the tables made of the study, and the reasons for a reject, as Markdown. */
export function dataDictionary(): string {
  return [
    "# Data dictionary",
    "",
    "Made by `npm run docs` from the code; edit that. The tables stand in `derived/` as Parquet.",
    "",
    "Counted tables are not here: each is a file `tables/NAME.sql` of the pages folder, whose header says its columns",
    "([statistics.md](statistics.md)). A page with the block `::: dictionary published` lists them all; the demo's is",
    "[src/annex/data-dictionary.md](../src/annex/data-dictionary.md).",
    "",
    ...tables.map((table) => section(table, `Written by \`loaders/${table.writtenBy}\`.`)),
    ...[...studyTables, garwoodTable].map((table) => section(table, "For queries to join.")),
    "## Reasons for a reject",
    "",
    "| reason | meaning |",
    "|---|---|",
    ...Object.entries(reasons).map(([reason, meaning]) => `| \`${reason}\` | ${meaning} |`),
    "",
  ].join("\n");
}

function section({ name, row, columns }: Table, origin: string): string {
  const rows = columns.map(
    ({ name: column, type, nullable, unit, meaning }) =>
      `| \`${column}\` | ${type}${nullable ? ", may be null" : ""} | ${unit} | ${meaning} |`,
  );
  return [
    `## ${name}`,
    "",
    `${origin} One row is ${row}.`,
    "",
    "| column | type | unit or values | meaning |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
