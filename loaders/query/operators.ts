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

const CYRILLIC: Record<string, string> = { А: "A", Е: "E", О: "O", Т: "T", Н: "H", Р: "P", С: "C" };
const GREEK: Record<string, string> = { Α: "A", Ε: "E", Ο: "O", Τ: "T", Ν: "N", Ρ: "P" };

/** The operator that a word looks like when some of its letters are of another alphabet or full-width, and of which. */
export function lookAlike(text: string): { operator: Operator; letters: string } | undefined {
  const wide = [...text].some((letter) => /[\uff21-\uff3a]/u.test(letter));
  const plain = wide ? text.normalize("NFKC") : text;
  const latin = [...plain].map((letter) => CYRILLIC[letter] ?? GREEK[letter] ?? letter).join("");
  if (latin === text || !isOperator(latin)) return undefined;
  const has = (letters: Record<string, string>) => [...plain].some((letter) => letters[letter] !== undefined);
  return { operator: latin, letters: has(CYRILLIC) ? "Cyrillic" : has(GREEK) ? "Greek" : "full-width" };
}

const SMALL: Record<string, Operator> = { или: "OR", немесе: "OR", не: "NOT", и: "AND", және: "AND" };

/** How signs and runs of letters that stand for an operator elsewhere are written here. */
const SIGNS: Record<string, string> = {
  "|": "write OR",
  "&": "write AND",
  "-": "write NOT, or a quoted phrase for words with hyphens",
  "–": "write NOT",
  "−": "write NOT",
  "!": "write NOT",
  "+": "write AND",
  "'": 'write phrases in straight quotes "…"',
  "`": 'write phrases in straight quotes "…"',
};

/** What to write in place of a sign that means something in another syntax. */
export function signAdvice(sign: string): string | undefined {
  const plain = sign.normalize("NFKC");
  if (plain !== sign && /^[()":{}]$/u.test(plain)) return `write ${plain}`;
  return SIGNS[sign] ?? (plain === sign ? undefined : SIGNS[plain]);
}

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
