import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, posix, relative, resolve } from "node:path";

const parts = [
  "loaders",
  "src",
  "data/study",
  "data/raw",
  "data/validation",
  "package.json",
  "tsconfig.json",
  "observablehq.config.ts",
];

/**
 * A copy of the workspace in a folder of its own, whose captures, pages and loaders a test may change. Its report has
 * the first language alone: what these tests ask is the same in each, and a build of one takes a third of the time.
 */
export class Workspace {
  readonly root = mkdtempSync(join(tmpdir(), "workspace-"));

  constructor() {
    for (const part of parts) {
      cpSync(part, join(this.root, part), {
        recursive: true,
        filter: (file) =>
          !/(^|\/)(src\/(?:data|ru|kk)|\.observablehq)(\/|$)/.test(file.replaceAll("\\", "/")),
      });
    }
    const study = join(this.root, "data/study/study.yml");
    writeFileSync(
      study,
      readFileSync(study, "utf8").replace(/^report_languages: .*$/m, "report_languages: [en]"),
    );
    symlinkSync(resolve("node_modules"), join(this.root, "node_modules"));
  }

  /** Runs a command of the workspace, such as `run("data")`. Its lines are those of standard output. */
  run(...words: string[]): { code: number; lines: string[]; output: string; errors: string } {
    const { TYNDAU_BASE: _base, TYNDAU_STUDY: _study, ...env } = process.env;
    const run = spawnSync(process.execPath, ["--import", "tsx", "loaders/main.ts", ...words], {
      cwd: this.root,
      encoding: "utf8",
      env,
      timeout: 880_000,
    });
    return {
      code: run.status ?? -1,
      lines: run.stdout.split("\n").filter((line) => line !== ""),
      output: run.stdout,
      errors: run.stderr,
    };
  }

  path(...names: string[]): string {
    return join(this.root, ...names);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Each step's why-line, by step: `annotate` to `topics.yml changed`. */
export function reasons(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const found = /^((?:corpus|annotate|tables|statistics|publish)[^ ]*): (.*)$/.exec(line);
      return found === null ? [] : [[found[1]!, found[2]!]];
    }),
  );
}

/** Every file of a folder with the hash of its bytes. */
export function contents(folder: string): Record<string, string> {
  const files = filesOf(folder).map((file) => [
    relative(folder, file).split("\\").join("/"),
    createHash("sha256").update(readFileSync(file)).digest("hex"),
  ]);
  return Object.fromEntries(files.sort(([a], [b]) => (a! < b! ? -1 : 1)));
}

/** Files of a folder whose bytes hold a text (as UTF-8). */
export function filesHolding(folder: string, text: string): string[] {
  const needle = Buffer.from(text);
  return filesOf(folder).filter((file) => readFileSync(file).includes(needle));
}

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath, entry.name));
}
