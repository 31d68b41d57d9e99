import { join } from "node:path";
import { explainStep } from "../pipeline/explain.ts";
import { runSteps } from "../pipeline/run.ts";
import { pipeline, pipelineSideBySide } from "../steps.ts";
import { layoutOf } from "../study/layout.ts";
import { loadStudy } from "../study/load.ts";
import {
  type Command,
  exitCodes,
  exitHelp,
  studyHelp,
  studyOption,
  type Terminal,
  text,
  texts,
} from "./command.ts";
import { defaultJobs, jobsHelp, jobsOf, jobsOption } from "./jobs.ts";
import { studyWarnings } from "./study-warnings.ts";

export const data: Command = {
  name: "data",
  summary: "rebuild what is stale: captures to posts, annotations, results and figures",
  help: `npm run data -- [--study DIR] [--force STEP] [--jobs N] [--explain STEP]

Runs every step whose inputs, parameters or code changed, and says why in one line a step.

${studyHelp}
  --force STEP   run this step even if it is fresh (may be given several times)
${jobsHelp}
  --explain STEP say in full why a step is or is not fresh, and run nothing

${exitHelp}`,
  options: {
    ...studyOption,
    ...jobsOption,
    force: { type: "string", multiple: true },
    explain: { type: "string" },
  },
  async run(values, terminal) {
    const explain = text(values, "explain");
    const study = text(values, "study");
    if (explain !== undefined) {
      const { steps, root } = await prepare(terminal, study);
      terminal.print(await explainStep(steps, explain, { root }));
      return exitCodes.done;
    }
    await runData(terminal, study, texts(values, "force"), jobsOf(values));
    terminal.print(
      `Next: npm run site${study === undefined ? "" : ` -- --study ${study}`} builds the report.`,
    );
    return exitCodes.done;
  },
};

/** Runs the pipeline of a study and says what ran. */
export async function runData(
  terminal: Terminal,
  name?: string,
  force: string[] = [],
  jobs = defaultJobs(),
): Promise<void> {
  const { steps, root, layout, study } = await prepare(terminal, name);
  const started = performance.now();
  const summary = await runSteps(steps, {
    root,
    lockFile: join(root, layout.derived, "run.lock"),
    logFile: join(root, layout.derived, "run.log"),
    sideBySide: pipelineSideBySide(jobs, { layout, study, environment: terminal.env }),
    force,
    print: terminal.print,
    progress: process.stderr,
  });
  const ran = summary.filter((step) => step.outcome !== "fresh").length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  terminal.print(
    `data: ${steps.length} steps, ${ran} ran, ${steps.length - ran} fresh, in ${seconds} s. Wrote ${layout.derived}/ and ${layout.published}/.`,
  );
}

async function prepare(terminal: Terminal, name: string | undefined) {
  const layout = layoutOf(terminal.root, name);
  const home = join(layout.root, layout.home);
  const study = await loadStudy(home);
  for (const warning of studyWarnings(study, home)) terminal.warn(warning);
  return { layout, study, root: layout.root, steps: pipeline(layout, study, terminal.env) };
}
