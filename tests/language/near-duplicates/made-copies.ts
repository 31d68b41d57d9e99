import { fold } from "../../../loaders/language/fold.ts";
import { tokenise } from "../../../loaders/language/tokenise.ts";
import type { RealText } from "./real-texts.ts";

export const editKinds = ["cut", "re-titled", "re-ordered", "lightly edited", "cut and edited"] as const;
export type EditKind = (typeof editKinds)[number];

type Random = () => number;

/** What an editor's hand does to a text. Undefined where the text has nothing to do it to. */
export function madeCopy(
  kind: EditKind,
  original: RealText,
  others: readonly RealText[],
  random: Random,
): RealText | undefined {
  const id = `${original.id}, ${kind}`;
  switch (kind) {
    case "cut": {
      return { ...original, id, text: cut(original.text, 0.55 + 0.35 * random(), random) };
    }
    case "re-titled":
      return retitled({ ...original, id }, others, random);
    case "re-ordered": {
      const text = reordered(original.text, random);
      return text === undefined ? undefined : { ...original, id, text };
    }
    case "lightly edited":
      return { ...original, id, text: lightlyEdited(original.text, 0.01 + 0.04 * random(), random) };
    case "cut and edited": {
      const text = cut(original.text, 0.7 + 0.2 * random(), random);
      return { ...original, id, text: lightlyEdited(text, 0.01 + 0.02 * random(), random) };
    }
  }
}

/** The beginning (two times of three) or the end of a text, by words. */
function cut(text: string, share: number, random: Random): string {
  const words = text.split(/(?<=\s)/u);
  const kept = Math.ceil(words.length * share);
  return random() < 2 / 3
    ? `${words.slice(0, kept).join("").trim()}…`
    : words.slice(words.length - kept).join("");
}

/** A title of another text in the place of the own one, or of the first sentence where that is a third at most. */
function retitled(original: RealText, others: readonly RealText[], random: Random): RealText {
  const words = wordCount(original.text);
  const longest = Math.max(4, Math.min(14, Math.floor(words / 4)));
  const other = others[Math.floor(random() * others.length)]!;
  const first = other.title || (sentences(other.text)[0] ?? other.text);
  const title = first.split(/\s+/u).slice(0, longest).join(" ");
  if (original.title !== "") return { ...original, title };
  const [own = "", ...rest] = sentences(original.text);
  const isTitle = rest.length > 0 && wordCount(own) * 3 <= words;
  return { ...original, text: `${title}\n${isTitle ? rest.join(" ") : original.text}` };
}

/** Paragraphs, or sentences where there is one paragraph, in another order. */
function reordered(text: string, random: Random): string | undefined {
  const lines = text.split(/\n+/u);
  const parts = lines.length > 2 ? lines : sentences(text);
  if (parts.length < 2) return undefined;
  const shuffled = [...parts];
  do {
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
    }
  } while (parts.every((part, i) => part === shuffled[i]) && new Set(parts).size > 1);
  return shuffled.join(lines.length > 2 ? "\n" : " ");
}

/** A share of the words, one at least, swapped, dropped, doubled, misspelt or put otherwise; and what platforms add. */
function lightlyEdited(text: string, share: number, random: Random): string {
  const words = text.split(/(?<=\s)/u);
  const pick = () => Math.floor(random() * words.length);
  for (let left = Math.max(1, Math.round(words.length * share)); left > 0; left--) {
    const at = pick();
    const word = words[at]!;
    const way = Math.floor(random() * 5);
    if (way === 0 && at > 0) [words[at - 1], words[at]] = [word, words[at - 1]!];
    else if (way === 1) words[at] = "";
    else if (way === 2) words[at] = `${word.trimEnd()} ${word}`;
    else if (way === 3) words[at] = words[pick()]!;
    else words[at] = word.slice(0, Math.floor(word.length / 2)) + word.slice(Math.floor(word.length / 2) + 1);
  }
  let edited = words.join("");
  if (random() < 0.3) edited = edited.replaceAll("ё", "е").replaceAll("«", '"').replaceAll("»", '"');
  if (random() < 0.3) edited = `${edited}\nhttps://example.org/${Math.floor(random() * 1e6)}`;
  if (random() < 0.3) edited = `${edited}\n#новости #важное`;
  if (random() < 0.2) edited = edited.toUpperCase();
  return edited;
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?…])\s*(?=[\p{Lu}"«])|\n+/u).filter((part) => wordCount(part) > 0);
}

export function wordCount(text: string): number {
  return tokenise(text).filter(({ kind }) => kind === "word" || kind === "number").length;
}

/**
 * The share of the shorter text that the longer one has verbatim, in runs of at least five words, the longest
 * first and no word twice: greedy string tiling (Wise 1993).
 */
export function verbatimShare(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)].sort((x, y) => x.length - y.length) as [string[], string[]];
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  for (;;) {
    let best = { length: 0, i: 0, j: 0 };
    for (let i = 0; i < a.length; i++)
      for (let j = 0; j < b.length; j++) {
        let length = 0;
        while (
          i + length < a.length &&
          a[i + length] === b[j + length] &&
          !usedA.has(i + length) &&
          !usedB.has(j + length)
        )
          length++;
        if (length > best.length) best = { length, i, j };
      }
    if (best.length < 5) return a.length === 0 ? 0 : usedA.size / a.length;
    for (let k = 0; k < best.length; k++) {
      usedA.add(best.i + k);
      usedB.add(best.j + k);
    }
  }
}

function wordsOf(text: string): string[] {
  return tokenise(text)
    .filter(({ kind }) => kind === "word" || kind === "number")
    .map((token) => fold(token.text));
}
