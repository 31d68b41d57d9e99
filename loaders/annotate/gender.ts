import { isKazakhPatronymic } from "../language/patronymic.ts";
import type { Hit } from "../query/match.ts";
import { parsePattern } from "../query/term.ts";
import type { GenderLexicon, Lexicon } from "../study/lexicons.ts";
import { slotOf } from "../study/place-context.ts";
import type { EvidenceList, Spot } from "./evidence.ts";
import { covers, hitsWithin, type PatternRange, type PatternSet, type PostHits } from "./patterns.ts";
import { reading } from "./setting.ts";

export type GenderMention = "boys" | "girls" | "both" | "none";

/** The words of a post and its language, beside its hits. */
export interface GenderedPost {
  readonly title: string | null;
  readonly text: string;
  readonly language?: string;
}

/**
 * Whom of the children a post names: boys, girls, both or none, by the words of the study's lexicon. The words of a
 * language count in posts of that language, and in posts of none that the lexicon has (mixed, other). A word does not
 * count where an `except` pattern of the same list covers it, nor where it is a Kazakh patronymic. Without a lexicon every
 * post is `none`. Throws on a pattern that can't be read, naming list and language.
 */
export function genderAnnotator(
  lexicon: GenderLexicon | undefined,
  set: PatternSet,
): (hits: PostHits, post: GenderedPost, evidence?: EvidenceList) => GenderMention {
  if (lexicon === undefined) return () => "none";
  const namesBoys = mentionFinder("boys", lexicon.boys, set);
  const namesGirls = mentionFinder("girls", lexicon.girls, set);
  const languages = new Set(
    [lexicon.boys, lexicon.girls].flatMap(({ words }) => Object.keys(words).map(languageOf)),
  );
  return (hits, post, evidence) => {
    const language = languages.has(post.language ?? "") ? post.language : undefined;
    const boys = namesBoys(hits, post, language);
    const girls = namesGirls(hits, post, language);
    evidence?.keep("gender", "boys", boys);
    evidence?.keep("gender", "girls", girls);
    if (boys.length > 0 && girls.length > 0) return "both";
    if (boys.length > 0) return "boys";
    return girls.length > 0 ? "girls" : "none";
  };
}

/** The patterns of one language of a list. */
interface Words {
  readonly language: string;
  readonly words: PatternRange;
  /** By pattern: how many of its words are only company, before and after the word in braces. */
  readonly company: readonly (readonly [before: number, after: number])[];
  readonly except: PatternRange;
}

function mentionFinder(
  list: string,
  lexicon: Lexicon,
  set: PatternSet,
): (hits: PostHits, post: GenderedPost, language: string | undefined) => Spot[] {
  const languages = [...new Set([...Object.keys(lexicon.words), ...Object.keys(lexicon.except)])];
  const all = languages.map((language): Words => {
    const words = lexicon.words[language] ?? [];
    const place = `gender, words for ${list} in ${language}`;
    const exceptions = lexicon.except[language] ?? [];
    return {
      language: languageOf(language),
      words: set.add(words.map((pattern) => termOf(place, pattern))),
      company: words.map(companyOf),
      except: set.add(
        exceptions.map((pattern) => termOf(`gender, exceptions for ${list} in ${language}`, pattern)),
      ),
    };
  });
  return (hits, post, language) => {
    const counting = all.filter((one) => language === undefined || one.language === language);
    return (["title", "text"] as const).flatMap((part) => {
      const mentions = counting.flatMap(({ words, company }) =>
        hitsWithin(hits[part], words).map((hit) => narrowed(hit, company[hit.pattern]!)),
      );
      if (mentions.length === 0) return [];
      const cancelling = counting.flatMap(({ except }) => hitsWithin(hits[part], except));
      const text = (part === "title" ? post.title : post.text) ?? "";
      return mentions
        .filter((mention) => !cancelling.some((exception) => covers(exception, mention)))
        .filter(({ start }) => !isKazakhPatronymic(text, start))
        .map(({ start, end }) => ({ part, start, end }));
    });
  };
}

function termOf(place: string, pattern: string) {
  return reading(`${place}, "${pattern}"`, () => parsePattern(pattern));
}

/** `kk-Latn` is Kazakh. */
function languageOf(tag: string): string {
  return tag.split("-")[0]!;
}

/** In "оның {ұлы}" only the word in braces is a mention, which an exception may cover; the evidence keeps both. */
function companyOf(pattern: string): [before: number, after: number] {
  const slot = slotOf(pattern);
  if (slot === undefined) return [0, 0];
  const wordsIn = (written: string) => (written === "" ? 0 : written.split(/\s+/u).length);
  return [wordsIn(slot.before), wordsIn(slot.after)];
}

function narrowed(hit: Hit, [before, after]: readonly [number, number]): Hit {
  if (before === 0 && after === 0) return hit;
  return { ...hit, first: hit.first + before, last: hit.last - after };
}
