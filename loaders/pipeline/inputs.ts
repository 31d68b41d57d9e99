import { statSync } from "node:fs";
import { isAbsolute, join, posix, relative, sep } from "node:path";
import { glob, matchesGlob } from "./glob.ts";
import type { StepDefinition } from "./step.ts";

/** One role of a step's `reads`: its patterns normalised, `!` ones apart. */
export interface Read {
  role: string;
  optional: boolean;
  patterns: string[];
  except: string[];
}

/** A step's `reads` in the order of the roles; `dir/` becomes `dir/**`, absolute paths relative to root. */
export function stepReads(definition: StepDefinition, root: string): Read[] {
  return Object.entries(definition.reads).map(([role, patterns]) => {
    const all = [patterns].flat();
    return {
      role: role.replace(/\?$/, ""),
      optional: role.endsWith("?"),
      patterns: all.filter((pattern) => !pattern.startsWith("!")).map((pattern) => normalise(pattern, root)),
      except: all
        .filter((pattern) => pattern.startsWith("!"))
        .map((pattern) => normalise(pattern.slice(1), root)),
    };
  });
}

/** The files of a read, sorted, relative to root, and the patterns that should match some and do not. */
export function resolveRead(read: Read, root: string): { files: string[]; unmatched: Unmatched[] } {
  const files = new Set<string>();
  const unmatched: Unmatched[] = [];
  for (const pattern of read.patterns) {
    const matches = glob(pattern, root).filter((file) => !isExcepted(read, file));
    for (const file of matches) files.add(file);
    if (matches.length === 0 && !read.optional) unmatched.push({ role: read.role, pattern });
  }
  return { files: [...files].sort(), unmatched };
}

/** Whether one of the read's `!` patterns takes a file out. */
export function isExcepted(read: Read, file: string): boolean {
  return read.except.some((pattern) => matchesGlob(pattern, file));
}

/** A pattern that matches no file, though its role is not optional. */
export interface Unmatched {
  role: string;
  pattern: string;
}

/** What to tell whoever declared a pattern that matches nothing. */
export function unmatchedMessage({ role, pattern }: Unmatched, root: string): string {
  const stats = statSync(join(root, pattern), { throwIfNoEntry: false });
  const advice = stats?.isDirectory()
    ? `it is a directory: write "${pattern}/" for all files below it`
    : `check the path, or call the role "${role}?" if it may be empty`;
  return `role ${role}: found no file for "${pattern}", expected at least one; ${advice}`;
}

function normalise(pattern: string, root: string): string {
  const local = isAbsolute(pattern) ? relative(root, pattern).split(sep).join("/") : pattern;
  const normal = posix.normalize(local);
  return pattern.endsWith("/") ? `${normal.replace(/\/$/, "")}/**` : normal;
}
