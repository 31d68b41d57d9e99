import { lemmatiseKazakh } from "../../loaders/language/lemmas/kazakh.ts";
import { lemmatiseRussian } from "../../loaders/language/lemmas/russian.ts";

const WORD = /[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*/gu;
const KAZAKH_LETTER = /[әғқңөұүһі]/giu;
/** What a first search on the web gives for each kind. */
const PERSONAL: readonly (readonly [RegExp, string])[] = [
  [/[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu, "[e-mail]"],
  [/https?:\/\/(?:www\.)?(?:t\.me|instagram\.com|vk\.com|facebook\.com)\/\S+/giu, "[link]"],
  [/(?<![\w.])@\w{2,}/gu, "[account]"],
  [/\b(?:\d[ -]?){15}\d\b/gu, "[card]"],
  [/\b\d{12}\b/gu, "[id]"],
  [/(?:\+7|\b8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}\b/gu, "[phone]"],
  [/ул(?:ица|\.)\s+\p{Lu}[\p{L}-]+,?\s+(?:д(?:ом|\.)\s*)?\d+,?\s+кв(?:артира|\.)\s*\d+/giu, "[address]"],
  [/\p{Lu}\p{Ll}+,?\s+\d{1,2}\s+(?:лет|года|жаста)/gu, "[name]"],
];

/**
 * The language pass as one would write it in an afternoon: a list of regular expressions for personal data, one for
 * words, letters for the language, lemmas counted in a map a post. `memory` holds lemmas met before; without it each word is
 * looked up anew.
 */
export function plainPass(text: string, memory?: Map<string, string>): Map<string, number> {
  let clean = text;
  for (const [pattern, mark] of PERSONAL) clean = clean.replace(pattern, mark);
  const words = clean.match(WORD) ?? [];
  const language = (clean.match(KAZAKH_LETTER)?.length ?? 0) > words.length / 2 ? "kk" : "ru";
  const counts = new Map<string, number>();
  for (const written of words) {
    const word = written.normalize("NFC").toLowerCase();
    const key = `${language} ${word}`;
    let lemma = memory?.get(key);
    if (lemma === undefined) {
      lemma = language === "kk" ? lemmatiseKazakh(word) : lemmatiseRussian(word);
      memory?.set(key, lemma);
    }
    counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
  }
  return counts;
}
