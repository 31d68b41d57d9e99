/** One value of a JSON document and where it stands, or why it can't be read. */
export type JsonPart =
  | { readonly path: readonly string[]; readonly value: unknown }
  | {
      readonly path: readonly string[];
      readonly fault: "malformed-json" | "too-long" | "truncated";
      readonly detail: string;
    };

/** Longest value read whole, in UTF-16 units. */
const MAX_LENGTH = 1 << 24;
/** Deepest nesting above the values read whole. */
const MAX_DEPTH = 100;

/** An object or array that is being walked through. */
interface Level {
  readonly isArray: boolean;
  key: string;
  index: number;
  /** True where a name comes next, not a value. */
  atKey: boolean;
}

/** A value that is being gathered. */
interface Gathering {
  readonly isKey: boolean;
  text: string;
  depth: number;
  inString: boolean;
  escaped: boolean;
  tooLong: boolean;
}

/**
 * Walks through a JSON document of any size and yields its values one by one in the document's order: strings,
 * numbers, booleans and null each by itself, and whole objects or arrays where `isWhole` is true of their path
 * (names, and positions from 0 for an array's elements). A value read whole that is not JSON costs itself; a
 * document that ends early or is no JSON ends with a fault. Brackets and strings alone are looked at in between.
 */
export async function* scanJson(
  text: AsyncIterable<string>,
  isWhole: (path: readonly string[]) => boolean,
): AsyncGenerator<JsonPart> {
  const levels: Level[] = [];
  const path: string[] = [];
  let gathering: Gathering | undefined;
  let found = false;
  for await (const chunk of text) {
    let start = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const unit = chunk.charCodeAt(index);
      if (gathering !== undefined) {
        const end = endOf(gathering, unit, index);
        if (end === undefined) continue;
        const done: Gathering = gathering;
        gathering = undefined;
        if (!done.tooLong) done.text += chunk.slice(start, end);
        if (done.isKey) setKey(levels.at(-1)!, path, done);
        else yield partOf(path, done);
        if (end > index) continue;
      }
      const level = levels.at(-1);
      if (unit === BRACE_OPEN || unit === BRACKET_OPEN) {
        found = true;
        if (levels.length > 0 && isWhole(path)) {
          gathering = begun(false, 1, false);
          start = index;
        } else if (levels.length === MAX_DEPTH) {
          yield { path, fault: "malformed-json", detail: `found values nested ${MAX_DEPTH} deep` };
          return;
        } else {
          const isArray = unit === BRACKET_OPEN;
          levels.push({ isArray, key: "", index: 0, atKey: !isArray });
          path.push(isArray ? "0" : "");
        }
      } else if (unit === BRACE_CLOSE || unit === BRACKET_CLOSE) {
        levels.pop();
        path.pop();
      } else if (unit === COMMA) {
        if (level === undefined) continue;
        level.index += 1;
        level.atKey = !level.isArray;
        path[path.length - 1] = level.isArray ? String(level.index) : "";
      } else if (unit === COLON) {
        if (level !== undefined) level.atKey = false;
      } else if (!isSpace(unit)) {
        if (level === undefined) {
          if (unit === BYTE_ORDER_MARK) continue;
          yield { path: [], fault: "malformed-json", detail: "found no { or [ at the start" };
          return;
        }
        gathering = begun(level.atKey && unit === QUOTE, 0, unit === QUOTE);
        start = index;
      }
    }
    if (gathering === undefined || gathering.tooLong) continue;
    gathering.text += chunk.slice(start);
    if (gathering.text.length > MAX_LENGTH) {
      gathering.text = "";
      gathering.tooLong = true;
    }
  }
  if (!found || levels.length > 0 || gathering !== undefined) {
    const detail = found ? "found the end of the file inside a value" : "found an empty file";
    yield { path, fault: found ? "truncated" : "malformed-json", detail };
  }
}

function begun(isKey: boolean, depth: number, inString: boolean): Gathering {
  return { isKey, text: "", depth, inString, escaped: false, tooLong: false };
}

/** Where the gathered value ends: after this character, before it (what ends a number), or not yet. */
function endOf(gathering: Gathering, unit: number, index: number): number | undefined {
  if (gathering.inString) {
    if (gathering.escaped) gathering.escaped = false;
    else if (unit === BACKSLASH) gathering.escaped = true;
    else if (unit === QUOTE) {
      gathering.inString = false;
      if (gathering.depth === 0) return index + 1;
    }
    return undefined;
  }
  if (gathering.depth === 0) {
    const ends = unit === COMMA || unit === BRACE_CLOSE || unit === BRACKET_CLOSE || isSpace(unit);
    return ends ? index : undefined;
  }
  if (unit === QUOTE) gathering.inString = true;
  else if (unit === BRACE_OPEN || unit === BRACKET_OPEN) gathering.depth += 1;
  else if (unit === BRACE_CLOSE || unit === BRACKET_CLOSE) {
    gathering.depth -= 1;
    if (gathering.depth === 0) return index + 1;
  }
  return undefined;
}

function setKey(level: Level, path: string[], gathered: Gathering): void {
  const part = partOf(path, gathered);
  level.key = "value" in part ? String(part.value) : "";
  path[path.length - 1] = level.key;
}

function partOf(path: readonly string[], { text, tooLong }: Gathering): JsonPart {
  if (tooLong) {
    return {
      path: [...path],
      fault: "too-long",
      detail: `found a value of more than ${MAX_LENGTH} characters`,
    };
  }
  const value = parsedJson(text);
  return value === undefined
    ? {
        path: [...path],
        fault: "malformed-json",
        detail: `found ${text.length} characters that are not JSON`,
      }
    : { path: [...path], value };
}

/**
 * The value of a JSON text; undefined where it is none. Telegram Desktop (5.x and before) writes control
 * characters as `\x1F`, which JSON does not know: they are read as meant.
 */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (!text.includes("\\x")) return undefined;
  }
  try {
    return JSON.parse(
      text.replace(/\\(?:x([0-9A-F]{2})|[^x])/gu, (all, hex?: string) => (hex ? `\\u00${hex}` : all)),
    );
  } catch {
    return undefined;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;
const BYTE_ORDER_MARK = 0xfeff;

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}
