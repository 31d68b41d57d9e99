import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { type Mistake, shown } from "./mistake.ts";

/** Steps from the top of a document to a value: keys and list positions from 0. */
export type Path = readonly PropertyKey[];

/** A parsed YAML file that knows where each of its values stands. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** A mistake at the value of a path, at its key where `at` is "key", or at the nearest parent that exists. */
  mistake(path: Path, found: string, expected: string, at?: "key" | "value"): Mistake;
  /** A mistake at a character of a text, `position` code units from the text's start. */
  mistakeInside(path: Path, position: number, found: string, expected: string): Mistake;
}

/**
 * Parses YAML. Syntax errors (all that the parser finds) come back as mistakes, and then no file, since the
 * values behind a syntax error can't be trusted.
 */
export function parseYaml(file: string, text: string): { yaml?: YamlFile; mistakes: Mistake[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const mistakes = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    const found = shown((text.split("\n")[line - 1] ?? "").trim());
    return { file, line, column: col, where: "", found, expected: `valid YAML: ${error.message}` };
  });
  if (mistakes.length > 0) return { mistakes };

  const value: unknown = document.toJS();

  function offset(path: Path, at: "key" | "value"): number {
    let node = document.contents as Node | null;
    let start = node?.range?.[0] ?? 0;
    path.forEach((step, depth) => {
      if (node && isAlias(node)) node = node.resolve(document) ?? null;
      if (isMap(node)) {
        const pair = node.items.find((item) => (isScalar(item.key) ? item.key.value : item.key) === step);
        const key = pair?.key as Node | undefined;
        node = (pair?.value as Node | null | undefined) ?? null;
        const keyWanted = at === "key" && depth === path.length - 1;
        start = (keyWanted ? key?.range?.[0] : (node?.range?.[0] ?? key?.range?.[0])) ?? start;
      } else if (isSeq(node)) {
        node = (node.items[step as number] as Node | undefined) ?? null;
        start = node?.range?.[0] ?? start;
      } else node = null;
    });
    return start;
  }

  function mistakeAt(start: number, path: Path, found: string, expected: string): Mistake {
    const { line, col } = lines.linePos(start);
    return { file, line, column: col, where: pathName(value, path), found, expected };
  }

  return {
    mistakes,
    yaml: {
      file,
      value,
      mistake: (path, found, expected, at = "value") => mistakeAt(offset(path, at), path, found, expected),
      mistakeInside(path, position, found, expected) {
        const start = offset(path, "value");
        const inside = offsetInside(text, start, valueAt(value, path), position);
        return mistakeAt(inside, path, found, expected);
      },
    },
  };
}

/**
 * Where a character of a scalar's value stands in the file. YAML folds only white space, so the characters
 * between are counted; where escapes make the count uncertain, the scalar's start.
 */
function offsetInside(text: string, start: number, value: unknown, position: number): number {
  if (typeof value !== "string") return start;
  const opening = text[start] ?? "";
  let at = start;
  if (opening === ">" || opening === "|") at = text.indexOf("\n", start) + 1;
  else if (opening === '"' || opening === "'") at = start + 1;
  let left = value.slice(0, position).replace(/\s/g, "").length;
  for (; at < text.length; at++) {
    if (/\s/.test(text[at]!)) continue;
    if (left === 0) break;
    left--;
  }
  const same = position >= value.length || text[at] === value.slice(position).trimStart()[0];
  return same ? Math.min(at, text.length) : start;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) => (here as Record<PropertyKey, unknown> | null | undefined)?.[step],
    value,
  );
}

/** `captures[web].corpus`: list entries are named by their id, or else by position from 1. */
function pathName(value: unknown, path: Path): string {
  let name = "";
  let here = value;
  for (const step of path) {
    here = (here as Record<PropertyKey, unknown> | null | undefined)?.[step];
    if (typeof step === "number") {
      const id = (here as { id?: unknown } | null | undefined)?.id;
      name += `[${typeof id === "string" && id !== "" ? id : step + 1}]`;
    } else name += name === "" ? String(step) : `.${String(step)}`;
  }
  return name;
}
