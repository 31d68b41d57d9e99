import type { Localised } from "../study/study.ts";
import type { Answer } from "./question.ts";

/** One question to a coder about one post. Nothing in it tells what the machine answered. */
export interface CodingItem {
  /** Four hex digits of the sample and a running number: `3f2a-0017`. */
  readonly item: string;
  /** `Question.id`. */
  readonly question: string;
  readonly date: string;
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

/** What a coder knows of a question. */
export interface CodingQuestion {
  readonly id: string;
  readonly family: string;
  readonly title: Localised;
  readonly answers: readonly Answer[];
}

export const sheetColumns = [
  "item",
  "question",
  "question_title",
  "answers",
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
  readonly question: string;
  readonly post_id: string;
  readonly stratum: string;
  readonly stratum_size: number;
  readonly stratum_drawn: number;
  readonly probability: number;
  readonly weight: number;
}

export const keyColumns = [
  "item",
  "question",
  "post_id",
  "stratum",
  "stratum_size",
  "stratum_drawn",
  "probability",
  "weight",
] as const;
