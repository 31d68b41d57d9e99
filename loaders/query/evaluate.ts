import { fold } from "../language/fold.ts";
import type { LeafQuery, Query, Section, ValueQuery } from "./ast.ts";
import { matchesGlob } from "./glob.ts";
import type { Hit } from "./match.ts";
import { nearPlaces, type Place, unionOf } from "./near.ts";
import type { Part, ReadPost } from "./post.ts";

const BOTH: readonly Part[] = ["title", "text"];
const TITLE: readonly Part[] = ["title"];
const TEXT: readonly Part[] = ["text"];
const NOWHERE: readonly Hit[] = [];

/** Where a leaf, a NEAR or an OR of them stands. */
export interface PartPlace {
  part: Part;
  place: Place;
}

/**
 * Boolean and positional operators over the hits of one post; the text itself is not read again. `numberOf` gives
 * the number of a leaf's pattern among the hits.
 */
export class Evaluation {
  private readonly hits: Record<Part, Map<number, Hit[]>>;

  constructor(
    private readonly post: ReadPost,
    private readonly numberOf: (leaf: LeafQuery) => number,
  ) {
    this.hits = { title: byPattern(post.title), text: byPattern(post.text) };
  }

  /** Whether the post, or one section of it, matches. */
  holds(query: Query, section?: Section): boolean {
    switch (query.kind) {
      case "or":
        return query.terms.some((term) => this.holds(term, section));
      case "and":
        return query.terms.every((term) => this.holds(term, section));
      case "not":
        return !this.holds(query.term, section);
      case "section":
        return this.holds(query.term, query.section);
      case "value":
        return this.hasValue(query);
      case "count": {
        const count = this.count(query.term, section);
        return count >= query.least && count <= query.most;
      }
      default:
        return partsIn(section).some((part) => this.placesIn(part, query, section).length > 0);
    }
  }

  /** How often a positional query stands in a section: places that begin at one word count once. */
  count(query: Query, section?: Section): number {
    let count = 0;
    for (const part of partsIn(section)) {
      let before = -1;
      for (const { first } of this.placesIn(part, query, section)) {
        if (first !== before) count += 1;
        before = first;
      }
    }
    return count;
  }

  /** The places of a positional query, title first. */
  places(query: Query, section?: Section): PartPlace[] {
    return partsIn(section).flatMap((part) =>
      this.placesIn(part, query, section).map((place) => ({ part, place })),
    );
  }

  /** The hits to which the query owes its match; nothing for what is absent. Empty if it does not match. */
  evidence(query: Query, section?: Section): PartPlace[] {
    switch (query.kind) {
      case "not":
      case "value":
        return [];
      case "section":
        return this.evidence(query.term, query.section);
      // What does not match has no evidence, so only AND and {N} are asked first.
      case "or":
        return query.terms.flatMap((term) => this.evidence(term, section));
      case "and":
        return this.holds(query, section) ? query.terms.flatMap((term) => this.evidence(term, section)) : [];
      case "count":
        return this.holds(query, section) ? this.places(query.term, section) : [];
      default:
        return this.places(query, section);
    }
  }

  private hasValue({ field, form }: ValueQuery): boolean {
    const value = this.post.values[field];
    return value != null && matchesGlob([...form], fold(value.trim()));
  }

  private placesIn(part: Part, query: Query, section: Section | undefined): readonly Place[] {
    switch (query.kind) {
      case "word":
      case "phrase":
      case "tag":
        return this.leafPlaces(part, query, section);
      case "or":
        return unionOf(query.terms.map((term) => this.placesIn(part, term, section)));
      case "near": {
        const left = this.placesIn(part, query.left, section);
        if (left.length === 0) return NOWHERE;
        const right = this.placesIn(part, query.right, section);
        return nearPlaces(left, right, query.distance, query.ordered);
      }
      default:
        throw new Error(`found ${query.kind} where places are asked for, expected words, OR or NEAR`);
    }
  }

  private leafPlaces(part: Part, leaf: LeafQuery, section: Section | undefined): readonly Hit[] {
    const hits = this.hits[part].get(this.numberOf(leaf)) ?? NOWHERE;
    return section === "ingress" ? hits.filter(({ end }) => end <= this.post.ingressEnd) : hits;
  }
}

function partsIn(section: Section | undefined): readonly Part[] {
  if (section === undefined) return BOTH;
  return section === "title" ? TITLE : TEXT;
}

function byPattern(hits: readonly Hit[]): Map<number, Hit[]> {
  const patterns = new Map<number, Hit[]>();
  for (const hit of hits) {
    const known = patterns.get(hit.pattern);
    if (known === undefined) patterns.set(hit.pattern, [hit]);
    else known.push(hit);
  }
  return patterns;
}
