import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { identifier } from "../parquet/sql-text.ts";
import { arrowStream } from "./editor-tables.ts";
import type { TableFiles } from "./steps.ts";
import { readTableTexts, type TableTexts } from "./table-texts.ts";
import { readTableTitles } from "./table-titles.ts";
import { wordsOf } from "./words/words.ts";

/** A published table as `src/data/tables/NAME.json` holds it: everything but its rows. */
export interface PublishedTable {
  readonly table: string;
  readonly header: {
    readonly title: string;
    readonly population: string;
    readonly unit: string;
    readonly key: readonly string[];
    readonly columns: Readonly<Record<string, readonly [unit: string, meaning: string]>>;
    readonly estimate?: Readonly<Record<string, unknown>>;
  };
  /** By language: what the header says in the report's languages but the first. */
  readonly translations?: Readonly<Record<string, TableTexts & { readonly title: string }>>;
  readonly sql: string;
  readonly rows: number;
  readonly withheld: number;
  readonly threshold: number;
  /** SHA-256 of the published Parquet. */
  readonly sha256: string;
}

/**
 * Copies the tables, which are disclosed already, as `NAME.parquet`, writes what is known of each counted one as
 * `NAME.json`, the tables again as `NAME.arrow` with `tables.json` and `macros.sql` for the query editor, and `load.sql`, by which DuckDB's shell opens
 * them all from their own folder. Returns the files copied. Throws where a title or a text of a header is not there in a
 * language of `titles` or `texts`.
 */
export async function publishTables(
  options: TableFiles & {
    readonly root: string;
    readonly output: string;
    /** By language: the file of the tables' titles. */
    readonly titles: Readonly<Record<string, string>>;
    /** By language: the file of what the tables' headers say beside. */
    readonly texts: Readonly<Record<string, string>>;
  },
): Promise<{ rowsIn: number; rowsOut: number }> {
  const { root, counted, register, output } = options;
  const made: Record<string, PublishedTable> = {};
  for (const [name, file] of Object.entries(counted))
    made[name] = JSON.parse(await readFile(join(root, file.replace(/parquet$/, "json")), "utf8"));
  const translations = translated(options, made);
  await mkdir(output, { recursive: true });
  const all = { ...register, ...counted };
  for (const [name, file] of Object.entries(all)) {
    await copyFile(join(root, file), join(output, `${name}.parquet`));
  }
  await writeArrow(root, all, output);
  for (const [name, file] of Object.entries(counted)) {
    const hash = createHash("sha256").update(await readFile(join(root, file)));
    const said = Object.entries(translations).map(([language, all]) => [language, all[name]!] as const);
    const description: PublishedTable = {
      ...made[name]!,
      ...(said.length === 0 ? {} : { translations: Object.fromEntries(said) }),
      sha256: hash.digest("hex"),
    };
    await writeFile(join(output, `${name}.json`), `${JSON.stringify(description)}\n`);
  }
  const macros = await readFile(join(root, options.macros), "utf8");
  await writeFile(join(output, "macros.sql"), macros);
  await writeFile(join(output, "tables.json"), `${JSON.stringify({ tables: Object.keys(all).sort() })}\n`);
  await writeFile(join(output, "load.sql"), loadScript(Object.keys(all).sort(), macros));
  return { rowsIn: Object.keys(all).length, rowsOut: Object.keys(all).length };
}

type Translations = Record<string, Record<string, TableTexts & { title: string }>>;

function translated(
  files: {
    readonly titles: Readonly<Record<string, string>>;
    readonly texts: Readonly<Record<string, string>>;
  },
  made: Readonly<Record<string, PublishedTable>>,
): Translations {
  const translations: Translations = {};
  const mistakes: string[] = [];
  const names = Object.keys(made);
  const headers = Object.fromEntries(names.map((name) => [name, made[name]!.header]));
  for (const [language, file] of Object.entries(files.titles)) {
    const titles = readTableTitles(file, names);
    const texts = readTableTexts(files.texts[language]!, headers, language);
    if (Array.isArray(titles)) mistakes.push(...titles);
    if (Array.isArray(texts)) mistakes.push(...texts);
    if (Array.isArray(titles) || Array.isArray(texts)) continue;
    translations[language] = Object.fromEntries(
      names.map((name) => [name, { title: titles[name]!, ...texts[name]! }]),
    );
  }
  if (mistakes.length > 0) throw new Error(mistakes.join("\n"));
  return translations;
}

/** What a counted table's header says in a language of the report: the author's own words in the first. */
export function tableTexts(
  { header, translations }: PublishedTable,
  language: string,
): TableTexts & { readonly title: string } {
  const units = wordsOf(language).columnUnits;
  return (
    translations?.[language] ?? {
      ...header,
      columns: Object.fromEntries(
        Object.entries(header.columns).map(([name, [unit, meaning]]) => [
          name,
          [units[unit] ?? unit, meaning],
        ]),
      ),
    }
  );
}

/** The same tables as Arrow IPC streams `NAME.arrow`, for the query editor in the page. */
async function writeArrow(
  root: string,
  tables: Readonly<Record<string, string>>,
  output: string,
): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    for (const [name, file] of Object.entries(tables)) {
      await writeFile(join(output, `${name}.arrow`), await arrowStream(connection, join(root, file)));
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** SQL that opens the tables as views and defines the macros: `duckdb -c ".read load.sql" -c "from NAME"`. */
export function loadScript(names: readonly string[], macros: string): string {
  const views = names.map(
    (name) =>
      `create or replace view ${identifier(name)} as select * from read_parquet('${name}.parquet');\n`,
  );
  return `-- The published tables, to be read in the folder that holds them:\n--   duckdb -cmd ".read load.sql"\n\n${views.join("")}\n${macros}`;
}

/** Reads a published table's description from folder `tables`, or undefined for a table made of the study. */
export function readPublishedTable(tables: string, name: string): PublishedTable | undefined {
  const file = join(tables, `${name}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as PublishedTable) : undefined;
}
