import type { TermQuery } from "../query/ast.ts";
import type { Hit } from "../query/match.ts";
import { parsePattern } from "../query/term.ts";
import type { Organisation, Region } from "../study/types.ts";
import { hitsWithin, type PatternSet, type PostHits } from "./patterns.ts";
import { reading } from "./setting.ts";

export interface Places {
  /** Every region named, distinct, in order of appearance, title first. */
  places: string[];
  /** The one region that the post is about, or null. */
  focus: string | null;
  /** The evidence for it. */
  source: "title" | "text" | "organisation" | "none";
}

/**
 * The regions that a post names and the one that it is about.
 *
 * Where patterns overlap the longest wins (in words, then in characters), so that a region is not taken for the
 * city that gave it its name. The focus is the region named more often than any other in the title; failing that,
 * in the text; failing that, the region of the organisation that published the post; failing that, none.
 * Throws on a pattern that can't be read, naming the region.
 */
export function placeAnnotator(
  regions: readonly Region[],
  organisations: readonly Organisation[],
  set: PatternSet,
): (hits: PostHits, sourceId: string) => Places {
  const owners: string[] = [];
  const patterns: TermQuery[] = [];
  for (const region of regions) {
    for (const pattern of region.patterns) {
      patterns.push(reading(`region ${region.id}, pattern "${pattern}"`, () => parsePattern(pattern)));
      owners.push(region.id);
    }
  }
  const range = set.add(patterns);
  const regionOf = new Map(organisations.map(({ id, region }) => [id, region]));
  return (hits, sourceId) => {
    const title = mentions(hitsWithin(hits.title, range), owners);
    const text = mentions(hitsWithin(hits.text, range), owners);
    const places = [...new Set([...title.keys(), ...text.keys()])];
    const inTitle = mostNamed(title);
    if (inTitle !== null) return { places, focus: inTitle, source: "title" };
    const inText = mostNamed(text);
    if (inText !== null) return { places, focus: inText, source: "text" };
    const home = regionOf.get(sourceId);
    return home === undefined
      ? { places, focus: null, source: "none" }
      : { places, focus: home, source: "organisation" };
  };
}

/** How often each region is named, in order of first appearance. */
function mentions(hits: Hit[], owners: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { pattern } of longest(hits, owners)) {
    const region = owners[pattern]!;
    counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  return counts;
}

/** Hits that no longer hit overlaps, in order of place. The same words may name two regions: then both are named. */
function longest(hits: Hit[], owners: readonly string[]): Hit[] {
  if (hits.length < 2) return hits;
  const distinct = new Map(hits.map((hit) => [`${hit.first} ${hit.last} ${owners[hit.pattern]}`, hit]));
  const bySize = [...distinct.values()].sort(
    (a, b) =>
      b.last - b.first - (a.last - a.first) || b.end - b.start - (a.end - a.start) || a.first - b.first,
  );
  const taken = new Map<number, Hit>();
  const kept = bySize.filter((hit) => {
    for (let word = hit.first; word <= hit.last; word++) {
      const other = taken.get(word);
      if (other !== undefined && (other.first !== hit.first || other.last !== hit.last)) return false;
    }
    for (let word = hit.first; word <= hit.last; word++) taken.set(word, hit);
    return true;
  });
  return kept.sort((a, b) => a.first - b.first);
}

/** The region named more often than every other, or null. */
function mostNamed(counts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [region, count] of counts) {
    if (count === most) best = null;
    if (count > most) {
      best = region;
      most = count;
    }
  }
  return best;
}
