import type { LatinReading } from "../language/latin-reading.ts";
import type { Hit } from "../query/match.ts";
import type { Part } from "../query/post.ts";
import { parsePattern } from "../query/term.ts";
import type { PlaceWords } from "../study/lexicons.ts";
import type { Region } from "../study/places.ts";
import type { Organisation } from "../study/study.ts";
import type { EvidenceList, Spot } from "./evidence.ts";
import { hitsWithin, type PatternSet, type PostHits } from "./patterns.ts";
import { placeContexts } from "./place-contexts.ts";
import { sharedNounLists } from "./place-lists.ts";
import { mentionsAmong, type PatternOwner } from "./place-mentions.ts";
import { reading } from "./setting.ts";

export interface Places {
  /** Every region named, distinct, in order of appearance, title first. */
  places: string[];
  /** The one region that the post is about, or null. */
  focus: string | null;
  /** The evidence for it. */
  source: "title" | "text" | "organisation" | "none";
}

/** The words of a post, beside their hits. */
export interface PostTexts {
  readonly title: string | null;
  readonly text: string;
  /** How its words in Latin letters are read. */
  readonly latin: LatinReading;
}

/**
 * The regions that a post names and the one that it is about.
 *
 * Where patterns overlap the longest wins, so that a region is not taken for the city that gave it its name; a noun that
 * a list of names shares belongs to each of them. A
 * mention that the study's contexts set aside as no place does not count at all; one set aside as elsewhere, or found by a
 * weak pattern, counts as named but not for the focus. The focus is the region named more often than any other in the
 * title; failing that, in the text; failing that, the region of the organisation that published the post; failing
 * that, none. Throws on a pattern that can't be read, naming the region or the context.
 */
export function placeAnnotator(
  regions: readonly Region[],
  organisations: readonly Organisation[],
  words: PlaceWords | undefined,
  set: PatternSet,
): (hits: PostHits, texts: PostTexts, sourceId: string, evidence?: EvidenceList) => Places {
  const owners: PatternOwner[] = [];
  const patterns = regions.flatMap(({ id, patterns, weak = [] }) =>
    [...patterns, ...weak].map((pattern, index) => {
      owners.push({ region: id, weak: index >= patterns.length });
      return reading(`region ${id}, pattern "${pattern}"`, () => parsePattern(pattern));
    }),
  );
  const range = set.add(patterns);
  const inLists = sharedNounLists(patterns, owners, words, set);
  const standingsOf = placeContexts(words, set);
  const regionOf = new Map(organisations.map(({ id, region }) => [id, region]));

  function read(
    hits: readonly Hit[],
    text: string,
    latin: LatinReading,
    part: Part,
    spots: Map<string, Spot[]>,
  ) {
    const named = hitsWithin(hits, range);
    const mentions = mentionsAmong([...named, ...inLists(named, hits, text)], owners);
    const standings = standingsOf(mentions, hits, text, latin);
    const counts = new Map<string, number>();
    mentions.forEach(({ region, weak, start, end }, index) => {
      if (standings[index] === "not-place") return;
      const known = spots.get(region);
      if (known === undefined) spots.set(region, [{ part, start, end }]);
      else known.push({ part, start, end });
      if (!weak && standings[index] === "named") counts.set(region, (counts.get(region) ?? 0) + 1);
    });
    return counts;
  }

  return (hits, texts, sourceId, evidence) => {
    const spots = new Map<string, Spot[]>();
    const title = read(hits.title, texts.title ?? "", texts.latin, "title", spots);
    const text = read(hits.text, texts.text, texts.latin, "text", spots);
    if (evidence !== undefined) for (const [region, found] of spots) evidence.keep("place", region, found);
    const places = [...spots.keys()];
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
