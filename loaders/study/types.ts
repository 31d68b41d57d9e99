import type { Collecting } from "./collecting.ts";

/**
 * What a study is, once read and checked: whom it listens to, in which window and words, by which regions
 * and with which sources. Every stage reads this and nothing else about the study.
 */

/** A text per BCP-47 language, such as `{en: "Flood", pt: "Enchente"}`. At least one language is there. */
export type Localised = Readonly<Record<string, string>>;

export interface Study {
  /** The folder that holds `study/`, `raw/` and `derived/`. */
  readonly home: string;
  readonly id: string;
  readonly title: Localised;
  /** True where the posts were generated, not collected: the report says so on each page. */
  readonly synthetic: boolean;
  /** ISO dates in the study's time zone; both days belong to the window. */
  readonly window: { readonly from: string; readonly to: string };
  /** IANA name, such as `Europe/Paris`. */
  readonly timeZone: string;
  /** Languages of the posts that the queries are written in. */
  readonly languages: readonly string[];
  /** Languages of the report; the first is the default. */
  readonly reportLanguages: readonly string[];
  /** Disclosure threshold: a published count is 0 or at least this. */
  readonly threshold: number;
  /** Least Jaccard index of 3-word shingles at which two posts tell one story, above 0 and at most 1. */
  readonly stories: { readonly threshold: number };
  /** What may be published beside counts: the texts of the register's organisations, or none. */
  readonly publish: { readonly organisation_posts: boolean };
  /** E-mail address for questions about the study. */
  readonly contact: string;
  readonly citation: Citation;
  readonly corpora: readonly Category[];
  readonly scopes: readonly Category[];
  readonly questions: readonly Question[];
  readonly platforms: readonly Platform[];
  readonly captures: readonly Capture[];
  /** What is recorded beside the capture files of how they were exported. */
  readonly exports?: readonly ExportRecord[];
  /** What `collect` fetches; absent where captures are brought in by hand. */
  readonly collect?: Collecting;
  readonly topics: readonly Concept[];
  readonly barriers: readonly Concept[];
  readonly programmes: readonly Concept[];
  readonly disabilities: readonly Concept[];
  readonly gender?: GenderLexicon;
  readonly tone?: ToneLexicon;
  readonly placeWords?: PlaceWords;
  readonly regions: readonly Region[];
  readonly mapUnits: readonly MapUnit[];
  readonly boundaries?: Boundaries;
  readonly organisations: readonly Organisation[];
  /** Where news sites and blogs are at home; absent where the study lists none. */
  readonly outlets?: readonly Outlet[];
  /** What happened in the window that a reader of a trend must know; absent where the study lists nothing. */
  readonly events?: readonly StudyEvent[];
  readonly sources: readonly Source[];
  /** Terms and what they mean; absent where the study has none. */
  readonly glossary?: readonly Category[];
}

/** A stretch of days, such as a loss of connectivity: marked on trends, and left out in their sensitivity. */
export interface StudyEvent {
  readonly id: string;
  readonly title: Localised;
  /** ISO dates; both days belong to it. */
  readonly from: string;
  readonly to: string;
  readonly note?: string;
}

/** Where a study gives no threshold for its stories: tuned on pairs of real texts, docs/methods/stories.md. */
export const defaultStoryThreshold = 0.4;

/** How to cite the report. */
export interface Citation {
  readonly authors: readonly string[];
  readonly publisher?: string;
  /** ISO date of the edition. */
  readonly issued?: string;
  readonly licence?: string;
  /** The published site's address: canonical links and shared cards need it. */
  readonly url?: string;
}

/** A corpus, a scope or a term of the glossary. */
export interface Category {
  readonly id: string;
  readonly title: Localised;
  readonly description: Localised;
}

/** An evaluation question and the group that it is asked about. */
export interface Question {
  readonly id: string;
  readonly text: Localised;
  readonly stakeholder: Localised;
}

export interface Platform {
  readonly id: string;
  readonly title: Localised;
  /** Host names (`example.com`, with its subdomains), suffixes (`.blog.example`), or `*` for every other host. */
  readonly hosts: readonly string[];
  /** Share of the country's users who use it, 0 to 1, and the id of the source that says so. */
  readonly market_share?: { readonly value: number; readonly source: string } | undefined;
}

export const captureKinds = [
  "telegram-preview",
  "telegram-export",
  "instagram",
  "vk",
  "youtube",
  "meltwater",
  "table",
  "web",
] as const;
export type CaptureKind = (typeof captureKinds)[number];

/** The platform of kinds that hold one alone, where the capture names no other. */
export const platformOfKind: Readonly<Partial<Record<CaptureKind, string>>> = {
  "telegram-preview": "telegram",
  "telegram-export": "telegram",
  instagram: "instagram",
  vk: "vk",
  youtube: "youtube",
};

