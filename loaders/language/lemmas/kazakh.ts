import { fold } from "../fold.ts";
import { analyse, type StemLexicon } from "./kazakh/analyse.ts";
import { CLOSED } from "./kazakh/closed.ts";

/** Longer runs of letters are no words, and are not taken apart: time stays linear in a text. */
const LONGEST = 64;
/** Letters of a Kazakh word in Cyrillic; anything else is left alone. */
const CYRILLIC = /^[\p{Script=Cyrillic}-]+$/u;

/**
 * The lemma of a Kazakh word in Cyrillic, folded: the bare stem of a noun or verb (балалардың → бала, барған → бар).
 * `lexicon`: stems that a corpus gave evidence for. A word that can't be read is its own lemma, folded.
 */
export function lemmatiseKazakh(word: string, lexicon?: StemLexicon): string {
  const form = fold(word);
  const closed = CLOSED.get(form);
  if (closed !== undefined) return closed;
  if (!CYRILLIC.test(form) || form.length < 3 || form.length > LONGEST) return form;
  const hyphen = form.lastIndexOf("-");
  if (hyphen === -1) return analyse(form, lexicon).lemma;
  if (hyphen === 0 || hyphen === form.length - 1) return form;
  return form.slice(0, hyphen + 1) + lemmatiseKazakh(form.slice(hyphen + 1), lexicon);
}
