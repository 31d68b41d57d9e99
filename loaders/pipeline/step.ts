import { posix } from "node:path";

/**
 * A step of the pipeline: files in, files out, and the code in between. All paths are relative to the root,
 * with `/`. `loaders/steps.ts` lists them in the order in which they run.
 */
export interface StepDefinition {
  /** Unique, shown in the why-report: `corpus:telegram`. */
  name: string;
  /**
   * Role to the files read: paths or globs (`*`, `**`, `{a,b}`). `dir/` is every file below `dir`; a pattern
   * that starts with `!` takes files out again. Each other pattern must match at least one file, unless the
   * role's name ends with `?`; the `?` is no part of the role that `run` sees.
   */
  reads: Record<string, string | string[]>;
  /** Role to the output file, or to a directory if the path ends with `/`. */
  writes: Record<string, string>;
  /** JSON. Stands in clear in the sidecar: give a secret as its hash. */
  params?: unknown;
  /**
   * Entry modules. Every module that they import counts as code (dynamic imports with a literal path too), npm
   * packages by version. What a module loads by a computed path belongs into `reads` or into this list.
   */
  code: string[];
  /** Takes longer than most: of the steps that may start, it starts first, so that it is not left to the end alone. */
  long?: boolean;
  /** Does the work. Import heavy modules in here, so that a fresh step loads nothing. */
  run(context: StepContext): Promise<StepReport>;
}

export interface StepContext {
  /**
   * Role to its files, sorted. The paths open from the working directory, and where that is the root they are
   * relative to the root and may stand in an output.
   */
  inputs: Record<string, string[]>;
  /**
   * Role to the place to write to: a file that does not exist yet, or an empty directory (without the final
   * `/`). It has the output's own name, so its extension can be trusted. Renamed once the step has succeeded.
   */
  outputs: Record<string, string>;
  /** A folder for all steps of the run, on the disk of its lock; what is left there goes when the run ends, or when the next begins. */
  scratch: string;
  /** The step's params, keys sorted. */
  params: unknown;
  /** Says how far the step is, in a unit such as `posts`; total undefined where it is not known. */
  progress(done: number, total: number | undefined, unit: string): void;
}

/** Rows read, rows written, and rows set aside by reason. */
export interface StepReport {
  rowsIn: number;
  rowsOut: number;
  setAside?: Record<string, number>;
}

/** One output of a step: `path` has no final `/`. */
export interface Output {
  role: string;
  path: string;
  directory: boolean;
}

/**
 * Declares a step and gives it back unchanged.
 * Throws where the step has no name, no output or no code: such a step could never be told fresh from stale.
 */
export function step(definition: StepDefinition): StepDefinition {
  const { name, writes, code } = definition;
  if (!/^\S+$/.test(name)) {
    throw new Error(`found a step named "${name}", expected a name without spaces: rename it`);
  }
  if (Object.keys(writes).length === 0) {
    throw new Error(`step ${name}: found no output, expected at least one: add it to writes`);
  }
  if (code.length === 0) {
    throw new Error(
      `step ${name}: found no code, expected the module that does its work: add its path to code`,
    );
  }
  return definition;
}

/** The outputs of a step, in the order of `writes`, their paths normalised. */
export function stepOutputs(definition: StepDefinition): Output[] {
  return Object.entries(definition.writes).map(([role, path]) => {
    const normal = posix.normalize(path);
    return { role, path: normal.replace(/\/$/, ""), directory: normal.endsWith("/") };
  });
}
