import { fold } from "../language/fold.ts";
import { isStopWord } from "../language/stop-words.ts";
import { tokenise } from "../language/tokenise.ts";
import type { Concept } from "../study/lexicons.ts";

/** Shorter beginnings of words stand in too many other words. */
const leastLetters = 4;
const operators = new Set(["AND", "OR", "NOT", "NEAR", "ONEAR"]);

/**
 * The beginnings of words that a broad net for a topic looks for: each word of its queries by itself, up to its
 * first wildcard, folded; without operators, field names, stop words and what has fewer than four letters.
 */
export function netOf({ query }: Pick<Concept, "query">): string[] {
  const found = new Set<string>();
  for (const [language, text] of Object.entries(query)) {
    for (const [, word = "", after] of text.matchAll(/([\p{L}\p{M}\p{N}*?]+)([:/]?)/gu)) {
      if (operators.has(word) || after === ":") continue;
      const form = fold(word.split(/[*?]/u)[0]!);
      if (form.length >= leastLetters && !isStopWord(form, language)) found.add(form);
    }
  }
  return [...found].sort();
}

/** For each text, the indices of the nets of which it holds a word, ascending. */
export function netCaster(nets: readonly (readonly string[])[]): (text: string) => number[] {
  const owners = new Map<string, number[]>();
  nets.forEach((net, index) => {
    for (const beginning of net) {
      const known = owners.get(beginning);
      if (known === undefined) owners.set(beginning, [index]);
      else known.push(index);
    }
  });
  const ofForm = new Map<string, readonly number[]>();
  return (text) => {
    const caught = new Set<number>();
    for (const token of tokenise(text)) {
      if (token.kind !== "word" && token.kind !== "hashtag") continue;
      const form = fold(token.text.replace(/^#/, ""));
      let nets = ofForm.get(form);
      if (nets === undefined) {
        nets = Array.from(
          { length: form.length + 1 },
          (_, end) => owners.get(form.slice(0, end)) ?? [],
        ).flat();
        ofForm.set(form, nets);
      }
      for (const index of nets) caught.add(index);
    }
    return [...caught].sort((a, b) => a - b);
  };
}
