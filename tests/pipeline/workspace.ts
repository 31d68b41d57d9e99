import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type RunSummary, runSteps } from "../../loaders/pipeline/run.ts";
import type { StepDefinition } from "../../loaders/pipeline/step.ts";
import { writeStudy } from "./three-steps.ts";

/** A temporary root, gone when the test is. */
export interface Workspace {
  root: string;
  write(path: string, text: string): void;
  read(path: string): string;
  /** Every file below a folder, hidden ones too: path to text. */
  all(folder?: string): Record<string, string>;
  /** Runs the steps; `lines` is the why-report, the lines about rows and time left out. */
  run(steps: readonly StepDefinition[], force?: string[]): Promise<Ran>;
}

export interface Ran {
  lines: string[];
  report: string[];
  summary: RunSummary;
}

/** An empty workspace. */
export function emptyWorkspace(): Workspace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "pipeline-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return {
    root,
    write: (path, text) => writeText(join(root, path), text),
    read: (path) => readFileSync(join(root, path), "utf8"),
    all: (folder = ".") => allFiles(root, folder),
    async run(steps, force = []) {
      const report: string[] = [];
      const summary = await runSteps(steps, {
        root,
        lockFile: "log/run.lock",
        logFile: "log/run.log",
        force,
        print: (line) => report.push(line),
      });
      return { report, summary, lines: report.filter((line) => !line.startsWith(" ")) };
    },
  };
}

/** A workspace with the inputs and the code of the three steps of `three-steps.ts`. */
export function studyWorkspace(): Workspace {
  const workspace = emptyWorkspace();
  writeStudy(workspace.root);
  return workspace;
}

function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function allFiles(root: string, folder: string): Record<string, string> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.sort().map((file) => [file.slice(root.length + 1), readFileSync(file, "utf8")]),
  );
}
