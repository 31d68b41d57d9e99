import { posix } from "node:path";
import { type StepDefinition, step } from "../pipeline/step.ts";
import { posts } from "../tables.ts";
import { rowsOfPosts } from "./tables.ts";

type Files = Readonly<Record<string, string>>;

/** Name to Parquet file of posts and the private tables whose rows are of posts, made ready: what statements see of them. */
export function readyFiles(derived: string): Record<string, string> {
  return Object.fromEntries(
    [posts, ...rowsOfPosts].map(({ name }) => [name, posix.join(derived, "ready", `${name}.parquet`)]),
  );
}

/**
 * The steps that make private tables ready (ready-rows.ts): one for posts and one for each other, so that statements
 * that name no words need not wait for them. `files`: name to file of the private tables; `register`: of the study's.
 */
export function readySteps(derived: string, files: Files, register: Files): StepDefinition[] {
  const ready = readyFiles(derived);
  const numbers = posix.join(derived, "ready", "numbers.parquet");
  const code = ["loaders/statistics/ready-rows.ts"];
  return [
    step({
      name: "ready:posts",
      reads: { posts: files.posts!, organisations: register.organisations! },
      writes: { posts: ready.posts!, numbers },
      code,
      run: async ({ inputs, outputs }) => {
        const { writeReadyPosts } = await import("./ready-rows.ts");
        const rows = await writeReadyPosts(
          { posts: inputs.posts![0]!, organisations: inputs.organisations![0]! },
          { posts: outputs.posts!, numbers: outputs.numbers! },
        );
        return { rowsIn: rows, rowsOut: rows };
      },
    }),
    ...rowsOfPosts.map((table) =>
      step({
        name: `ready:${table.name}`,
        reads: { rows: files[table.name]!, numbers },
        writes: { ready: ready[table.name]! },
        code,
        run: async ({ inputs, outputs }) => {
          const { writeReadyRows } = await import("./ready-rows.ts");
          const files = { rows: inputs.rows![0]!, numbers: inputs.numbers![0]! };
          const rows = await writeReadyRows(table, files, outputs.ready!);
          return { rowsIn: rows, rowsOut: rows };
        },
      }),
    ),
  ];
}
