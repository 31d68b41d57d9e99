/** What is replaced in a text, in the order in which one kind yields to another where they overlap. */
export const PERSONAL_KINDS = [
  "e-mail",
  "link",
  "account",
  "card",
  "id",
  "phone",
  "address",
  "name",
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** A place in a text: what stands there is never part of a finding, so that it can't be logged. */
export interface Finding {
  readonly kind: PersonalKind;
  /** Offset of the first UTF-16 code unit. */
  readonly start: number;
  /** Offset after the last. */
  readonly end: number;
}

/** Length of the longest mark. */
export const LONGEST_MARK = Math.max(...PERSONAL_KINDS.map((kind) => kind.length)) + 2;
const MARKS = new Set(PERSONAL_KINDS.map((kind) => markOf(kind)));

/** Offset after the mark whose opening bracket stands at `start`, or -1. */
export function markEnd(text: string, start: number): number {
  const closing = text.slice(start, start + LONGEST_MARK).indexOf("]");
  return closing !== -1 && MARKS.has(text.slice(start, start + closing + 1)) ? start + closing + 1 : -1;
}

/** What stands in a text in place of a value of the kind. The scanner takes it for no word. */
export function markOf(kind: PersonalKind): string {
  return `[${kind}]`;
}

/** Findings by kind. */
export type PersonalCounts = Record<PersonalKind, number>;

const NO_COUNTS = Object.fromEntries(PERSONAL_KINDS.map((kind) => [kind, 0])) as PersonalCounts;

export function noCounts(): PersonalCounts {
  return { ...NO_COUNTS };
}
