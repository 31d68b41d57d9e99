import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { type StepDefinition, step } from "../pipeline/step.ts";
import type { Layout } from "../study/layout.ts";
import { estimatorFile } from "./estimator.ts";
import { countedTables, queries } from "./queries.ts";
import { readyFiles, readySteps } from "./ready-steps.ts";
import { studyTables } from "./study-tables.ts";
import { privateTables } from "./tables.ts";

const macros = "loaders/statistics/macros.sql";

/**
 * The steps of this stage: the study's small tables, the Poisson limits, the private tables made ready, one step a counted table and one a query. A
 * step reads only the tables that its text names, so that a change elsewhere leaves it fresh.
 */
export function statisticsSteps(layout: Layout, threshold: number): StepDefinition[] {
  const open = registerFiles(layout.derived);
  const published = { ...open, ...countedFiles(layout) };
  return [
    studyTablesStep(layout, open),
    garwoodStep(open),
    ...readySteps(layout.derived, privateFiles(layout.derived), open),
    ...tableSteps(
      layout,
      { ...privateFiles(layout.derived), ...readyFiles(layout.derived), ...open },
      threshold,
    ),
    ...querySteps(layout, published),
  ];
}

/** The ids of the study's queries, sorted: their paths below the pages folder, without `.sql`. */
export function queryIds(layout: Layout): string[] {
  return queries(join(layout.root, layout.pages)).map(({ id }) => id);
}

/** Name to Parquet file of the private tables, as the stages before write them. */
export function privateFiles(derived: string): Record<string, string> {
  return Object.fromEntries(privateTables.map(({ name }) => [name, posix.join(derived, `${name}.parquet`)]));
}

/** Name to Parquet file of the tables made of the study, which are published whole. */
export function registerFiles(derived: string): Record<string, string> {
  const names = [...studyTables.map((table) => table.name), "garwood"];
  return Object.fromEntries(
    names.map((name) => [name, posix.join(derived, "statistics", `${name}.parquet`)]),
  );
}

/**
 * Name to Parquet file of the study's counted tables, sorted. Throws where a name can't be a table's or is another's.
 */
export function countedFiles(layout: Layout): Record<string, string> {
  const taken = new Set(Object.keys({ ...privateFiles(""), ...registerFiles("") }));
  return Object.fromEntries(
    countedTables(join(layout.root, layout.pages)).map(({ id }) => {
      if (!/^[a-z][a-z0-9_]*$/.test(id) || taken.has(id)) {
        throw new Error(
          `found the counted table ${layout.pages}/tables/${id}.sql, expected a name of lower-case letters, digits and _ that is no other table's (${[...taken].join(", ")}): rename the file`,
        );
      }
      return [id, posix.join(layout.derived, "tables", `${id}.parquet`)];
    }),
  );
}

/** What `publish` puts out for others to query: counted tables, register tables and the macros. */
export function publishedTables(layout: Layout): {
  readonly counted: Record<string, string>;
  readonly register: Record<string, string>;
  readonly macros: string;
} {
  return { counted: countedFiles(layout), register: registerFiles(layout.derived), macros };
}

function studyTablesStep(layout: Layout, tables: Record<string, string>): StepDefinition {
  return step({
    name: "statistics:study",
    reads: {
      study: `${layout.home}/study/`,
      "validation?": posix.join(layout.home, "validation", "**", "*.json"),
    },
    writes: Object.fromEntries(studyTables.map(({ name }) => [name, tables[name]!])),
    params: { home: layout.home },
    code: [
      "loaders/statistics/write-tables.ts",
      "loaders/statistics/study-files.ts",
      "loaders/study/load.ts",
    ],
    run: async ({ inputs, outputs }) => {
      const { loadStudy } = await import("../study/load.ts");
      const { writeStudyTables } = await import("./write-tables.ts");
      const { readStudyFiles } = await import("./study-files.ts");
      const home = join(layout.root, layout.home);
      const study = await loadStudy(home);
      const files = readStudyFiles(study, home, inputs.validation ?? []);
      const rows = await writeStudyTables(study, outputs, files);
      return { rowsIn: rows, rowsOut: rows };
    },
  });
}

