import type { Source } from "./bibliography.ts";
import type { Capture, ExportRecord } from "./capture.ts";
import type { Collecting } from "./collecting.ts";
import type { Concept, GenderLexicon, PlaceWords, ToneLexicon } from "./lexicons.ts";
import type { Boundaries, MapUnit, Outlet, Region } from "./places.ts";

/**
 * What a study is, once read and checked: whom it listens to, in which window and words, by which regions
 * and with which sources. Every stage reads this and nothing else about the study.
 */

/** A text per BCP-47 language, such as `{en: "Flood", pt: "Enchente"}`. At least one language is there. */
export type Localised = Readonly<Record<string, string>>;

/** A text in the report's one language, or per language of the report. */
export type Remark = string | Localised;

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

export interface Organisation {
  readonly id: string;
  readonly name: Localised;
  readonly type: string;
  /** The type as readers see it, per language; none where the register gives none. */
  readonly typeTitle?: Localised;
  /** Id of `regions.csv`; absent where the organisation works in the whole country. */
  readonly region?: string;
  /** Public account (or site address) by column of `organisations.csv`. */
  readonly accounts: Readonly<Record<string, string>>;
}
