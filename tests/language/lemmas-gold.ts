import { readFileSync } from "node:fs";

export interface GoldWord {
  form: string;
  lemma: string;
  upos: string;
  /** Number of the sentence in its file, from 0. */
  sentence: number;
}

/**
 * The syntactic words of a CoNLL-U file that hold a letter (signs, symbols and bare numbers are left out; of a contraction
 * its parts, not the surface), with their gold lemmas. `#` of a hashtag is dropped from form and lemma.
 */
export function goldWords(file: string): GoldWord[] {
  const found: GoldWord[] = [];
  let sentence = 0;
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "") sentence++;
    const [id, form, lemma, upos] = line.split("\t");
    if (upos === undefined || !/^\d+$/u.test(id!)) continue;
    if (upos === "PUNCT" || upos === "SYM" || !/\p{L}/u.test(form!)) continue;
    found.push({ form: form!.replace(/^#/u, ""), lemma: lemma!.replace(/^#/u, ""), upos, sentence });
  }
  return found;
}