export const tableFormats = ["csv", "ndjson", "json", "parquet"] as const;
export type TableFormat = (typeof tableFormats)[number];

/** The columns of a post that a `table` capture may fill. */
export const columnTargets = [
  "native_id",
  "published_at",
  "title",
  "text",
  "source",
  "outlet",
  "views",
  "likes",
  "comments",
  "shares",
] as const;
export type ColumnTarget = (typeof columnTargets)[number];

/** Where a column's value comes from. */
export interface ColumnSource {
  /**
   * Column name or dotted path into nested values, or several as a text with paths in braces, such as
   * `{channel}/{message_id}`. Absent where `value` is given.
   */
  readonly from?: string;
  /** How a date is written: `iso`, `unix-seconds`, `unix-milliseconds`, or a strptime pattern. */
  readonly format?: string;
  /** The same value for every record. */
  readonly value?: string;
  /** IANA zone of dates that carry none; the study's zone where absent. */
  readonly time_zone?: string;
  /** Put before the value. */
  readonly prefix?: string;
}

/** A string is short for `{from: string}`. */
export type ColumnMapping = Readonly<Partial<Record<ColumnTarget, string | ColumnSource>>>;

/** A group of capture files of one kind, and the corpus and scope that its posts belong to. */
export interface Capture {
  readonly id: string;
  readonly kind: CaptureKind;
  /** Globs relative to the study's home. */
  readonly files: readonly string[];
  readonly corpus: string;
  readonly scope: string;
  readonly platform?: string;
  readonly format?: TableFormat;
  readonly columns?: ColumnMapping;
  /** Names of accounts (as in the register) by the platform's own number, where the files hold numbers alone. */
  readonly accounts?: Readonly<Record<string, string>>;
}

/** How some capture files were exported from a platform, as the `export.yml` beside them says. */
export interface ExportRecord {
  /** The record's file, relative to the study's home. */
  readonly recordedIn: string;
  /** The files that it is about, relative to the study's home, sorted. */
  readonly files: readonly string[];
  /** The search query, as it was pasted into the platform. */
  readonly query: string;
  /** ISO dates that were asked for, both inclusive. */
  readonly from: string;
  readonly to: string;
  /** When the export was made: an ISO date, or date and time with its offset. */
  readonly exported: string;
  /** What made it, such as Meltwater. */
  readonly tool?: string;
  /** What the search is called there. */
  readonly search?: string;
  /** Other limits of the search: languages, countries, kinds of sources. */
  readonly filters?: string;
  readonly note?: string;
}

/** Something that posts are searched for: a topic, a barrier, a programme, a disability. */
export interface Concept {
  readonly id: string;
  readonly title: Localised;
  readonly note?: string;
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
}

export interface Region {
  /** ISO 3166-2. */
  readonly id: string;
  readonly name: Localised;
  readonly type: "city" | "region";
  /** ISO date from which the region exists, where that is within the study's memory. */
  readonly since?: string;
  readonly mapUnit: string;
  /** Residents on 1 January of each year. */
  readonly population: readonly { readonly year: number; readonly value: number }[];
  /** Ids of `sources.yml`. One, or several separated by spaces. */
  readonly populationSource: string;
  /** Wildcard words or phrases of all languages that name the region. */
  readonly patterns: readonly string[];
  /** Patterns that name the region but are no evidence that a post is about it. */
  readonly weak?: readonly string[];
}

export interface MapUnit {
  readonly id: string;
  readonly name: Localised;
}

export interface Boundaries {
  /** GeoJSON file, relative to the study's home. */
  readonly file: string;
  /** Feature property that holds the map unit's id. */
  readonly property: string;
  /** Id of `sources.yml`. */
  readonly source: string;
}

export interface Organisation {
  readonly id: string;
  readonly name: Localised;
  readonly type: string;
  /** Id of `regions.csv`; absent where the organisation works in the whole country. */
  readonly region?: string;
  /** Public account (or site address) by column of `organisations.csv`. */
  readonly accounts: Readonly<Record<string, string>>;
}

/** A news site or blog and the place that it serves. */
export interface Outlet {
  /** Host name, as in `posts.outlet`. */
  readonly id: string;
  /** Id of `regions.csv`; absent where it serves the whole country. */
  readonly region?: string;
}

/** A figure that a source states. */
export interface Fact {
  readonly value: number;
  readonly unit: string;
  /** The figure in words, where the number alone would mislead. */
  readonly text?: string;
  /** Where in the source. */
  readonly locator?: string;
}

/** A bibliography entry with the fields of CSL-JSON, and the figures that the study quotes from it. */
export interface Source {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly SourceName[];
  readonly issued?: string;
  readonly publisher?: string;
  readonly "container-title"?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly license?: string;
  readonly note?: string;
  readonly facts?: Readonly<Record<string, Fact>>;
}

export interface SourceName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}
