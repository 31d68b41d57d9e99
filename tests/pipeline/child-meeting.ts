/**
 * A process that runs the steps of `meeting-steps.ts` in the root given as its first argument, in threads of which none
 * ends, for a test that kills it. Says `both at work` when two are.
 */
import { setTimeout as wait } from "node:timers/promises";
import { runSteps } from "../../loaders/pipeline/run.ts";
import { AT_WORK, meeting, steps } from "./meeting-steps.ts";

const held = meeting(true);

void runSteps(steps(held), {
  root: process.argv[2]!,
  lockFile: "log/run.lock",
  logFile: "log/run.log",
  print: () => {},
  sideBySide: { jobs: 2, module: new URL("meeting-steps.ts", import.meta.url).href, data: held },
});
while (Atomics.load(held.state, AT_WORK) < 2) await wait(5);
process.stdout.write("both at work\n");
