import type { TermQuery } from "../query/ast.ts";
import { parsePattern } from "../query/term.ts";
import type { GenderLexicon, Lexicon } from "../study/types.ts";
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
): (hits: PostHits) => GenderMention {
  if (lexicon === undefined) return () => "none";
  const namesBoys = mentionFinder("boys", lexicon.boys, set);
  const namesGirls = mentionFinder("girls", lexicon.girls, set);
  return (hits) => {
    const boys = namesBoys(hits);
    const girls = namesGirls(hits);
    if (boys && girls) return "both";
    if (boys) return "boys";
    return girls ? "girls" : "none";
  };
}

function mentionFinder(list: string, lexicon: Lexicon, set: PatternSet): (hits: PostHits) => boolean {
  const words = set.add(patternsOf(`gender, words for ${list}`, lexicon.words));
  const exceptions = set.add(patternsOf(`gender, exceptions for ${list}`, lexicon.except));
  return ({ title, text }) =>
    [title, text].some((hits) => {
      const mentions = hitsWithin(hits, words);
      if (mentions.length === 0) return false;
      const cancelling = hitsWithin(hits, exceptions);
      return mentions.some((mention) => !cancelling.some((exception) => covers(exception, mention)));
    });
}

function patternsOf(place: string, byLanguage: Lexicon["words"]): TermQuery[] {
  return Object.entries(byLanguage).flatMap(([language, patterns]) =>
    patterns.map((pattern) => reading(`${place} in ${language}, "${pattern}"`, () => parsePattern(pattern))),
  );
}
