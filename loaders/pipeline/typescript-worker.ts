import { Worker, type WorkerOptions } from "node:worker_threads";

/** What a page or a chunk of posts is made of outlives the default young generation, which is then copied again and again. */
const resourceLimits = { maxYoungGenerationSizeMb: 128 };

/** A worker thread that runs a TypeScript module (its `file:` URL). tsx reads TypeScript in the main thread alone, unless a worker asks. */
export function typescriptWorker(module: string, options: Omit<WorkerOptions, "eval"> = {}): Worker {
  const tsx = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  const start = `import(${tsx}).then(({ register }) => { register(); return import(${JSON.stringify(module)}); });`;
  return new Worker(start, { resourceLimits, ...options, eval: true });
}