function garwoodStep(tables: Record<string, string>): StepDefinition {
  return step({
    name: "statistics:garwood",
    reads: {},
    writes: { garwood: tables.garwood! },
    code: ["loaders/statistics/write-tables.ts"],
    run: async ({ outputs }) => {
      const { writeGarwood } = await import("./write-tables.ts");
      return { rowsIn: 0, rowsOut: await writeGarwood(outputs.garwood!) };
    },
  });
}

function tableSteps(layout: Layout, tables: Record<string, string>, threshold: number): StepDefinition[] {
  return Object.entries(countedFiles(layout)).map(([name, output]) => {
    const file = posix.join(layout.pages, "tables", `${name}.sql`);
    const text = readFileSync(join(layout.root, file), "utf8");
    const named = tablesNamed(text, Object.keys(tables));
    const estimator = /^-- estimate: *\{? *kind: *([a-z0-9-]+)/m.exec(
      text.replace(/:\n-- +kind/, ": kind"),
    )?.[1];
    return step({
      name: `tables:${name}`,
      reads: statementReads(file, named, tables),
      writes: { table: output, description: output.replace(/parquet$/, "json") },
      params: { threshold },
      code: [
        "loaders/statistics/make-table.ts",
        ...[estimator]
          .flatMap((kind) => (kind === undefined ? [] : [estimatorFile(kind)]))
          .filter((module) => existsSync(join(layout.root, module))),
      ],
      long: estimator === "topic-model",
      run: async ({ inputs, outputs, scratch }) => {
        const { makeTable } = await import("./make-table.ts");
        return makeTable({
          name,
          ...statementInputs(inputs, named),
          threshold,
          output: outputs.table!,
          description: outputs.description!,
          scratch,
        });
      },
    });
  });
}

function querySteps(layout: Layout, tables: Record<string, string>): StepDefinition[] {
  return queryIds(layout).map((id) => {
    const file = posix.join(layout.pages, `${id}.sql`);
    const result = posix.join(layout.derived, "results", id);
    const named = tablesNamed(readFileSync(join(layout.root, file), "utf8"), Object.keys(tables));
    return step({
      name: `statistics:${id}`,
      reads: statementReads(file, named, tables),
      writes: { result: `${result}.parquet`, description: `${result}.json` },
      code: ["loaders/statistics/run.ts"],
      run: async ({ inputs, outputs, scratch }) => {
        const { runQuery } = await import("./run.ts");
        return runQuery({
          id,
          ...statementInputs(inputs, named),
          output: outputs.result!,
          description: outputs.description!,
          scratch,
        });
      },
    });
  });
}

/** What the step of a statement reads: its file, the macros and the tables that it names. */
function statementReads(file: string, named: readonly string[], tables: Readonly<Record<string, string>>) {
  return { sql: file, macros, ...Object.fromEntries(named.map((name) => [name, tables[name]!])) };
}

/** The same files as whoever runs the statement takes them. */
function statementInputs(inputs: Readonly<Record<string, readonly string[]>>, named: readonly string[]) {
  return {
    file: inputs.sql![0]!,
    tables: Object.fromEntries(named.map((name) => [name, inputs[name]![0]!])),
    macros: inputs.macros![0]!,
  };
}

/**
 * The tables whose names stand in the statement as words; posts brings organisations, which hide other sources, and
 * the macros of Poisson limits bring their table.
 */
export function tablesNamed(sql: string, names: readonly string[]): string[] {
  const words = new Set(
    sql
      .replace(/--.*$/gm, "")
      .match(/[a-z0-9_]+/gi)
      ?.map((word) => word.toLowerCase()),
  );
  if (words.has("posts")) words.add("organisations");
  if (words.has("garwood_lower") || words.has("garwood_upper")) words.add("garwood");
  return names.filter((name) => words.has(name));
}
