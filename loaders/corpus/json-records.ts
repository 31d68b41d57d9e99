/** One record of a JSON file: its value, or why it can't be read. */
export type JsonRecord =
  | { readonly record: number; readonly value: unknown }
  | { readonly record: number; readonly fault: "malformed-json" | "too-long"; readonly detail: string };

/** Longest record, in UTF-16 units. */
const MAX_LENGTH = 1 << 24;

/** Reads newline-delimited JSON. A line that is not JSON costs that line. Records are lines, from 1. */
export async function* readNdjson(text: AsyncIterable<string>): AsyncGenerator<JsonRecord> {
  let record = 0;
  let rest = "";
  let skipping = false;
  for await (const chunk of text) {
    const lines = chunk.split("\n");
    const last = lines.pop()!;
    for (const line of lines) {
      record += 1;
      if (!skipping) yield* parsed(record, rest + line);
      skipping = false;
      rest = "";
    }
    if (!skipping) rest += last;
    if (rest.length > MAX_LENGTH) {
      yield tooLong(record + 1);
      rest = "";
      skipping = true;
    }
  }
  if (!skipping) yield* parsed(record + 1, rest);
}

/**
 * Reads the elements of a JSON array one by one, by brackets and strings alone, so that the file need not fit in
 * memory and a broken element costs itself. A file that is not an array, or ends inside one, ends with a fault.
 */
export async function* readJsonArray(text: AsyncIterable<string>): AsyncGenerator<JsonRecord> {
  let record = 1;
  let element = "";
  let depth = 0;
  let inString = false;
  let escaped = false;
  let skipping = false;
  let state: "before" | "inside" | "after" = "before";
  for await (const chunk of text) {
    let start = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const unit = chunk.charCodeAt(index);
      if (state !== "inside") {
        if (isSpace(unit)) continue;
        if (state === "after" || unit !== BRACKET_OPEN) {
          const detail =
            state === "after" ? "found more after the array's end" : "found no [ at the file's start";
          yield { record, fault: "malformed-json", detail };
          return;
        }
        state = "inside";
        start = index + 1;
      } else if (inString) {
        if (escaped) escaped = false;
        else if (unit === BACKSLASH) escaped = true;
        else if (unit === QUOTE) inString = false;
      } else if (unit === QUOTE) {
        inString = true;
      } else if (unit === BRACKET_OPEN || unit === BRACE_OPEN) {
        depth += 1;
      } else if (depth > 0 && (unit === BRACKET_CLOSE || unit === BRACE_CLOSE)) {
        depth -= 1;
      } else if (depth === 0 && (unit === COMMA || unit === BRACKET_CLOSE)) {
        element += chunk.slice(start, index);
        start = index + 1;
        if (skipping || element.trim() !== "" || unit === COMMA) {
          if (!skipping) yield* parsed(record, element, true);
          record += 1;
        }
        element = "";
        skipping = false;
        if (unit === BRACKET_CLOSE) state = "after";
      }
    }
    if (state !== "inside") continue;
    if (!skipping) element += chunk.slice(start);
    if (element.length > MAX_LENGTH) {
      yield tooLong(record);
      element = "";
      skipping = true;
    }
  }
  if (state !== "after") {
    yield {
      record,
      fault: "malformed-json",
      detail: "found the end of the file, expected the end of the array",
    };
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

function tooLong(record: number): JsonRecord {
  return { record, fault: "too-long", detail: `found a record of more than ${MAX_LENGTH} characters` };
}

function* parsed(record: number, text: string, emptyIsFault = false): Generator<JsonRecord> {
  if (!emptyIsFault && text.trim() === "") return;
  try {
    yield { record, value: JSON.parse(text) };
  } catch {
    yield { record, fault: "malformed-json", detail: `found ${text.length} characters that are not JSON` };
  }
}
