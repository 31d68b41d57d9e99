import type { Remark } from "./study.ts";
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
  readonly search?: Remark;
  /** Other limits of the search: languages, countries, kinds of sources. */
  readonly filters?: Remark;
  readonly note?: Remark;
}
