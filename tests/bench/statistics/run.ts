/** Runs all steps of statistics of the study home HOME, JOBS at a time, and prints what they took as JSON: `run.ts HOME JOBS`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { runSteps } from "../../../loaders/pipeline/run.ts";
import { layoutOf } from "../../../loaders/study/layout.ts";
import { steps as statisticsSteps } from "./steps.ts";

interface StepMeasured {
  readonly name: string;
  readonly ms: number;
  /** Only of steps that ran one after another: threads share one count. */
  readonly cpuMs?: number;
  /** Peak of the process so far; only of steps that ran one after another. */
  readonly megabytes?: number;
  readonly rowsIn: number;
  readonly rowsOut: number;
}

export interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly steps: readonly StepMeasured[];
}

const home = process.argv[2]!;
const jobs = Number(process.argv[3]);
const layout = { ...layoutOf("."), home, derived: `${home}/derived` };
const { threshold } = parse(readFileSync(join(home, "study/study.yml"), "utf8")) as { threshold: number };
const data = { layout, threshold };
const steps: StepMeasured[] = [];
const peak = () => process.resourceUsage().maxRSS / 1024;
const cpuOf = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;

const begun = performance.now();
const cpuBegun = process.cpuUsage();
const summary = await runSteps(
  statisticsSteps(data).map((step) => ({
    ...step,
    async run(context) {
      const [start, cpu] = [performance.now(), process.cpuUsage()];
      const report = await step.run(context);
      const { rowsIn, rowsOut } = report;
      const [ms, cpuMs] = [performance.now() - start, cpuOf(process.cpuUsage(cpu))];
      steps.push({ name: step.name, ms, cpuMs, megabytes: peak(), rowsIn, rowsOut });
      return report;
    },
  })),
  {
    root: layout.root,
    lockFile: join(home, "run.lock"),
    logFile: join(home, "run.log"),
    print: () => {},
    sideBySide: { jobs, module: new URL("steps.ts", import.meta.url).href, data },
  },
);
const measured: Measured = {
  seconds: (performance.now() - begun) / 1000,
  cpuSeconds: cpuOf(process.cpuUsage(cpuBegun)) / 1000,
  peakMegabytes: peak(),
  // Threads have the steps without the measuring.
  steps: jobs > 1 ? summary : steps,
};
process.stdout.write(JSON.stringify(measured));
