import type { AndQuery, CountQuery, Query, SectionQuery } from "../ast.ts";
import { parseQuery } from "../parse.ts";
import type { Dialect, Effect, ExportWarning, Note, Said } from "./dialect.ts";
import { said, unsaid } from "./dialect.ts";

export interface ExportedQuery {
  /** In the platform's syntax; undefined where nothing of the query can be said there. */
  text: string | undefined;
  /** In the query's order. */
  warnings: ExportWarning[];
}

/**
 * A query in another platform's syntax. What can't be said there is left out or written more widely, and each such
 * place is a warning that tells whether the platform then finds more or fewer posts. Throws `QueryError` on what is
 * not a query.
 */
export function exportQuery(text: string, dialect: Dialect): ExportedQuery {
  const writer = new Writer(text, dialect);
  const written = writer.say(parseQuery(text), false);
  if ("unsaid" in written) {
    writer.warnings.push({
      position: 0,
      message: `nothing is left of it: ${written.unsaid}`,
      effect: "fewer posts",
    });
  }
  return {
    text: "text" in written ? withoutOuterParentheses(written.text) : undefined,
    warnings: writer.warnings.sort((a, b) => a.position - b.position),
  };
}

/** Several queries, such as one per language, as one: a post is found if any of them finds it. */
export function joinExported(texts: readonly (string | undefined)[]): string | undefined {
  const present = texts.filter((text) => text !== undefined);
  if (present.length <= 1) return present[0];
  return present.map((text) => `(${text})`).join(" OR ");
}

class Writer {
  readonly warnings: ExportWarning[] = [];

  constructor(
    private readonly source: string,
    private readonly dialect: Dialect,
  ) {}

  say(query: Query, negated: boolean): Said {
    const { dialect } = this;
    const note = this.noteAt(query.start, negated);
    if (this.source.slice(query.start, query.end).match(/ё/iu) && isLeaf(query))
      note("ё is written as е: where the platform tells them apart, add the other spelling", "fewer posts");
    switch (query.kind) {
      case "word":
        return dialect.word(query, note);
      case "phrase":
        return dialect.phrase(query.words, note);
      case "tag":
        return dialect.tag(query, note);
      case "value":
        return dialect.value(query, note);
      case "near":
        return dialect.near(query, (side) => this.say(side, negated), note);
      case "count":
        return this.counted(query, negated);
      case "section":
        return this.inSection(query, negated);
      case "not":
        return this.all([query], negated);
      case "or":
        return this.any(query.terms, negated);
      case "and":
        return this.all(query.terms, negated);
    }
  }

  private any(terms: readonly Query[], negated: boolean): Said {
    const parts = this.sayable(terms, negated, "fewer posts");
    if ("unsaid" in parts) return parts;
    return said(parts.length === 1 ? parts[0]! : `(${parts.join(" OR ")})`);
  }

  private all(terms: AndQuery["terms"], negated: boolean): Said {
    const needed = terms.filter(({ kind }) => kind !== "not");
    const excluded = terms.flatMap((term) => (term.kind === "not" ? [term.term] : []));
    const [must, mustNot] = [
      this.sayable(needed, negated, "more posts"),
      this.sayable(excluded, !negated, "fewer posts"),
    ];
    const without = "unsaid" in mustNot ? [] : mustNot;
    if (needed.length > 0 && "unsaid" in must) return must;
    const words = "unsaid" in must ? [] : must;
    if (words.length === 0) {
      if ("unsaid" in mustNot) return mustNot;
      const { everything } = this.dialect;
      if (everything === undefined)
        return unsaid(`${this.dialect.title} needs a word that must be there beside NOT`);
      words.push(everything);
    } else if ("unsaid" in mustNot && excluded.length > 0) {
      this.noteAt(excluded[0]!.start, negated)(`NOT is left out: ${mustNot.unsaid}`, "more posts");
    }
    const text = [words.join(" AND "), ...without].join(` ${this.dialect.not} `);
    return said(words.length + without.length === 1 ? text : `(${text})`);
  }

  /** The parts that can be said; each of the others is a warning, unless there is no other. */
  private sayable(terms: readonly Query[], negated: boolean, effect: Effect): string[] | { unsaid: string } {
    const parts: string[] = [];
    const lost: { position: number; reason: string }[] = [];
    for (const term of terms) {
      const written = this.say(term, negated);
      if ("text" in written) parts.push(written.text);
      else lost.push({ position: term.start, reason: written.unsaid });
    }
    if (parts.length === 0) return { unsaid: lost[0]?.reason ?? "nothing is asked for" };
    for (const { position, reason } of lost) this.noteAt(position, negated)(`left out: ${reason}`, effect);
    return [...new Set(parts)];
  }

  private counted({ term, least, most }: CountQuery, negated: boolean): Said {
    const { title } = this.dialect;
    const note = this.noteAt(term.start, negated);
    if (least > 1 || most !== Number.POSITIVE_INFINITY)
      note(
        `{${least}${most === Number.POSITIVE_INFINITY ? "" : `,${most}`}}: ${title} does not count; once is enough there`,
        "more posts",
      );
    return this.say(term, negated);
  }

  private inSection({ section, term, start }: SectionQuery, negated: boolean): Said {
    const inner = this.say(term, negated);
    if ("unsaid" in inner) return inner;
    const note = this.noteAt(start, negated);
    const text = this.dialect.section(section, inner.text, note);
    if (text !== undefined) return said(text);
    note(
      `${section}: is not a field that ${this.dialect.title} documents; searched everywhere`,
      "more posts",
    );
    return inner;
  }

  private noteAt(position: number, negated: boolean): Note {
    return (message, effect = "other posts") => {
      this.warnings.push({ position, message, effect: negated ? opposite(effect) : effect });
    };
  }
}

function isLeaf({ kind }: Query): boolean {
  return kind === "word" || kind === "phrase" || kind === "tag";
}

function opposite(effect: Effect): Effect {
  if (effect === "other posts") return effect;
  return effect === "more posts" ? "fewer posts" : "more posts";
}

/** `(a OR b)` without its parentheses, if they are one pair. Quoted parentheses are not counted. */
function withoutOuterParentheses(text: string): string {
  if (!text.startsWith("(") || !text.endsWith(")")) return text;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"' && text[at - 1] !== "\\") quoted = !quoted;
    else if (!quoted && sign === "(") depth += 1;
    else if (!quoted && sign === ")") depth -= 1;
    if (depth === 0 && at < text.length - 1) return text;
  }
  return text.slice(1, -1);
}
