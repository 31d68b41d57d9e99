/**
 * A process that runs the three steps in the root given as its first argument, for tests that kill it. Says
 * `ready` before it starts. Second argument: milliseconds to pause before each piece of output; third: how many steps
 * may run at a time; fourth, if given: kills itself before that many-th rename (from 1).
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { runSteps } from "../../loaders/pipeline/run.ts";
import { threeSteps } from "./three-steps.ts";

const [root = "", pause, jobs = 1, fatalRename] = process.argv.slice(2);

if (fatalRename) {
  const rename = fs.renameSync;
  let count = 0;
  fs.renameSync = (from, to) => {
    if (++count === Number(fatalRename)) process.kill(process.pid, "SIGKILL");
    rename(from, to);
  };
  syncBuiltinESMExports();
}

process.stdout.write("ready\n");
await runSteps(threeSteps({}, Number(pause)), {
  root,
  lockFile: "log/run.lock",
  logFile: "log/run.log",
  print: (line) => process.stdout.write(`${line}\n`),
  sideBySide: {
    jobs: Number(jobs),
    module: new URL("three-steps.ts", import.meta.url).href,
    data: { pause: Number(pause) },
  },
});
