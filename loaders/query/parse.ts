import { fold } from "../language/fold.ts";
import type { CountQuery, NearQuery, Query, Section, TagQuery, ValueField, ValueQuery } from "./ast.ts";
import { partsOf } from "./ast.ts";
import { foldKeepingCase } from "./cased.ts";
import { QueryError } from "./error.ts";
import { type Lexeme, lex } from "./lex.ts";
import { BINDING, SECTIONS, smallOperator } from "./operators.ts";
import { requirePlaces } from "./positional.ts";
import { readTerm, refuseWildcard } from "./term.ts";
import { readVisible } from "./visible.ts";

/** Deeper queries are refused, so that no query can exhaust the stack. */
const DEEPEST = 250;

/**
 * Reads a query. Offsets in the result count UTF-16 code units of `query`. Throws {@link QueryError} where the text
 * is not a query; nothing is ignored but invisible characters. The language and its semantics stand in docs/methods/queries.md.
 */
export function parseQuery(query: string): Query {
  return readVisible(query, (visible) => {
    const lexemes = lex(visible);
    if (lexemes.length === 0) throw new QueryError(0, "an empty query", "a word or a phrase");
    return new Parser(visible, lexemes).run();
  });
}

/** What a field or `caseSensitive` says of all that stands in it. */
interface Setting {
  field?: string;
  cased: boolean;
}

/** Pratt, "Top down operator precedence" (1973): each operator has the strength with which it binds to its left. */
class Parser {
  private at = 0;
  private depth = 0;
  private nears = 0;

  constructor(
    private readonly query: string,
    private readonly lexemes: readonly Lexeme[],
  ) {}

  run(): Query {
    const query = this.expression(0, { cased: false });
    const rest = this.lexemes[this.at];
    if (rest !== undefined) throw this.unexpected(rest);
    return query;
  }

  /** What stands here, up to an operator that binds no tighter than `binding`. */
  private expression(binding: number, setting: Setting): Query {
    if (++this.depth > DEEPEST) throw this.tooDeep();
    let left = this.operand(setting);
    for (;;) {
      const lexeme = this.lexemes[this.at];
      if (lexeme === undefined || bindingOf(lexeme) <= binding) break;
      this.at += 1;
      left = this.infix(left, lexeme, setting);
    }
    this.depth -= 1;
    return left;
  }

  private infix(left: Query, lexeme: Lexeme, setting: Setting): Query {
    const { end } = lexeme;
    if (lexeme.kind === "count") {
      requirePlaces(left, lexeme.text);
      const { least, most } = lexeme;
      return { kind: "count", least, most, term: left, start: left.start, end } satisfies CountQuery;
    }
    if (lexeme.kind !== "operator") throw this.unexpected(lexeme);
    const { operator, distance } = lexeme;
    if (operator === "OR" || operator === "AND") {
      const kind = operator === "OR" ? "or" : "and";
      return joined(kind, left, this.expression(BINDING[kind], setting));
    }
    if (operator === "NOT") {
      const term = this.expression(BINDING.not, setting);
      return joined("and", left, { kind: "not", term, start: lexeme.start, end: term.end });
    }
    if (++this.nears > DEEPEST) throw this.tooDeep();
    const right = this.expression(BINDING.near, setting);
    for (const side of [left, right]) requirePlaces(side, lexeme.text);
    const ordered = operator === "ONEAR";
    const { start } = left;
    return { kind: "near", ordered, distance, left, right, start, end: right.end } satisfies NearQuery;
  }

  private operand(setting: Setting): Query {
    const lexeme = this.lexemes[this.at];
    if (lexeme === undefined) throw this.ended();
    this.at += 1;
    switch (lexeme.kind) {
      case "term":
        return readTerm(this.query, lexeme.from, lexeme.to, lexeme, { cased: setting.cased });
      case "tag":
        return this.tag(lexeme, setting);
      case "value":
        return this.value(lexeme, setting);
      case "field":
        return this.field(lexeme, setting);
      case "open":
        return this.group(lexeme, setting);
      case "operator":
        if (lexeme.operator !== "NOT") break;
        return this.negation(lexeme, setting);
    }
    throw new QueryError(lexeme.start, shown(lexeme), "a word or a phrase");
  }

  private negation({ start }: Lexeme, setting: Setting): Query {
    const term = this.expression(BINDING.not, setting);
    return { kind: "not", term, start, end: term.end };
  }

  private group(open: Lexeme, setting: Setting): Query {
    if (this.lexemes[this.at]?.kind === "close")
      throw new QueryError(open.start, "()", "a word or a phrase between parentheses");
    const inner = this.expression(0, setting);
    const close = this.lexemes[this.at];
    if (close === undefined) {
      throw new QueryError(
        open.start,
        'an opening "("',
        'a closing ")" after it',
        "every parenthesis needs its partner",
      );
    }
    if (close.kind !== "close") throw this.unexpected(close);
    this.at += 1;
    if (partsOf(inner).length > 0) Object.assign(inner, { start: open.start, end: close.end });
    return inner;
  }

