/**
 * Ours on two threads, as a process of its own so that its memory can be measured: `classify.ts POSTS STUDY OUT`.
 * Each thread takes one stretch of rows after another, reads it with a DuckDB of its own and matches it; the first one
 * also writes the pairs, in the order of the posts.
 */
import { readFileSync } from "node:fs";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { openDatabase } from "../../../loaders/parquet/database.ts";
import { readAhead } from "../../../loaders/parquet/read-ahead.ts";
import { literal } from "../../../loaders/parquet/sql-text.ts";
import { ParquetWriter } from "../../../loaders/parquet/write.ts";
import { compileQueries } from "../../../loaders/query/compile-queries.ts";
import { parseQuery } from "../../../loaders/query/parse.ts";
import { type Asked, written } from "./study.ts";

/** Rows of a stretch: those of one row group, so that no thread unpacks what another one needs. */
const STRETCH = 61_440;
/** tsx reads TypeScript in the main thread alone, unless a worker asks. */
const STARTER = `import("tsx/esm/api").then(({ register }) => {
  register();
  return import(${JSON.stringify(import.meta.url)});
});`;

interface Task {
  posts: string;
  study: string;
  out: string;
  stretches: number;
  /** How many stretches have been taken. */
  taken: Int32Array;
}

/** Posts and the queries that they match, one beside the other. */
interface Pairs {
  stretch: number;
  pairs: Int32Array;
}

if (isMainThread) await measure(process.argv.slice(2) as [string, string, string]);
else await classify(workerData as Task, "worker", (pairs) => parentPort!.postMessage(pairs));

async function measure([posts, study, out]: [string, string, string]): Promise<void> {
  const begun = performance.now();
  const task: Task = { posts, study, out, stretches: 0, taken: new Int32Array(new SharedArrayBuffer(4)) };
  task.stretches = Math.ceil((await countRows(posts, `${out}.count.spill`)) / STRETCH);
  const worker = new Worker(STARTER, { eval: true, workerData: task });
  const ended = new Promise<void>((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`worker ended with ${code}`))));
  });
  ended.catch(() => undefined);
  const writer = await ParquetWriter.open(
    ["post", "query"].map((name) => ({ name, type: "INTEGER", nullable: false, unit: "", meaning: name })),
    `${out}.spill`,
  );
  const waiting = new Map<number, Int32Array>();
  let next = 0;
  const keep = ({ stretch, pairs }: Pairs) => {
    waiting.set(stretch, pairs);
    for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
      for (let i = 0; i < ready.length; i += 2) writer.append([ready[i]!, ready[i + 1]!]);
      waiting.delete(next++);
    }
  };
  worker.on("message", keep);
  await classify(task, "main", keep);
  await ended;
  if (next !== task.stretches) throw new Error(`found ${next} stretches, expected ${task.stretches}`);
  await writer.finish(out);
  const seconds = (performance.now() - begun) / 1000;
  console.log(JSON.stringify({ seconds, kilobytes: process.resourceUsage().maxRSS }));
}

/** Matches the posts of one stretch after another until all are taken. */
async function classify(
  { posts, study, out, stretches, taken }: Task,
  thread: string,
  found: (pairs: Pairs) => void,
): Promise<void> {
  const asked: Asked[] = JSON.parse(readFileSync(study, "utf8"));
  const matcher = compileQueries(asked.map((one) => parseQuery(written(one))));
  const database = await openDatabase({ spill: `${out}.${thread}.spill`, memoryLimit: "256MB" });
  let pairs = new Int32Array(1 << 18);
  for (let stretch = take(taken); stretch < stretches; stretch = take(taken)) {
    const from = stretch * STRETCH;
    const result = await database.connection.stream(`
      select post, text
      from read_parquet(${literal(posts)}, file_row_number = true)
      where file_row_number >= ${from} and file_row_number < ${from + STRETCH}`);
    let count = 0;
    for await (const chunk of readAhead(result)) {
      const [ids, texts] = chunk.getColumns() as [number[], string[]];
      for (let i = 0; i < ids.length; i++) {
        const matching = matcher.matching({ text: texts[i]! });
        if (count + 2 * matching.length > pairs.length) {
          const larger = new Int32Array(2 * (count + 2 * matching.length));
          larger.set(pairs);
          pairs = larger;
        }
        for (const query of matching) {
          pairs[count++] = ids[i]!;
          pairs[count++] = query;
        }
      }
    }
    found({ stretch, pairs: pairs.slice(0, count) });
  }
  database.close();
}

function take(taken: Int32Array): number {
  return Atomics.add(taken, 0, 1);
}

async function countRows(posts: string, spill: string): Promise<number> {
  const database = await openDatabase({ spill });
  const counted = await database.connection.runAndReadAll(
    `select count(*)::integer from read_parquet(${literal(posts)})`,
  );
  database.close();
  return Number(counted.getRows()[0]![0]);
}
