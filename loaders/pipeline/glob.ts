import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";

/**
 * The files below `root` that match a pattern, sorted by code unit, relative to `root` with `/`.
 * `*` is any run of characters in a name, `**` any number of folders, `{a,b}` either. Names that start with a
 * dot or end in `.tmp` match only where the pattern spells them out. Symbolic links are followed.
 */
export function glob(pattern: string, root: string): string[] {
  const found = new Set<string>();
  for (const plain of expandBraces(pattern)) walk(root, "", segmentsOf(plain), found);
  return [...found].sort();
}

/** Whether a path matches a pattern, by the rules of {@link glob} except that hidden names count. */
export function matchesGlob(pattern: string, path: string): boolean {
  return expandBraces(pattern).some((plain) => {
    // Most patterns name one file, and the list of steps is checked by hundreds of thousands of them.
    if (!plain.includes("*")) return plain === path;
    const source = segmentsOf(plain).map((segment, index, all) => {
      const last = index === all.length - 1;
      if (segment === "**") return last ? ".+" : "(?:[^/]+/)*";
      return segmentSource(segment) + (last ? "" : "/");
    });
    return new RegExp(`^${source.join("")}$`).test(path);
  });
}

/** The folders that a pattern names before its first wildcard, one for each reading of its braces. */
export function literalFolders(pattern: string): string[] {
  return expandBraces(pattern).map((plain) => {
    const segments = segmentsOf(plain);
    const wild = segments.findIndex((segment) => segment.includes("*"));
    return segments.slice(0, wild === -1 ? segments.length - 1 : wild).join("/");
  });
}

/** `a/{b,c{d,e}}` to `a/b`, `a/cd`, `a/ce`; braces without a comma stand for themselves. */
export function expandBraces(pattern: string): string[] {
  for (let open = pattern.indexOf("{"); open !== -1; open = pattern.indexOf("{", open + 1)) {
    const alternatives: string[] = [];
    let depth = 0;
    let start = open + 1;
    for (let at = open; at < pattern.length; at++) {
      const char = pattern[at];
      if (char === "{") depth++;
      else if (char === "," && depth === 1) {
        alternatives.push(pattern.slice(start, at));
        start = at + 1;
      } else if (char === "}" && --depth === 0) {
        if (alternatives.length === 0) break;
        alternatives.push(pattern.slice(start, at));
        const head = pattern.slice(0, open);
        const tail = pattern.slice(at + 1);
        return alternatives.flatMap((alternative) => expandBraces(head + alternative + tail));
      }
    }
  }
  return [pattern];
}

function segmentsOf(pattern: string): string[] {
  const segments = pattern.split("/");
  return segments.filter((segment, index) => segment !== "**" || segments[index - 1] !== "**");
}

function segmentSource(segment: string): string {
  return segment
    .split(/\*+/)
    .map((literal) => literal.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join("[^/]*");
}

function walk(root: string, folder: string, segments: string[], found: Set<string>): void {
  const [segment = "", ...rest] = segments;
  if (segment !== "**" && !segment.includes("*")) {
    const path = folder + segment;
    if (rest.length > 0) walk(root, `${path}/`, rest, found);
    else if (statSync(join(root, path), { throwIfNoEntry: false })?.isFile()) found.add(path);
    return;
  }
  const name = segment === "**" ? undefined : new RegExp(`^${segmentSource(segment)}$`);
  if (!name && rest.length > 0) walk(root, folder, rest, found);
  for (const entry of visibleEntries(join(root, folder), segment)) {
    if (name && !name.test(entry.name)) continue;
    const path = folder + entry.name;
    const kind = kindOf(entry, join(root, folder));
    if (kind === "folder") {
      if (!name) walk(root, `${path}/`, segments, found);
      else if (rest.length > 0) walk(root, `${path}/`, rest, found);
    } else if (kind === "file" && rest.length === 0) found.add(path);
  }
}

function visibleEntries(folder: string, segment: string): Dirent[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw error;
  }
  return entries.filter(
    ({ name }) =>
      (!name.startsWith(".") || segment.startsWith(".")) &&
      (!name.endsWith(".tmp") || segment.endsWith(".tmp")),
  );
}

function kindOf(entry: Dirent, folder: string): "file" | "folder" | "other" {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  if (!entry.isSymbolicLink()) return "other";
  const path = join(folder, entry.name);
  const target = statSync(path, { throwIfNoEntry: false });
  if (target?.isFile()) return "file";
  if (!target?.isDirectory()) return "other";
  // A link to a folder that it stands in would be walked for ever.
  const holdsItself = (realpathSync(folder) + sep).startsWith(realpathSync(path) + sep);
  return holdsItself ? "other" : "folder";
}
