import { fold } from "../fold.ts";
import { analyse, type StemLexicon } from "./kazakh/analyse.ts";
import { CLOSED } from "./kazakh/closed.ts";

/** Longer runs of letters are no words, and are not taken apart: time stays linear in a text. */
const LONGEST = 64;
/** Letters of a Kazakh word in Cyrillic; anything else is left alone. */
const CYRILLIC = /^[\p{Script=Cyrillic}-]+$/u;

/**
 * Acronyms with an ending: their letters are said one by one, so that the ending does not follow the last letter's sound
 * (ҰБТ-ға). Typed from general knowledge; without a vowel, or listed.
 */
const ACRONYM =
  /^(ұбт|жоо|ақш|бұұ|еқыұ|[бвгғджзйкқлмнңпрстфхһцчшщ]{2,5}?)-?(?:([лдт][ае]р)?(с[ыі])?((?:[ғқгк]|н)[ае]|н?[дт][ае]н?|н[ае]н|[ндт][ыі]ң?|н?[дт][ае][ғг][ыі]|[мбп]ен)?)$/u;
/** An ordinal of a numeral that closed.ts has: алпысыншы, екінші. */
const ORDINAL = /^(.+?)[ыі]?нш[ыі]$/u;

/**
 * The lemma of a Kazakh word in Cyrillic, folded: the bare stem of a noun or verb (балалардың → бала, барған → бар).
 * `lexicon`: stems that a corpus gave evidence for. A word that can't be read is its own lemma, folded.
 */
export function lemmatiseKazakh(word: string, lexicon?: StemLexicon): string {
  const form = fold(word);
  const closed = CLOSED.get(form);
  if (closed !== undefined) return closed;
  if (!CYRILLIC.test(form) || form.length < 3 || form.length > LONGEST) return form;
  const acronym = ACRONYM.exec(form);
  if (acronym !== null) return acronym[1]!;
  const hyphen = form.lastIndexOf("-");
  if (hyphen === -1) return withoutOrdinal(analyse(form, lexicon).lemma);
  if (hyphen === 0 || hyphen === form.length - 1) return form;
  return form.slice(0, hyphen + 1) + lemmatiseKazakh(form.slice(hyphen + 1), lexicon);
}

/** Ordinals of numerals count as the numeral, declined too (екіншісінің → екі). */
function withoutOrdinal(lemma: string): string {
  const numeral = ORDINAL.exec(lemma)?.[1];
  if (numeral === undefined) return lemma;
  const found = CLOSED.get(lemma) ?? CLOSED.get(numeral);
  return found !== undefined && NUMERALS.has(found) ? found : lemma;
}

const NUMERALS = new Set(
  "бір екі үш төрт бес алты жеті сегіз тоғыз он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан жүз мың".split(
    " ",
  ),
);
