import { type LatinReading, latinReadingOf } from "../language/latin-reading.ts";
import type { LeafQuery, Query } from "./ast.ts";
import { compile } from "./compile.ts";
import type { PartPlace } from "./evaluate.ts";
import type { HitColumns } from "./hit-columns.ts";
import type { Hit, Matcher } from "./match.ts";
import type { Place } from "./near.ts";
import { ingressEndOf, type Part, type Post, type ReadPost } from "./post.ts";
import { QueryPlan } from "./query-plan.ts";
import { Vocabulary } from "./vocabulary.ts";
import { WordStream } from "./word-stream.ts";

/** A word, phrase or hashtag of a query, and where it stands in the post. */
export interface Evidence {
  leaf: LeafQuery;
  part: Part;
  /** Offsets in the title or in the text. */
  start: number;
  end: number;
}

export interface QueryMatch {
  /** Index among the compiled queries. */
  query: number;
  /** In the query's order; empty where it matches by what is absent or by a field alone. */
  evidence: Evidence[];
}

/** Compiles whole queries into one matcher, which reads title and text of a post once each, whatever their number. */
export function compileQueries(queries: readonly Query[], vocabulary = new Vocabulary()): QueryMatcher {
  return new QueryMatcher(queries, vocabulary);
}

export class QueryMatcher {
  readonly plan: QueryPlan;
  readonly matcher: Matcher;
  private readonly stream: WordStream;

  constructor(
    private readonly queries: readonly Query[],
    vocabulary: Vocabulary,
  ) {
    this.plan = new QueryPlan(queries);
    this.matcher = compile(this.plan.leaves, vocabulary);
    this.stream = new WordStream(vocabulary, this.matcher.filter);
  }

  /** The hits of all queries in a post. */
  read({ title, text, script, values = {} }: Post): ReadPost {
    const reading = latinReadingOf(values.language, script);
    return {
      title: title == null ? [] : this.hits(title, reading),
      text: this.hits(text, reading),
      ingressEnd: ingressEndOf(text),
      values,
    };
  }

  /** Elementary steps so far: units read, words and patterns compared, places made. */
  get steps(): number {
    return this.stream.steps + this.matcher.steps + this.plan.runner.steps;
  }

  private hits(text: string, reading: LatinReading): readonly Hit[] {
    this.stream.read(text);
    return this.matcher.match(this.stream, reading);
  }

  /** The indices of the queries that match a post, ascending. */
  matching({ title, text, script, values = {} }: Post): number[] {
    const { marks } = this.plan;
    const reading = latinReadingOf(values.language, script);
    marks.title.count = 0;
    if (title != null) this.find(title, marks.title, reading);
    this.find(text, marks.text, reading);
    return this.plan.matchingMarks(ingressEndOf(text), values);
  }

  private find(text: string, hits: HitColumns, reading: LatinReading): void {
    this.stream.read(text);
    this.matcher.find(this.stream, hits, reading);
  }

  /** The queries that match a post, each with the words to which it owes that. */
  match(post: Post): QueryMatch[] {
    const read = this.read(post);
    const evaluation = this.plan.evaluate(read);
    return this.plan.matching(read).map((query) => ({
      query,
      evidence: this.evidence(evaluation.evidence(this.queries[query]!)),
    }));
  }

  private evidence(places: readonly PartPlace[]): Evidence[] {
    const found = new Map<string, Evidence>();
    for (const { part, place } of places) {
      for (const { pattern, start, end } of hitsOf(place)) {
        const leaf = this.plan.leaves[pattern!]!;
        found.set(`${part} ${pattern} ${start}`, { leaf, part, start, end });
      }
    }
    return [...found.values()];
  }
}

/** The hits that a place is made of. */
function hitsOf(place: Place): Place[] {
  return place.sides === undefined ? [place] : place.sides.flatMap(hitsOf);
}
