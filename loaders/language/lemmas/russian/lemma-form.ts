import { russianDictionary } from "./dictionary.ts";
import type { Reading } from "./readings.ts";
import { hasAll, type Tag } from "./tags.ts";

/** лучшего → лучший, крупнейшая → крупнейший: the dictionary puts all degrees of an adjective into one paradigm. */
const SUPERLATIVE = /([шщ])(?:ая|ее|ие|его|ему|им|ем|ей|ею|ую|их|ими)$/u;
const OWN_MASCULINE = -1;
const UNKNOWN = -2;

/** By form: the form that is its lemma, worked out at first sight. */
let lemmaForms: Int32Array | undefined;

/**
 * The lemma of a reading, ё kept: participles and verb forms go to the infinitive, superlatives and ordinals to their
 * own masculine, the rest to the dictionary's first form.
 */
export function lemmaOf(written: string, { word, prefix, form }: Reading): string {
  const { paradigms } = russianDictionary();
  lemmaForms ??= new Int32Array(paradigms.limit).fill(UNKNOWN);
  let target = lemmaForms[form]!;
  if (target === UNKNOWN) {
    target = lemmaForm(form);
    lemmaForms[form] = target;
  }
  if (target === OWN_MASCULINE) return written.replace(SUPERLATIVE, "$1ий");
  const stem = word.substring(paradigms.prefixOf(form).length, word.length - paradigms.endingOf(form).length);
  return paradigms.prefixOf(target) + prefix + stem + paradigms.endingOf(target);
}

function lemmaForm(form: number): number {
  const { paradigms } = russianDictionary();
  const tag = paradigms.tags[paradigms.tagOf(form)]!;
  const [first] = paradigms.siblings(form);
  if (tag.VERB || tag.PRTF || tag.PRTS || tag.GRND) return find(form, { POST: "INFN" }) ?? first;
  if (tag.ADJF && tag.Supr) return OWN_MASCULINE;
  if (tag.ADJF) return find(form, masculine(tag)) ?? find(form, { POST: "ADJF" })!;
  if (tag.Patr) {
    return find(form, { POST: "NOUN", Patr: true, GNdr: tag.GNdr, CAse: "nomn", NMbr: "sing" }) ?? first;
  }
  return first;
}

function masculine({ Anum, Apro }: Tag): Tag {
  return { POST: "ADJF", Supr: undefined, Anum, Apro, GNdr: "masc", CAse: "nomn", NMbr: "sing" };
}

/** The first form of the same paradigm with the wanted grammemes. */
function find(form: number, wanted: Tag): number | undefined {
  const { paradigms } = russianDictionary();
  const [first, end] = paradigms.siblings(form);
  for (let other = first; other < end; other++)
    if (hasAll(paradigms.tags[paradigms.tagOf(other)]!, wanted)) return other;
  return undefined;
}
