import { type LeafQuery, partsOf, type Query, type Section } from "./ast.ts";
import { QueryMatcher } from "./compile-queries.ts";
import type { Evaluation } from "./evaluate.ts";
import { parseQuery } from "./parse.ts";
import type { Part, Post } from "./post.ts";
import { Vocabulary } from "./vocabulary.ts";

/** One part of a query and what became of it in a post. */
export interface Explanation {
  /** As it stands in the query. */
  query: string;
  matched: boolean;
  /** Why, in a sentence. */
  reason: string;
  /** Where a word, a phrase, a NEAR or a count of them stands; offsets in the title or in the text. */
  found: { part: Part; start: number; end: number; text: string }[];
  parts: Explanation[];
}

/** Which words of a query match where in a post, and why it does not. Throws `QueryError` on what is not a query. */
export function explain(text: string, post: Post): Explanation {
  const query = parseQuery(text);
  const matcher = new QueryMatcher([query], new Vocabulary());
  return new Explainer(text, post, matcher.plan.evaluate(matcher.read(post))).explain(query);
}

class Explainer {
  constructor(
    private readonly text: string,
    private readonly post: Post,
    private readonly evaluation: Evaluation,
  ) {}

  explain(query: Query, section?: Section): Explanation {
    const inner = query.kind === "section" ? query.section : section;
    const matched = this.evaluation.holds(query, section);
    return {
      query: this.written(query),
      matched,
      reason: this.reason(query, matched, inner),
      found: this.found(query, inner),
      parts: partsOf(query).map((part) => this.explain(part, inner)),
    };
  }

  /** As it stands in the query; a value with its field, which may stand before a parenthesis. */
  private written(query: Query): string {
    const text = this.text.slice(query.start, query.end);
    return query.kind === "value" ? `${query.field}:${text}` : text;
  }

  private found(query: Query, section: Section | undefined): Explanation["found"] {
    if (!["word", "phrase", "tag", "near"].includes(query.kind)) return [];
    return this.evaluation.places(query, section).map(({ part, place: { start, end } }) => {
      const text = (part === "title" ? this.post.title! : this.post.text).slice(start, end);
      return { part, start, end, text };
    });
  }

  private reason(query: Query, matched: boolean, section: Section | undefined): string {
    const where = section === undefined ? "the post" : `the ${section}`;
    switch (query.kind) {
      case "word":
      case "phrase":
      case "tag":
        return matched ? `stands in ${where}` : this.absent(query, section, where);
      case "or":
        return matched ? "one of its parts matches" : "none of its parts matches";
      case "and":
        return matched ? "all of its parts match" : "not all of its parts match";
      case "not":
        return matched ? "what it excludes is not there" : "what it excludes is there";
      case "section":
        return `only ${where} counts`;
      case "count":
        return this.counted(query.term, query.least, query.most, section);
      case "value": {
        const value = this.post.values?.[query.field];
        if (value == null) return `the post has no ${query.field}`;
        return `${query.field} is "${value}"`;
      }
      case "near":
        return matched ? `at most ${words(query.distance)} between` : this.apart(query, section);
    }
  }

  private absent(query: Query, section: Section | undefined, where: string): string {
    if (section !== undefined && this.evaluation.holds(query)) return `is in the post, but not in ${where}`;
    if (query.kind !== "word" && query.kind !== "phrase" && query.kind !== "tag") return `is not in ${where}`;
    const reason = `is not in ${where}`;
    if (hasCase(query) && this.stands(withoutCase(query), section))
      return `${reason} as written: it stands there in another case`;
    if (query.kind !== "phrase") return reason;
    const [there, missing] = [true, false].map((wanted) =>
      query.words.filter((word) => this.stands(word, section) === wanted).map((word) => this.written(word)),
    ) as [string[], string[]];
    if (missing.length === 0) return `${reason}: all its words stand there, but not one after the other`;
    if (there.length === 0) return `${reason}: none of its words stands there`;
    return `${reason}: ${there.join(", ")} ${there.length === 1 ? "stands" : "stand"} there, ${missing.join(", ")} ${missing.length === 1 ? "does" : "do"} not`;
  }

  /** Whether a word that the query has only as a part of another stands in the post. */
  private stands(leaf: LeafQuery, section: Section | undefined): boolean {
    const asked: Query =
      section === undefined
        ? leaf
        : { kind: "section", section, term: leaf, start: leaf.start, end: leaf.end };
    return new QueryMatcher([asked], new Vocabulary()).matching(this.post).length > 0;
  }

  private counted(term: Query, least: number, most: number, section: Section | undefined): string {
    const limit = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`;
    return `found ${this.evaluation.count(term, section)}, asked for ${limit}`;
  }

  private apart(query: Query & { kind: "near" }, section: Section | undefined): string {
    const { left, right, distance, ordered } = query;
    for (const side of [left, right]) {
      if (!this.evaluation.holds(side, section))
        return `${this.text.slice(side.start, side.end)} is not there`;
    }
    const wider = (kept: boolean): Query => ({ ...query, distance: Number.MAX_SAFE_INTEGER, ordered: kept });
    if (ordered && this.evaluation.holds({ ...query, ordered: false }, section))
      return "they stand in the other order";
    if (!this.evaluation.holds(wider(ordered), section)) {
      return this.evaluation.holds(wider(false), section)
        ? "they stand in the other order"
        : "they stand in title and text, or share words";
    }
    let nearest = Number.POSITIVE_INFINITY;
    for (const { place } of this.evaluation.places(wider(ordered), section)) {
      const [one, other] = place.sides!;
      nearest = Math.min(nearest, other.first - one.last - 1);
    }
    return `the nearest have ${words(nearest)} between, at most ${distance} may be`;
  }
}

function hasCase(leaf: LeafQuery): boolean {
  return leaf.kind === "phrase" ? leaf.words.some(hasCase) : leaf.cased !== undefined;
}

function withoutCase(leaf: LeafQuery): LeafQuery {
  if (leaf.kind === "phrase")
    return { ...leaf, words: leaf.words.map((word) => ({ ...word, cased: undefined })) };
  return { ...leaf, cased: undefined };
}

function words(count: number): string {
  return count === 1 ? "1 word" : `${count} words`;
}
