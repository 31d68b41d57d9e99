import type { Worker } from "node:worker_threads";
import type { StepContext, StepReport } from "./step.ts";
import { typescriptWorker } from "./typescript-worker.ts";

/** How threads come by the steps, whose functions can't be sent to them. */
export interface StepSource {
  /** File URL of a module with a function `steps(data)` that gives the list of steps. */
  readonly module: string;
  /** What `steps` is called with, copied into each thread (structured clone). */
  readonly data: unknown;
}

/** A step to run, as it is sent to a thread: all of its context but the progress. */
export interface StepTask extends Omit<StepContext, "progress"> {
  readonly name: string;
}

/** What a thread says: how far the step is, its report, or how it failed. */
export type StepAnswer =
  | { readonly progress: Parameters<StepContext["progress"]> }
  | { readonly report: StepReport }
  | {
      readonly error: {
        readonly name: string;
        readonly message: string;
        readonly stack?: string | undefined;
      };
    };

/**
 * Runs steps in threads of this process, one at a time in each; a thread is started when a step comes and none is free.
 * Threads and not processes: they end with this process, however that is killed, so that none writes on.
 */
export class StepThreads {
  readonly #source: StepSource;
  readonly #free: Worker[] = [];
  readonly #all: Worker[] = [];

  constructor(source: StepSource) {
    this.#source = source;
  }

  /** Runs a step. Throws what it threw, as an `Error` of the same name, message and stack. */
  async run(task: StepTask, progress: StepContext["progress"]): Promise<StepReport> {
    const thread = this.#free.pop() ?? this.#start();
    const report = await answer(thread, task, progress);
    this.#free.push(thread);
    return report;
  }

  /** Ends all threads. */
  async close(): Promise<void> {
    await Promise.all(this.#all.map((thread) => thread.terminate()));
  }

  #start(): Worker {
    const module = new URL("./step-thread.ts", import.meta.url).href;
    const thread = typescriptWorker(module, { workerData: this.#source });
    this.#all.push(thread);
    return thread;
  }
}

function answer(thread: Worker, task: StepTask, progress: StepContext["progress"]): Promise<StepReport> {
  return new Promise<StepReport>((resolve, reject) => {
    const onMessage = (said: StepAnswer) => {
      if ("progress" in said) return progress(...said.progress);
      end();
      if ("report" in said) resolve(said.report);
      else reject(Object.assign(new Error(said.error.message), said.error));
    };
    const onError = (error: unknown) => {
      end();
      reject(error);
    };
    const onExit = (code: number) =>
      onError(new Error(`found its thread ended with code ${code}, expected a report`));
    const end = () => thread.off("message", onMessage).off("error", onError).off("exit", onExit);
    thread.on("message", onMessage).on("error", onError).on("exit", onExit);
    thread.postMessage(task);
  });
}
