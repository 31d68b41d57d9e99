import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { type StepDefinition, step } from "../pipeline/step.ts";
import type { Layout } from "../study/layout.ts";
import { queries } from "./queries.ts";
import { studyTables } from "./study-tables.ts";
import { sharedTables } from "./tables.ts";

const macros = "loaders/statistics/macros.sql";

/**
 * The steps of this stage: the study's small tables, the Poisson limits, and one step a query. A query's step
 * reads only the tables that its text names, so that a change elsewhere leaves it fresh.
 */
export function statisticsSteps(layout: Layout): StepDefinition[] {
  const tables = tableFiles(layout.derived);
  return [studyTablesStep(layout, tables), garwoodStep(tables), ...querySteps(layout, tables)];
}

/** The ids of the study's queries, sorted: their paths below the pages folder, without `.sql`. */
export function queryIds(layout: Layout): string[] {
  return queries(join(layout.root, layout.pages)).map(({ id }) => id);
}

/** Table name to Parquet file, for every table that a query can name. */
export function tableFiles(derived: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { name } of sharedTables) files[name] = posix.join(derived, `${name}.parquet`);
  for (const name of [...studyTables.map((table) => table.name), "garwood"]) {
    files[name] = posix.join(derived, "statistics", `${name}.parquet`);
  }
  return files;
}

function studyTablesStep(layout: Layout, tables: Record<string, string>): StepDefinition {
  return step({
    name: "statistics:study",
    reads: { study: `${layout.home}/study/` },
    writes: Object.fromEntries(studyTables.map(({ name }) => [name, tables[name]!])),
    params: { home: layout.home },
    code: ["loaders/statistics/write-tables.ts", "loaders/study/load.ts"],
    run: async ({ outputs }) => {
      const { loadStudy } = await import("../study/load.ts");
      const { writeStudyTables } = await import("./write-tables.ts");
      const rows = await writeStudyTables(await loadStudy(join(layout.root, layout.home)), outputs);
      return { rowsIn: rows, rowsOut: rows };
    },
  });
}

function garwoodStep(tables: Record<string, string>): StepDefinition {
  return step({
    name: "statistics:garwood",
    reads: { posts: tables.posts! },
    writes: { garwood: tables.garwood! },
    code: ["loaders/statistics/write-tables.ts", "loaders/statistics/row-count.ts"],
    run: async ({ inputs, outputs }) => {
      const { parquetRows } = await import("./row-count.ts");
      const { writeGarwood } = await import("./write-tables.ts");
      const posts = await parquetRows(inputs.posts![0]!);
      return { rowsIn: posts, rowsOut: await writeGarwood(posts, outputs.garwood!) };
    },
  });
}

function querySteps(layout: Layout, tables: Record<string, string>): StepDefinition[] {
  return queryIds(layout).map((id) => {
    const file = posix.join(layout.pages, `${id}.sql`);
    const result = posix.join(layout.derived, "results", id);
    const named = tablesNamed(readFileSync(join(layout.root, file), "utf8"), Object.keys(tables));
    return step({
      name: `statistics:${id}`,
      reads: { sql: file, macros, ...Object.fromEntries(named.map((name) => [name, tables[name]!])) },
      writes: { result: `${result}.parquet`, description: `${result}.json` },
      code: ["loaders/statistics/run.ts"],
      run: async ({ inputs, outputs }) => {
        const { runQuery } = await import("./run.ts");
        return runQuery({
          id,
          file: inputs.sql![0]!,
          tables: Object.fromEntries(named.map((name) => [name, inputs[name]![0]!])),
          macros: inputs.macros![0]!,
          output: outputs.result!,
          description: outputs.description!,
        });
      },
    });
  });
}

/** The tables whose names stand in the statement as words; posts brings organisations, which hide other sources. */
export function tablesNamed(sql: string, names: readonly string[]): string[] {
  const words = new Set(
    sql
      .replace(/--.*$/gm, "")
      .match(/[a-z_]+/gi)
      ?.map((word) => word.toLowerCase()),
  );
  if (words.has("posts")) words.add("organisations");
  return names.filter((name) => words.has(name));
}
