/**
 * The expectations at the top of each file of the feedparser suite, such as
 * `not bozo and entries[0]['title'] == 'Example Atom'`: read as the small part of Python that they are written in.
 */

import { getInnerHTML } from "domutils";
import { parseFragment } from "../../loaders/corpus/html.ts";

/** What stands at the top of a file. */
export interface Expectation {
  readonly expect: string;
  /** The HTTP header with which the file is served; empty where it says nothing. */
  readonly contentType: string;
}

/** Fields that a post does not keep; `bozo` is feedparser's word for ill-formed XML. */
const NOT_KEPT =
  /\b(?:bozo_exception|contributors|source|rights(?:_detail)?|generator(?:_detail)?|tags|subtitle(?:_detail)?|logo|icon|enclosures|version|hreflang|length)\b|\['links'\]\[\d\]\['title'\]/u;

export function expectationOf(bytes: Uint8Array): Expectation | undefined {
  for (const encoding of ["latin1", "utf-16le", "utf-16be", "utf-32"]) {
    const text = encoding === "utf-32" ? narrowed(bytes) : decoded(bytes, encoding);
    const expect = /Expect:\s*(.*?)\s*(?:\n|-->)/u.exec(text)?.[1];
    const header = /Header:\s*Content-type:\s*(.*?)\s*(?:\n|-->)/iu.exec(text)?.[1];
    if (expect !== undefined) return { expect, contentType: header ?? "" };
  }
  return undefined;
}

function decoded(bytes: Uint8Array, encoding: string): string {
  return encoding === "latin1"
    ? Buffer.from(bytes).toString("latin1")
    : new TextDecoder(encoding).decode(bytes);
}

/** The ASCII letters of UTF-32. */
function narrowed(bytes: Uint8Array): string {
  return Buffer.from(bytes.filter((byte) => byte !== 0)).toString("latin1");
}

/** False where the expectation is of a field that a post does not keep. */
export function isKept(expect: string): boolean {
  return !NOT_KEPT.test(expect);
}

/** True where the expectation holds of `world`: `feed`, `entries`, `encoding`. */
export function holds(expect: string, world: Record<string, unknown>): boolean {
  const tokens = [
    ...expect.matchAll(/\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(\w+)|(==|[[\](){}.,:]))/gu),
  ].map((match) => match[0].trim());
  let at = 0;
  const peek = () => tokens[at];
  const take = (wanted?: string): string => {
    const token = tokens[at];
    at += 1;
    if (token === undefined || (wanted !== undefined && token !== wanted))
      throw new Error(`found ${token ?? "the end"} in ${expect}, expected ${wanted ?? "more"}`);
    return token;
  };

  const conjunction = (): boolean => {
    let all = condition();
    while (peek() === "and") {
      take();
      all = condition() && all;
    }
    return all;
  };
  const condition = (): boolean => {
    if (peek() === "not") {
      take();
      return !condition();
    }
    if (peek() === "(") {
      take();
      const inner = conjunction();
      take(")");
      return inner;
    }
    const values = [value()];
    while (peek() === "==") {
      take();
      values.push(value());
    }
    if (values.length === 1) return Boolean(values[0]);
    return values.slice(1).every((other) => isSame(values[0], other));
  };
  const value = (): unknown => {
    const token = take();
    if (/^['"]/u.test(token)) return unquoted(token);
    if (/^\d+$/u.test(token)) return Number(token);
    if (token === "{") return dictionary();
    if (token === "ord") {
      take("(");
      const text = value();
      take(")");
      return typeof text === "string" && [...text].length === 1 ? text.codePointAt(0) : undefined;
    }
    let found: unknown = token in world ? world[token] : undefined;
    while (peek() === "[" || peek() === ".") {
      const key = take() === "." ? take() : value();
      if (tokens[at - 2] !== ".") take("]");
      found = found === null || typeof found !== "object" ? undefined : (found as never)[key as never];
    }
    return found;
  };
  const dictionary = (): Record<string, unknown> => {
    const made: Record<string, unknown> = {};
    while (peek() !== "}") {
      const key = String(value());
      take(":");
      made[key] = value();
      if (peek() === ",") take();
    }
    take("}");
    return made;
  };
  const result = conjunction();
  if (at < tokens.length) throw new Error(`found ${peek()} in ${expect}, expected the end`);
  return result;
}

function unquoted(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/giu, (_, long, short, other) =>
      other === undefined ? String.fromCharCode(Number.parseInt(long ?? short, 16)) : other,
    );
}

/** Equal as written; markup (feedparser rewrites it) also where it parses to the same elements and text. */
function isSame(found: unknown, expected: unknown): boolean {
  if (typeof found === "string" && typeof expected === "string") {
    return found === expected || (/[<&]/u.test(expected) && markup(found) === markup(expected));
  }
  if (typeof found === "object" && typeof expected === "object") {
    return JSON.stringify(sorted(found)) === JSON.stringify(sorted(expected));
  }
  return found === expected;
}

function sorted(value: unknown): unknown {
  return Object.entries(value ?? {})
    .filter(([, field]) => field !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function markup(text: string): string {
  const root = parseFragment(text);
  for (const node of root.children) {
    if ("attribs" in node) node.attribs = Object.fromEntries(Object.entries(node.attribs).sort());
  }
  return getInnerHTML(root, { encodeEntities: "utf8" });
}