  private field(lexeme: Lexeme & { kind: "field" }, setting: Setting): Query {
    const { field, start, text } = lexeme;
    if (++this.depth > DEEPEST) throw this.tooDeep();
    if (field !== "caseSensitive" && setting.field !== undefined) {
      const advice = "close the first field before the second";
      throw new QueryError(start, `${text} inside ${setting.field}:`, "one field at a time", advice);
    }
    const inner: Setting =
      field === "caseSensitive" ? { ...setting, cased: true } : { field, cased: setting.cased };
    const next = this.lexemes[this.at];
    if (next === undefined || next.kind === "operator" || next.kind === "close" || next.kind === "count") {
      throw new QueryError(
        next?.start ?? this.query.length,
        next ? shown(next) : "the end of the query",
        `what to look for after ${text}`,
      );
    }
    const term = this.expression(BINDING.near, inner);
    this.depth -= 1;
    if (!SECTIONS.includes(field as Section)) return term;
    return { kind: "section", section: field as Section, term, start, end: this.lexemes[this.at - 1]!.end };
  }

  private value(lexeme: Lexeme & { kind: "value" }, setting: Setting): Query {
    if (setting.field === "hashtag") return this.tag(lexeme, setting);
    const form = fold(this.query.slice(lexeme.from, lexeme.to).trim()).replace(/\*{2,}/gu, "*");
    if (form === "") throw new QueryError(lexeme.start, lexeme.text, `a value of ${setting.field}:`);
    const { start, end } = lexeme;
    return { kind: "value", field: setting.field as ValueField, form, start, end } satisfies ValueQuery;
  }

  private tag(
    { from, to, text, start, end }: Lexeme & { kind: "tag" | "value" },
    setting: Setting,
  ): TagQuery {
    const written = this.query
      .slice(from, to)
      .replace(/^#/u, "")
      .replace(/\*{2,}/gu, "*");
    if (!/^(?=.*[\p{L}*?])[\p{L}\p{M}\p{Nd}_*?]+$/u.test(written)) {
      const advice = "a hashtag has letters, digits and underscores, a letter at least";
      throw new QueryError(start, text, "one hashtag", advice);
    }
    refuseWildcard(written, start);
    const cased = setting.cased ? { cased: foldKeepingCase(written) } : {};
    return { kind: "tag", form: fold(written), ...cased, start, end };
  }

  private unexpected(lexeme: Lexeme): QueryError {
    const before = this.lexemes[this.at - 1];
    if (lexeme.kind === "close")
      return new QueryError(lexeme.start, '")"', "an operator or the end of the query", 'it has no "("');
    const expected = "OR or the end of the query";
    for (const word of [lexeme, before]) {
      const operator = word?.kind === "term" ? smallOperator(word.text) : undefined;
      if (word === undefined || operator === undefined) continue;
      const advice = `write ${operator} in capitals, or put the word in quotes`;
      return new QueryError(word.start, word.text, expected, advice);
    }
    const both = before && lexeme.kind === before.kind && (lexeme.kind === "term" || lexeme.kind === "value");
    const phrase = both ? this.query.slice(before.start, lexeme.end).replaceAll('"', "") : undefined;
    const one = lexeme.kind === "value" ? "one value" : "a phrase";
    const advice =
      phrase === undefined ? "write AND or OR between" : `write "${phrase}" in quotes if it is ${one}`;
    return new QueryError(lexeme.start, shown(lexeme), expected, advice);
  }

  private ended(): QueryError {
    const before = this.lexemes.at(-1);
    const after = before?.kind === "operator" ? `after ${before.operator}` : "here";
    return new QueryError(this.query.length, "the end of the query", `a word or a phrase ${after}`);
  }

  private tooDeep(): QueryError {
    const { start } = this.lexemes[Math.min(this.at, this.lexemes.length - 1)]!;
    const expected = `at most ${DEEPEST} operators or parentheses within each other`;
    return new QueryError(
      start,
      "a query too deep",
      expected,
      "split it, or join with OR and AND on one level",
    );
  }
}

function bindingOf(lexeme: Lexeme): number {
  if (lexeme.kind === "count") return BINDING.count;
  if (lexeme.kind !== "operator") return 0;
  const { operator } = lexeme;
  if (operator === "OR") return BINDING.or;
  if (operator === "AND") return BINDING.and;
  return operator === "NOT" ? BINDING.not : BINDING.near;
}

/** `a OR b OR c` is one list of three: a long query stays flat. */
function joined(kind: "or" | "and", left: Query, right: Query): Query {
  if (left.kind === kind) {
    left.terms.push(right);
    left.end = right.end;
    return left;
  }
  return { kind, terms: [left, right], start: left.start, end: right.end };
}

function shown({ kind, text }: Lexeme): string {
  return kind === "open" || kind === "close" || kind === "count" ? `"${text}"` : text;
}
