import { classAt, DIGIT, LETTER, MARK, SPACE, sizeAt } from "../language/characters.ts";
import { nearest } from "../language/nearest.ts";
import { QueryError } from "./error.ts";
import {
  DEFAULT_DISTANCE,
  FIELDS,
  isOperator,
  lookAlike,
  type Operator,
  signAdvice,
  smallOperator,
  WHOLE_VALUES,
} from "./operators.ts";

/** A piece of a query. Words and phrases are read later, by the parser, which knows where they stand. */
export type Lexeme = { text: string; start: number; end: number } & (
  | { kind: "operator"; operator: Operator; distance: number }
  | { kind: "open" | "close" }
  | { kind: "count"; least: number; most: number }
  | { kind: "field"; field: string }
  /** `from` to `to`: what stands inside the quotes, after the sign, or the whole. */
  | { kind: "term"; from: number; to: number }
  | { kind: "tag"; from: number; to: number }
  | { kind: "value"; from: number; to: number }
);

const CURLY_QUOTES = "“”„«»‘’‚";
const COUNT = /\{\s*(\d{1,6})\s*(?:,\s*(\d{1,6})\s*)?\}/uy;
const DISTANCE = /\/(\d{1,4})(?!\d)/uy;

/** The pieces of a query in order. Throws {@link QueryError} at the first character that can't be read. */
export function lex(query: string): Lexeme[] {
  return new Lexer(query).run();
}

class Lexer {
  private readonly lexemes: Lexeme[] = [];
  /** Parentheses open since a field of whole values began; -1 outside of one. */
  private valueDepth = -1;

  constructor(private readonly query: string) {}

  run(): Lexeme[] {
    const { query, lexemes } = this;
    let at = 0;
    while (at < query.length) {
      if (classAt(query, at) === SPACE) at += 1;
      else {
        const lexeme = this.next(at);
        lexemes.push(lexeme);
        this.follow(lexeme);
        at = lexeme.end;
      }
    }
    return lexemes;
  }

  private next(start: number): Lexeme {
    const sign = this.query[start]!;
    if (sign === '"') return this.quoted(start);
    if (sign === "(" || sign === ")")
      return { kind: sign === "(" ? "open" : "close", text: sign, start, end: start + 1 };
    if (sign === "{") return this.count(start);
    if (CURLY_QUOTES.includes(sign)) throw this.unreadable(start);
    if (this.valueDepth >= 0) return this.value(start);
    return sign === "#" ? this.tag(start) : this.bare(start);
  }

  /** A field's value is what follows it, or all within the parenthesis that follows it. */
  private follow(lexeme: Lexeme): void {
    if (lexeme.kind === "field" && WHOLE_VALUES.has(lexeme.field)) this.valueDepth = 0;
    else if (this.valueDepth >= 0) {
      if (lexeme.kind === "open") this.valueDepth += 1;
      else if (lexeme.kind === "close") this.valueDepth -= 1;
      if (this.valueDepth <= 0) this.valueDepth = -1;
    }
  }

  private quoted(start: number): Lexeme {
    const { query } = this;
    const close = query.indexOf('"', start + 1);
    const inside = query.slice(start + 1, close === -1 ? query.length : close);
    const curly = inside.search(/[“”„‟]/u);
    if (curly !== -1 && (close === -1 || inside.match(/[“”„‟]/gu)!.length % 2 === 1))
      throw new QueryError(
        start + 1 + curly,
        inside[curly]!,
        'a closing "',
        'write straight quotes "…" only',
      );
    if (close === -1)
      throw new QueryError(start, 'an opening "', 'a closing " after it', "every quote needs its partner");
    const end = close + 1;
    const kind = this.valueDepth >= 0 ? "value" : "term";
    return { kind, from: start + 1, to: close, text: query.slice(start, end), start, end };
  }

  private count(start: number): Lexeme {
    COUNT.lastIndex = start;
    const found = COUNT.exec(this.query);
    if (found === null) {
      const shown = this.query.slice(start, start + 12);
      throw new QueryError(start, `"${shown}"`, "{N} or {N,M}", "write {3} for three times or more");
    }
    const [text, low, high] = found;
    const least = Number(low);
    const most = high === undefined ? Number.POSITIVE_INFINITY : Number(high);
    if (least === 0)
      throw new QueryError(start, text, "a number from 1", "what does not occur is written with NOT");
    if (most < least)
      throw new QueryError(start, text, "the smaller number first", `write {${most},${least}}`);
    return { kind: "count", least, most, text, start, end: start + text.length };
  }

  private value(start: number): Lexeme {
    const { query } = this;
    let end = start;
    while (end < query.length && classAt(query, end) !== SPACE && !'()"{}'.includes(query[end]!)) end += 1;
    const text = query.slice(start, end);
    if (end === start) throw this.unreadable(start);
    if (this.valueDepth > 0 && isOperator(text.replace(/\/.*$/su, ""))) return this.operator(start);
    return { kind: "value", from: start, to: end, text, start, end };
  }

