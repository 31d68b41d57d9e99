import type { Localised } from "../study/types.ts";

/** The codes of a sheet: about the topic, not about it, can't tell. */
export const sheetCodes = ["1", "0", "?"] as const;
export type SheetCode = (typeof sheetCodes)[number];

/** One question to a coder: is this post about this topic? Nothing in it tells what the machine answered. */
export interface CodingItem {
  /** Four hex digits of the sample and a running number: `3f2a-0017`. */
  readonly item: string;
  readonly topic: string;
  readonly date: string;
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

/** What a coder knows of a topic. */
export interface CodingTopic {
  readonly id: string;
  readonly title: Localised;
}

export const sheetColumns = [
  "item",
  "topic",
  "topic_title",
  "date",
  "language",
  "title",
  "text",
  "code",
  "note",
] as const;

/** One line of the key: what stays hidden from coders. */
export interface KeyRow {
  readonly item: string;
  readonly topic: string;
  readonly post_id: string;
  readonly stratum: string;
  readonly stratum_size: number;
  readonly stratum_drawn: number;
  readonly probability: number;
  readonly weight: number;
}

export const keyColumns = [
  "item",
  "topic",
  "post_id",
  "stratum",
  "stratum_size",
  "stratum_drawn",
  "probability",
  "weight",
] as const;
