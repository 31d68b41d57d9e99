/** A thread that `StepThreads` starts: runs the steps that it is sent, and answers with a `StepAnswer` each. */
import { parentPort, workerData } from "node:worker_threads";
import { findStep } from "./check.ts";
import { canonicalParams } from "./parameters.ts";
import type { StepContext, StepDefinition, StepReport } from "./step.ts";
import type { StepAnswer, StepSource, StepTask } from "./step-threads.ts";

const PROGRESS_MS = 100;

const { module, data } = workerData as StepSource;
const { steps } = (await import(module)) as { steps: (data: unknown) => readonly StepDefinition[] };
const definitions = steps(data);
const port = parentPort!;

port.on("message", async (task: StepTask) => {
  const say = (answer: StepAnswer) => port.postMessage(answer);
  try {
    say({ report: await run(task, (...progress) => say({ progress })) });
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    say({ error: { name, message, stack } });
  }
});

async function run({ name, ...context }: StepTask, tell: StepContext["progress"]): Promise<StepReport> {
  const definition = findStep(definitions, name);
  const [own, sent] = [canonicalParams(definition.params), context.params].map((one) => JSON.stringify(one));
  // Its result would stand beside a record of other parameters.
  if (own !== sent) throw new Error("found that its parameters changed since the run began: run again");
  let latest: Parameters<StepContext["progress"]> | undefined;
  let toldAt = Number.NEGATIVE_INFINITY;
  const report = await definition.run({
    ...context,
    progress: (...progress) => {
      latest = progress;
      if (performance.now() - toldAt < PROGRESS_MS) return;
      toldAt = performance.now();
      latest = undefined;
      tell(...progress);
    },
  });
  if (latest) tell(...(latest as Parameters<StepContext["progress"]>));
  return report;
}
