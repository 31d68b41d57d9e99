import type { Vocabulary } from "../../loaders/query/vocabulary.ts";

/** The number of a written word in a vocabulary. */
export function idOf(vocabulary: Vocabulary, word: string): number {
  const units = Uint16Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
  return vocabulary.idOf(units, 0, word.length);
}
