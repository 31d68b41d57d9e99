import { mkdirSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { closeWork, openWork, settleOutput, settleSidecar, workPlace, workWasCutOff } from "./atomic.ts";
import { checkSteps } from "./check.ts";
import { codeGraph } from "./code-graph.ts";
import { stepDependencies } from "./dependencies.ts";
import { type Assessment, assess } from "./freshness.ts";
import { type ContentHash, ContentHasher } from "./hash.ts";
import { unmatchedMessage } from "./inputs.ts";
import { linesInOrder } from "./lines-in-order.ts";
import { takeLock } from "./lock.ts";
import { appendLog } from "./log.ts";
import { clearBar, type ProgressWriter, showProgress } from "./progress.ts";
import { describeCauses } from "./reason.ts";
import { startWhenReady } from "./schedule.ts";
import { sidecarText } from "./sidecar.ts";
import { type Output, type StepContext, type StepDefinition, type StepReport, stepOutputs } from "./step.ts";
import { type StepSource, StepThreads } from "./step-threads.ts";

export interface RunOptions {
  /** Every path of a step is relative to it. */
  root: string;
  lockFile: string;
  /** A line of JSON for each step that ran: time, step, milliseconds, bytes, rows. */
  logFile: string;
  /**
   * How many steps may run at a time, and how threads come by them. Without it, and with one job, each runs in this
   * thread, one after another.
   */
  sideBySide?: StepSource & { readonly jobs: number };
  /** Names of steps to run though they are fresh. */
  force?: readonly string[];
  /** Takes the why-report, line by line, without line ends. */
  print: (line: string) => void;
  /** Takes the progress of long steps, e.g. `process.stderr`; none is shown without. */
  progress?: ProgressWriter;
  /** The clock of lock and log. */
  now?: () => Date;
}

export interface StepSummary {
  name: string;
  /** `unchanged`: it ran, and the bytes are those of the last run. */
  outcome: "fresh" | "ran" | "unchanged";
  /** `fresh`, or why it ran. */
  reason: string;
  rowsIn: number;
  rowsOut: number;
  setAside: Record<string, number>;
  ms: number;
}

/** The steps in their order. */
export type RunSummary = StepSummary[];

/** A step threw, or did not do what it declared. The message starts with the step's name. */
export class StepFailed extends Error {
  override name = "StepFailed";
  constructor(
    readonly step: string,
    cause: unknown,
  ) {
    super(`${step}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/**
 * Runs the steps that are not fresh, and prints a line a step that says why: `corpus: fresh`,
 * `annotate: topics.yml changed`; below a step that ran, rows in, out and set aside, and `same result` where the
 * bytes are those of the last run, which leaves the steps after it fresh. With one job they run in their order; with
 * more, a step starts as soon as those whose outputs it reads are done, long ones first. Lines and summaries keep the order of the list.
 *
 * Outputs and sidecars are renamed into place once a step has succeeded, sidecars last: a run killed at any moment
 * is finished by the next, with the same bytes.
 * Throws `StepListError` for a list that can't be run, `LockHeld` where another run is at work, and
 * {@link StepFailed} where a step fails: no other is started, those at work end, and what is done keeps its results.
 */
export async function runSteps(steps: readonly StepDefinition[], options: RunOptions): Promise<RunSummary> {
  const { force = [], now = () => new Date(), progress } = options;
  const root = resolve(options.root);
  checkSteps(steps, root, force);
  const lock = await takeLock(resolve(root, options.lockFile), options.print, now);
  const jobs = options.sideBySide?.jobs ?? 1;
  const threads = jobs > 1 ? new StepThreads(options.sideBySide!) : undefined;
  const scratch = join(dirname(resolve(root, options.lockFile)), ".scratch");
  const lines = linesInOrder(steps.length, (line) => {
    if (progress) clearBar(progress);
    options.print(line);
  });
  try {
    const cutOff = removeLeftovers(steps, root);
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(scratch);
    const code = await codeGraph(
      steps.flatMap((step) => step.code),
      root,
    );
    const hasher = new ContentHasher();
    const summaries: RunSummary = [];
    const runOne = async (index: number) => {
      const step = steps[index]!;
      const print = (line: string) => lines.print(index, line);
      const context = {
        root,
        hasher,
        code,
        forced: force.includes(step.name),
        cutOff: cutOff.has(step.name),
      };
      const start = performance.now();
      const assessment = await assess(step, context);
      if (assessment.unmatched.length > 0) {
        const messages = assessment.unmatched.map((pattern) => unmatchedMessage(pattern, root));
        throw new StepFailed(step.name, messages.join("\n"));
      }
      const reason = describeCauses(assessment.causes);
      print(`${step.name}: ${reason}`);
      const summary =
        assessment.causes.length === 0
          ? freshSummary(step.name, assessment)
          : await runStep(step, assessment, reason, {
              ...options,
              print,
              root,
              scratch,
              now,
              hasher,
              threads,
            });
      summaries[index] = { ...summary, ms: Math.round(performance.now() - start) };
      lines.end(index);
    };
    const waitsFor =
      jobs > 1
        ? stepDependencies(steps, root)
        : steps.map((_, index) => new Set(index > 0 ? [index - 1] : []));
    const long = new Set([...steps.keys()].filter((index) => steps[index]!.long));
    await startWhenReady(waitsFor, jobs, runOne, long);
    return summaries;
  } finally {
    lines.flush();
    await threads?.close();
    rmSync(scratch, { recursive: true, force: true });
    lock.release();
  }
}

type Result = Omit<StepSummary, "ms">;

interface RunningOptions extends RunOptions {
  scratch: string;
  threads: StepThreads | undefined;
}

function freshSummary(name: string, { recorded }: Assessment): Result {
  const { rowsIn, rowsOut, setAside } = recorded!;
  return { name, outcome: "fresh", reason: "fresh", rowsIn, rowsOut, setAside };
}

async function runStep(
  definition: StepDefinition,
  assessment: Assessment,
  reason: string,
  options: RunningOptions & { now: () => Date; hasher: ContentHasher },
): Promise<Result> {
  const { root, hasher, now, print } = options;
  const logFile = resolve(root, options.logFile);
  const name = definition.name;
  const start = performance.now();
  const elapsed = () => Math.round(performance.now() - start);
  try {
    const report = await runInWorkFolders(definition, assessment, options);
    const { unchanged, bytes } = await settle(name, assessment, report, root, hasher);
    const outcome = unchanged ? "unchanged" : "ran";
    const { rowsIn, rowsOut, setAside = {} } = report;
    const rows = { rowsIn, rowsOut, setAside };
    appendLog(logFile, {
      time: now().toISOString(),
      step: name,
      outcome,
      reason,
      ms: elapsed(),
      bytes,
      ...rows,
    });
    print(`  ${describeReport(report)}${unchanged ? "; same result" : ""}; ${seconds(elapsed())}`);
    return { name, outcome, reason, ...rows };
  } catch (error) {
    const failed = new StepFailed(name, error);
    const entry = { outcome: "failed" as const, reason, ms: elapsed(), error: failed.message };
    appendLog(logFile, { time: now().toISOString(), step: name, ...entry });
    throw failed;
  } finally {
    for (const output of stepOutputs(definition)) closeWork(output, root);
  }
}

async function runInWorkFolders(
  definition: StepDefinition,
  { files, now }: Assessment,
  { root, scratch, progress: writer, threads }: RunningOptions,
): Promise<StepReport> {
  const fromHere = (path: string) => relative(process.cwd(), path) || ".";
  const progress = writer && showProgress(definition.name, writer);
  try {
    const context: Omit<StepContext, "progress"> = {
      inputs: Object.fromEntries(
        Object.entries(files).map(([role, paths]) => [role, paths.map((path) => fromHere(join(root, path)))]),
      ),
      outputs: Object.fromEntries(
        stepOutputs(definition).map((output) => [output.role, fromHere(openWork(output, root))]),
      ),
      scratch: fromHere(scratch),
      params: now.params,
    };
    const tell: StepContext["progress"] = (...state) => progress?.update(...state);
    const report = threads
      ? await threads.run({ name: definition.name, ...context }, tell)
      : await definition.run({ ...context, progress: tell });
    checkReport(report);
    return report;
  } finally {
    progress?.end();
  }
}

/** Moves the outputs into place, then the sidecars. */
async function settle(
  name: string,
  assessment: Assessment,
  report: StepReport,
  root: string,
  hasher: ContentHasher,
): Promise<{ unchanged: boolean; bytes: number }> {
  const made: { output: Output; place: string; hash: ContentHash }[] = [];
  for (const { output } of assessment.outputs) {
    const place = workPlace(output, root);
    const hash = await hasher.output(place, output.directory);
    if (!hash) {
      const kind = output.directory ? "directory" : "file";
      throw new Error(
        `found no ${kind} at outputs.${output.role} after the step, expected it to write ${output.path}: write it, or take the role out of writes`,
      );
    }
    made.push({ output, place, hash });
  }
  for (const [index, { output, place, hash }] of made.entries()) {
    // What is there already keeps its date, for tools that go by dates.
    if (assessment.outputs[index]!.present?.sha256 === hash.sha256) continue;
    settleOutput(output, root);
    hasher.moved(place, join(root, output.path), hash);
  }
  for (const { output, hash } of made) {
    settleSidecar(output, root, sidecarText(name, hash, report, assessment.now));
  }
  return {
    unchanged: made.every(({ hash }, index) => assessment.outputs[index]!.sidecar?.sha256 === hash.sha256),
    bytes: made.reduce((sum, { hash }) => sum + hash.bytes, 0),
  };
}

/** Removes what killed runs left of the steps' work, and names the steps. Only under the lock. */
function removeLeftovers(steps: readonly StepDefinition[], root: string): Set<string> {
  const cutOff = steps.filter((step) => stepOutputs(step).some((output) => workWasCutOff(output, root)));
  for (const step of cutOff) for (const output of stepOutputs(step)) closeWork(output, root);
  return new Set(cutOff.map(({ name }) => name));
}

function checkReport(report: StepReport): void {
  const counts = { rowsIn: report?.rowsIn, rowsOut: report?.rowsOut, ...report?.setAside };
  for (const [what, count] of Object.entries(counts)) {
    if (!Number.isSafeInteger(count) || count! < 0) {
      throw new Error(
        `found ${what} ${count} in the step's report, expected a whole number of rows, 0 or more`,
      );
    }
  }
}

/** `24,000 in, 23,900 out, 100 set aside (60 duplicate, 40 no date)`. */
function describeReport({ rowsIn, rowsOut, setAside = {} }: StepReport): string {
  const reasons = Object.entries(setAside).filter(([, count]) => count > 0);
  const total = reasons.reduce((sum, [, count]) => sum + count, 0);
  const list = reasons.map(([reason, count]) => `${count.toLocaleString("en")} ${reason}`).join(", ");
  const aside = total > 0 ? `${total.toLocaleString("en")} set aside (${list})` : "0 set aside";
  return `${rowsIn.toLocaleString("en")} in, ${rowsOut.toLocaleString("en")} out, ${aside}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 0)} s`;
}
