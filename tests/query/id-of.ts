import type { Vocabulary } from "../../loaders/query/vocabulary.ts";
import { unitsOf } from "../language/units-of.ts";

/** The number of a written word in a vocabulary. */
export function idOf(vocabulary: Vocabulary, word: string): number {
  return vocabulary.idOf(unitsOf(word), 0, word.length);
}