  private tag(start: number): Lexeme {
    const { query } = this;
    let end = start + 1;
    while (end < query.length && (query[end] === "_" || isWordPart(query, end))) end += sizeAt(query, end);
    if (end === start + 1) throw new QueryError(start, '"#"', "a hashtag after it");
    return { kind: "tag", from: start + 1, to: end, text: query.slice(start, end), start, end };
  }

  private bare(start: number): Lexeme {
    const { query } = this;
    const end = bareEnd(query, start);
    if (end === start) throw this.unreadable(start);
    const text = query.slice(start, end);
    if (query[end] === ":") return this.field(text, start, end + 1);
    if (isOperator(text)) return this.operator(start);
    const alike = lookAlike(text);
    if (alike !== undefined) {
      const { operator, letters } = alike;
      const expected = `a word, a phrase or ${operator}`;
      const advice = `write ${operator} in Latin letters`;
      throw new QueryError(start, `"${text}" with ${letters} letters`, expected, advice);
    }
    this.refuseNear(text, start, end);
    return { kind: "term", from: start, to: end, text, start, end };
  }

  /** `near/3` and `NEAR3`. */
  private refuseNear(text: string, start: number, end: number): void {
    const [, letters = text, digits] = /^(O?NEAR)(\d{1,4})$/iu.exec(text) ?? [];
    const operator = smallOperator(letters);
    const distance =
      digits ?? (this.query[end] === "/" ? /^\/(\d{1,4})/u.exec(this.query.slice(end))?.[1] : undefined);
    if (operator === undefined || !/^O?NEAR$/u.test(operator) || distance === undefined) return;
    const found = `"${text}${digits === undefined ? `/${distance}` : ""}"`;
    throw new QueryError(start, found, "a word, a phrase or an operator", `write ${operator}/${distance}`);
  }

  private field(name: string, start: number, end: number): Lexeme {
    if (FIELDS.includes(name)) return { kind: "field", field: name, text: `${name}:`, start, end };
    const meant = nearest(name, FIELDS);
    const advice = meant === undefined ? "a colon in a text is left out" : `write ${meant}:`;
    throw new QueryError(start, `the field "${name}:"`, `one of ${FIELDS.join(": ")}:`, advice);
  }

  private operator(start: number): Lexeme {
    const { query } = this;
    const operator = /^[A-Z]+/u.exec(query.slice(start, start + 6))![0] as Operator;
    const after = start + operator.length;
    if (operator !== "NEAR" && operator !== "ONEAR") {
      return { kind: "operator", operator, distance: 0, text: operator, start, end: after };
    }
    DISTANCE.lastIndex = after;
    const distance = DISTANCE.exec(query);
    const apart = distance === null ? /^\s+\/\s*(\d{1,4})(?!\d)/u.exec(query.slice(after, after + 20)) : null;
    if (apart !== null) {
      const found = `"${query.slice(start, after + apart[0].length)}"`;
      throw new QueryError(start, found, "no space before the slash", `write ${operator}/${apart[1]}`);
    }
    if (distance === null && query[after] === "/") {
      const advice = `write ${operator}/4, or ${operator} alone for ${DEFAULT_DISTANCE}`;
      throw new QueryError(after, '"/"', "a number from 0 to 9999 after it", advice);
    }
    const end = after + (distance?.[0].length ?? 0);
    const words = distance === null ? DEFAULT_DISTANCE : Number(distance[1]);
    return { kind: "operator", operator, distance: words, text: query.slice(start, end), start, end };
  }

  private unreadable(start: number): QueryError {
    const { query } = this;
    const sign = query.slice(start, start + sizeAt(query, start));
    const expected = "a word or a phrase";
    if (CURLY_QUOTES.includes(sign))
      return new QueryError(start, sign, expected, 'write phrases in straight quotes "…"');
    return new QueryError(start, `"${sign}"`, expected, signAdvice(sign));
  }
}

/** Letters, marks, digits and wildcards, with hyphens and apostrophes between them. */
function bareEnd(query: string, start: number): number {
  let end = start;
  while (end < query.length) {
    if (isWordPart(query, end)) end += sizeAt(query, end);
    else if (end > start && /[-‐‑'’ʼ]/u.test(query[end]!) && isWordPart(query, end + 1)) end += 1;
    else break;
  }
  return end;
}

/** Whether a letter, mark, digit or wildcard stands at `index`. */
function isWordPart(query: string, index: number): boolean {
  if (index >= query.length) return false;
  const kind = classAt(query, index);
  return kind === LETTER || kind === MARK || kind === DIGIT || query[index] === "*" || query[index] === "?";
}
