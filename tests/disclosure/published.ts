import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { readTable } from "../../loaders/statistics/header.ts";
import { makeTable } from "../../loaders/statistics/make-table.ts";
import { countedFiles, privateFiles, registerFiles, tablesNamed } from "../../loaders/statistics/steps.ts";
import type { Layout } from "../../loaders/study/layout.ts";
import type { AttackedTable } from "./roll-ups.ts";

/** Estimators that take long, of words, or of counts that are rounded. */
const slow = ["keyness", "concentration-by-population"];

/**
 * The counted tables of a study as they were published, with the truth: the same statements with a threshold of 1,
 * which withholds and rounds nothing. Tables that hold words are left out: their rows are chosen, so they add up to nothing.
 */
export async function publishedTables(layout: Layout, threshold: number): Promise<AttackedTable[]> {
  const scratch = mkdtempSync(join(tmpdir(), "tyndau-attack-"));
  const all: Record<string, string> = { ...privateFiles(layout.derived), ...registerFiles(layout.derived) };
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const found: AttackedTable[] = [];
  const register = (name: string) => `'${join(layout.root, all[name]!)}'`;
  // What an attacker adds to months: which of two like months each is, and whether an event touches its calendar month.
  const marked = await connection.runAndReadAll(`
    select month::varchar,
      case when count(*) over alike = 1 then 'one' when month = min(month) over alike then 'earlier' else 'later' end,
      (month(month) in (
        select month(day) from ${register("days")} as days join ${register("events")} as events on day between first_day and last_day
      ))::varchar
    from ${register("months")}
    window alike as (partition by month(month))`);
  const parts = new Map(marked.getRowsJson().map(([month, ...marks]) => [month, marks.map(String)]));
  try {
    for (const [name, file] of Object.entries(countedFiles(layout))) {
      const statement = join(layout.root, layout.pages, "tables", `${name}.sql`);
      const { header } = readTable(readFileSync(statement, "utf8"), statement);
      if (slow.includes(header.estimate?.kind ?? "") || header.key.some((key) => /word|hashtag/.test(key)))
        continue;
      const named = tablesNamed(readFileSync(statement, "utf8"), Object.keys(all));
      const output = join(scratch, `${name}.parquet`);
      await makeTable({
        name,
        file: statement,
        tables: Object.fromEntries(named.map((one) => [one, join(layout.root, all[one]!)])),
        macros: join(layout.root, "loaders/statistics/macros.sql"),
        threshold: 1,
        output,
        description: join(scratch, `${name}.json`),
      });
      const unitIs = (...units: string[]) =>
        Object.keys(header.columns).filter((column) => units.includes(header.columns[column]![0]));
      const counts = unitIs("count");
      const own = unitIs("id", "date");
      const month = header.key.includes("month") ? own.indexOf("month") : -1;
      const dims = [...own, ...(month < 0 ? [] : ["like", "touched"])];
      const select = (from: string) =>
        `select ${[...own.map((dim) => `"${dim}"::varchar`), ...counts.map((count) => `"${count}"::double`)].join(", ")} from '${from}' order by ${header.key.map((key) => `"${key}"`).join(", ")}`;
      const [published, truth] = [
        (await connection.runAndReadAll(select(join(layout.root, file)))).getRowsJson(),
        (await connection.runAndReadAll(select(output))).getRowsJson(),
      ];
      if (published.length !== truth.length)
        throw new Error(`${name}: found ${published.length} rows of ${truth.length}`);
      const bounds = boundsOf(header, counts.length, threshold);
      found.push({
        name,
        dims,
        counts,
        rows: truth.map((row, at) => ({
          dims: [...row.slice(0, own.length).map(String), ...(month < 0 ? [] : parts.get(row[month]!)!)],
          truth: row.slice(own.length).map(Number),
          bounds: published[at]!.slice(own.length).map((value) => bounds(value as number | null)),
        })),
      });
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(scratch, { recursive: true, force: true });
  }
  return found;
}

/** What a published count says of the number behind it. */
function boundsOf(header: ReturnType<typeof readTable>["header"], counts: number, threshold: number) {
  return (value: number | null): readonly [number, number] => {
    // 0 is published, so a count that stands alone and is withheld is at least 1.
    if (value === null) return [counts === 1 ? 1 : 0, Number.POSITIVE_INFINITY];
    if (header.rounded === undefined) return [value, value];
    if (value === 0 && header.rounded === true) return [0, 0];
    return [value, value + threshold - 1];
  };
}
