import type { TermQuery } from "../query/ast.ts";
import { parsePattern } from "../query/term.ts";
import type { GenderLexicon, Lexicon } from "../study/lexicons.ts";
import type { EvidenceList, Spot } from "./evidence.ts";
import { covers, hitsWithin, type PatternSet, type PostHits } from "./patterns.ts";
import { reading } from "./setting.ts";

export type GenderMention = "boys" | "girls" | "both" | "none";

/**
 * Whom of the children a post names: boys, girls, both or none, by the words of the study's lexicon. A word does
 * not count where an `except` pattern of the same list covers it. Without a lexicon every post is `none`.
 * Throws on a pattern that can't be read, naming list and language.
 */
export function genderAnnotator(
  lexicon: GenderLexicon | undefined,
  set: PatternSet,
): (hits: PostHits, evidence?: EvidenceList) => GenderMention {
  if (lexicon === undefined) return () => "none";
  const namesBoys = mentionFinder("boys", lexicon.boys, set);
  const namesGirls = mentionFinder("girls", lexicon.girls, set);
  return (hits, evidence) => {
    const boys = namesBoys(hits);
    const girls = namesGirls(hits);
    evidence?.keep("gender", "boys", boys);
    evidence?.keep("gender", "girls", girls);
    if (boys.length > 0 && girls.length > 0) return "both";
    if (boys.length > 0) return "boys";
    return girls.length > 0 ? "girls" : "none";
  };
}

function mentionFinder(list: string, lexicon: Lexicon, set: PatternSet): (hits: PostHits) => Spot[] {
  const words = set.add(patternsOf(`gender, words for ${list}`, lexicon.words));
  const exceptions = set.add(patternsOf(`gender, exceptions for ${list}`, lexicon.except));
  return (post) =>
    (["title", "text"] as const).flatMap((part) => {
      const mentions = hitsWithin(post[part], words);
      if (mentions.length === 0) return [];
      const cancelling = hitsWithin(post[part], exceptions);
      return mentions
        .filter((mention) => !cancelling.some((exception) => covers(exception, mention)))
        .map(({ start, end }) => ({ part, start, end }));
    });
}

function patternsOf(place: string, byLanguage: Lexicon["words"]): TermQuery[] {
  return Object.entries(byLanguage).flatMap(([language, patterns]) =>
    patterns.map((pattern) => reading(`${place} in ${language}, "${pattern}"`, () => parsePattern(pattern))),
  );
}
