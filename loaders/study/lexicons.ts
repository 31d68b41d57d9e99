import type { Localised, Remark } from "./study.ts";

/** Something that posts are searched for: a topic, a barrier, a programme, a disability. */
export interface Concept {
  readonly id: string;
  readonly title: Localised;
  readonly note?: Remark;
  /** One query per language, such as `flood* OR "high water*"`. A post matches if any does. */
  readonly query: Localised;
  /** A broader query per language, which validation casts to find what `query` misses. */
  readonly net?: Localised;
}

export interface Lexicon {
  /** Wildcard words and phrases, per language. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** A hit of `words` does not count where one of these covers it. */
  readonly except: Readonly<Record<string, readonly string[]>>;
}

export interface GenderLexicon {
  readonly boys: Lexicon;
  readonly girls: Lexicon;
  /** Other choices of words, by id, to see what hangs on the choice; absent where the study gives none. */
  readonly variants?: Readonly<Record<string, GenderVariant>>;
}

/** What a variant adds to the lexicon and what it leaves out of it, by language. */
export interface GenderVariant {
  readonly add: Readonly<Record<"boys" | "girls", Lexicon["words"]>>;
  readonly drop: Readonly<Record<"boys" | "girls", Lexicon["words"]>>;
}

/** Words that carry a tone, by language of the posts. */
export type ToneLexicon = Readonly<Record<string, ToneWords>>;

/** All lists hold wildcard words and phrases. */
export interface ToneWords {
  readonly positive: readonly string[];
  readonly negative: readonly string[];
  /** Turn the toned word that follows into its opposite. */
  readonly negationBefore: readonly string[];
  /** Turn the toned word that they follow into its opposite. */
  readonly negationAfter: readonly string[];
  /** Most words between a negation, or an intensifier, and its word. */
  readonly window: number;
  readonly intensifiers: readonly string[];
  /** A hit of any other list does not count where one of these covers it. */
  readonly except: readonly string[];
}

/** What may stand about the name of a place; all by language. `{*}` in a pattern is the place's name. */
export interface PlaceWords {
  /** The name is a street's, a school's or a person's, and no place is meant. */
  readonly notPlace: Readonly<Record<string, readonly string[]>>;
  /** The place is named, and the post is about another. */
  readonly elsewhere: Readonly<Record<string, readonly string[]>>;
  /** Words that join two names to a list. */
  readonly and: Readonly<Record<string, readonly string[]>>;
  /** Nouns that all names of a list share: `regions` in "A and B regions". */
  readonly shared?: Readonly<Record<string, readonly string[]>>;
}
