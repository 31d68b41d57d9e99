import type { Section, ValueField } from "./ast.ts";

/** `NEAR` without a number. */
export const DEFAULT_DISTANCE = 4;

/** How tightly an operator holds what stands on its left; a higher number holds tighter. */
export const BINDING = { or: 10, and: 20, not: 30, near: 40, count: 50 } as const;

export type Operator = "OR" | "AND" | "NOT" | "NEAR" | "ONEAR";
const OPERATORS = new Set(["OR", "AND", "NOT", "NEAR", "ONEAR"]);

export function isOperator(text: string): text is Operator {
  return OPERATORS.has(text);
}

const LATIN_LOOK_ALIKES: Record<string, string> = { А: "A", Е: "E", О: "O", Т: "T", Н: "H", Р: "P", С: "C" };

/** The operator that a word looks like when some of its letters are Cyrillic. */
export function lookAlike(text: string): Operator | undefined {
  const latin = [...text].map((letter) => LATIN_LOOK_ALIKES[letter] ?? letter).join("");
  return latin !== text && isOperator(latin) ? latin : undefined;
}

const SMALL: Record<string, Operator> = { или: "OR", немесе: "OR", не: "NOT", и: "AND", және: "AND" };

/** The operator that a word is when it is written small or in the language of the posts. */
export function smallOperator(text: string): Operator | undefined {
  const lower = text.toLowerCase();
  return isOperator(text.toUpperCase()) ? (text.toUpperCase() as Operator) : SMALL[lower];
}

export const SECTIONS: readonly Section[] = ["title", "ingress", "content"];
export const VALUE_FIELDS: readonly ValueField[] = [
  "author",
  "from",
  "site",
  "country",
  "language",
  "socialType",
  "infoType",
];
export const FIELDS: readonly string[] = [...SECTIONS, "hashtag", ...VALUE_FIELDS, "caseSensitive"];
/** Fields whose values are not words: what stands after them is read up to a space or parenthesis. */
export const WHOLE_VALUES: ReadonlySet<string> = new Set(["hashtag", ...VALUE_FIELDS]);
