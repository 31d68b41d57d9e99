import { fold } from "../../../loaders/language/fold.ts";
import { numbers } from "./posts.ts";

/** A query: posts with a word of `any`, and with one of `and`, and with none of `not`, where those are given. */
export interface Asked {
  any: string[];
  and?: string[];
  not?: string[];
}

const STEM = 5;

/**
 * Distinct words of a text in Cyrillic, half of them as stems of five letters or more with a wildcard, in random
 * order; each stands in the text three times at least.
 */
export function drawPatterns(text: string, count: number, seed: number): string[] {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/(?<![\p{L}\p{M}\p{Nd}])[а-яёәғқңөұүһі]{5,}(?![\p{L}\p{M}\p{Nd}])/giu)) {
    const form = fold(word);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const words = [...counts].filter(([, times]) => times >= 3).map(([word]) => word);
  const next = numbers(seed);
  const drawn = new Set<string>();
  for (let tries = 0; drawn.size < count && tries < 100 * count; tries++) {
    const word = words[Math.floor(next() * words.length)]!;
    drawn.add(drawn.size % 2 === 0 ? word : `${word.slice(0, Math.max(STEM, word.length - 2))}*`);
  }
  return [...drawn];
}

/** Patterns shared out among queries: half of them lists, a quarter with AND, a quarter with NOT. */
export function shareOut(patterns: readonly string[], queries: number): Asked[] {
  const size = Math.floor(patterns.length / queries);
  return Array.from({ length: queries }, (_, i): Asked => {
    const own = patterns.slice(i * size, (i + 1) * size);
    const middle = Math.ceil(size * 0.6);
    if (i % 4 === 1) return { any: own.slice(0, middle), and: own.slice(middle) };
    if (i % 4 === 3) return { any: own.slice(0, middle), not: own.slice(middle) };
    return { any: own };
  });
}

export function written({ any, and, not }: Asked): string {
  const list = (words: readonly string[]) => `(${words.join(" OR ")})`;
  return list(any) + (and ? ` AND ${list(and)}` : "") + (not ? ` NOT ${list(not)}` : "");
}

/** The same words, near each other, counted and in the title: what SQL has no words for. */
export function writtenNear(patterns: readonly string[]): string {
  const third = Math.ceil(patterns.length / 3);
  const [a, b, c] = [0, 1, 2].map((part) => patterns.slice(part * third, (part + 1) * third).join(" OR "));
  return `(${a}) NEAR/5 (${b}) OR (${a}) {2} NOT (${c}) OR title:(${c})`;
}

/**
 * Regular expressions with flags giu that find the same words, by form. `words`: one expression at every place of the
 * text. `tokens`: one that takes each word whole, told from the others by a group. `sorted`: as `words`, with the
 * words' common beginnings written once, so that a letter rules out all words that do not go on with it.
 */
export function regExpsOf(patterns: readonly string[]): Record<string, RegExp> {
  const letter = "[\\p{L}\\p{M}\\p{Nd}]";
  const words = patterns.map((word) => word.replaceAll("*", `${letter}*`)).join("|");
  const shared = branch(
    patterns.map((word) => [...word]),
    letter,
  );
  return {
    words: new RegExp(`(?<!${letter})(?:${words})(?!${letter})`, "giu"),
    tokens: new RegExp(`(?<!${letter})(?:(${shared})(?!${letter})|${letter}+)`, "giu"),
    sorted: new RegExp(`(?<!${letter})${shared}(?!${letter})`, "giu"),
  };
}

/** The alternatives of words that begin alike, as one expression. */
function branch(words: readonly (readonly string[])[], letter: string): string {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const [first = "", ...rest] of words) byFirst.set(first, [...(byFirst.get(first) ?? []), rest]);
  const ways = [...byFirst].map(([first, rests]) => {
    if (first === "") return "";
    return first === "*" ? `${letter}*` : first + branch(rests, letter);
  });
  return ways.length === 1 ? ways[0]! : `(?:${ways.join("|")})`;
}
