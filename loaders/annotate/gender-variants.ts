import type { GenderLexicon, Lexicon } from "../study/lexicons.ts";
import { type GenderedPost, type GenderMention, genderAnnotator } from "./gender.ts";
import type { PatternSet, PostHits } from "./patterns.ts";

export interface VariantMention {
  readonly variant: string;
  readonly gender: GenderMention;
}

/**
 * Whom a post names under each of the lexicon's variants, in the study's order. Exceptions are the lexicon's in all.
 * Throws on a pattern that can't be read, naming list and language.
 */
export function genderVariants(
  lexicon: GenderLexicon | undefined,
  set: PatternSet,
): (hits: PostHits, post: GenderedPost) => VariantMention[] {
  const variants = Object.entries(lexicon?.variants ?? {}).map(([variant, { add, drop }]) => ({
    variant,
    genderOf: genderAnnotator(
      {
        boys: { words: changed(lexicon!.boys.words, add.boys, drop.boys), except: lexicon!.boys.except },
        girls: { words: changed(lexicon!.girls.words, add.girls, drop.girls), except: lexicon!.girls.except },
      },
      set,
    ),
  }));
  return (hits, post) => variants.map(({ variant, genderOf }) => ({ variant, gender: genderOf(hits, post) }));
}

type Words = Lexicon["words"];

function changed(words: Words, add: Words, drop: Words): Words {
  const languages = [...new Set([...Object.keys(words), ...Object.keys(add)])];
  return Object.fromEntries(
    languages.map((language) => {
      const left = (words[language] ?? []).filter((word) => !(drop[language] ?? []).includes(word));
      return [language, [...left, ...(add[language] ?? [])]];
    }),
  );
}
