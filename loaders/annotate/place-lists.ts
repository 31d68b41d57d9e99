import type { TermQuery } from "../query/ast.ts";
import { matchesGlob } from "../query/glob.ts";
import type { Hit } from "../query/match.ts";
import { parsePattern } from "../query/term.ts";
import type { PlaceWords } from "../study/lexicons.ts";
import { hitsWithin, type PatternSet } from "./patterns.ts";
import type { PatternOwner } from "./place-mentions.ts";
import { reading } from "./setting.ts";

const SENTENCE_END = /[.!?…\n]/u;

/** A region's pattern that ends in a noun which a list may share, without that noun. */
interface Headless {
  readonly owner: number;
  /** The shared nouns that the pattern could end in, by their number. */
  readonly nouns: ReadonlySet<number>;
}

/**
 * Finds the regions in lists whose names share their noun: in "в Алматинской и Жамбылской областях" the first is the
 * region, not the city. `patterns` and `owners` are those of the regions; each pattern that ends in a shared noun is
 * also looked for without it, and counts where a list goes on from it to that noun in one sentence. Adds to `owners`
 * whom the found hits name. Throws on a word that can't be read.
 */
export function sharedNounLists(
  patterns: readonly TermQuery[],
  owners: PatternOwner[],
  words: PlaceWords | undefined,
  set: PatternSet,
): (named: readonly Hit[], hits: readonly Hit[], text: string) => readonly Hit[] {
  const nouns = termsOf("shared", words?.shared ?? {});
  if (nouns.length === 0) return () => [];
  const headless: Headless[] = [];
  const short: TermQuery[] = [];
  patterns.forEach((pattern, index) => {
    if (pattern.kind !== "phrase") return;
    const ending = [...pattern.words.at(-1)!.form];
    const own = nouns.flatMap((noun, number) =>
      noun.kind === "word" && matchesGlob(ending, noun.form.replace("*", "")) ? [number] : [],
    );
    if (own.length === 0) return;
    const kept = pattern.words.slice(0, -1);
    const { region, weak } = owners[index]!;
    short.push(kept.length === 1 ? kept[0]! : { ...pattern, words: kept });
    headless.push({ owner: owners.push({ region, weak, apart: 1 }) - 1, nouns: new Set(own) });
  });
  const shortRange = set.add(short);
  const nounRange = set.add(nouns);
  const joinRange = set.add(termsOf("and", words!.and));
  return (named, hits, text) => {
    const found = hitsWithin(hits, shortRange);
    if (found.length === 0) return [];
    const joins = new Set(hitsWithin(hits, joinRange).map(({ first }) => first));
    const ends = new Map<number, number>();
    for (const { first, last } of [...named, ...found]) ends.set(first, Math.max(last, ends.get(first) ?? 0));
    const nounHits = hitsWithin(hits, nounRange);
    return found.flatMap((hit) => {
      const { owner, nouns: own } = headless[hit.pattern]!;
      const starts = new Map(
        nounHits.flatMap(({ pattern, first, start }) => (own.has(pattern) ? [[first, start] as const] : [])),
      );
      const noun = nounAfter(hit, joins, ends, starts);
      if (noun === undefined || SENTENCE_END.test(text.slice(hit.end, noun))) return [];
      return [{ ...hit, pattern: owner }];
    });
  };
}

function termsOf(list: string, byLanguage: PlaceWords["and"]): TermQuery[] {
  return Object.entries(byLanguage).flatMap(([language, words]) =>
    words.map((word) => reading(`places, ${list} in ${language}, "${word}"`, () => parsePattern(word))),
  );
}

/** Where the noun stands that ends the list which a hit begins. */
function nounAfter(
  { last }: Hit,
  joins: ReadonlySet<number>,
  ends: ReadonlyMap<number, number>,
  nouns: ReadonlyMap<number, number>,
): number | undefined {
  for (let at = last + 1; ; ) {
    const noun = nouns.get(at);
    if (noun !== undefined) return noun;
    const end = ends.get(at);
    // The last name of the list may have been found together with the noun.
    if (end !== undefined) at = end > at && nouns.has(end) ? end : end + 1;
    else if (joins.has(at)) at += 1;
    else return undefined;
  }
}
