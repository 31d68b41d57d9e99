import { judgeLatin } from "../evidence.ts";
import { cyrillicForms } from "../transliterate.ts";

/** Letters alone and abbreviations (e, it, qr) are not read. */
const SHORTEST = 3;

/**
 * The lemma, in Cyrillic, of a folded word in Latin letters from a Kazakh post, so that it counts with the same word
 * in Cyrillic: of its readings the likeliest whose lemma is one of `known`, the lemmas of the corpus's Cyrillic words.
 * Where none is, the likeliest reading's, if letters or a list show the word to be Kazakh (`qalalyq`); else
 * nothing: Kazakh posts hold English words and names of brands too.
 */
export function latinKazakhLemma(
  form: string,
  known: { has(lemma: string): boolean },
  lemmatise: (cyrillic: string) => string,
): string | undefined {
  const verdict = judgeLatin(form);
  if (verdict === "other" || (form.length < SHORTEST && verdict !== "kk")) return undefined;
  const readings = cyrillicForms(form, true);
  for (const reading of readings) {
    const lemma = lemmatise(reading);
    if (known.has(lemma)) return lemma;
  }
  return readings.length > 0 && verdict === "kk" ? lemmatise(readings[0]!) : undefined;
}
