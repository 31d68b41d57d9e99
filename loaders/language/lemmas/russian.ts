import { fold } from "../fold.ts";
import { chooseLemma } from "./russian/choose.ts";
import { CLOSED } from "./russian/closed.ts";
import type { CorpusForms } from "./russian/corpus-forms.ts";
import { guessLemma } from "./russian/guess.ts";
import { ACRONYMS, placeOf } from "./russian/names.ts";
import { readingsOf } from "./russian/readings.ts";

/** Longer runs of letters are no words, and are not looked up: time stays linear in a text. */
const LONGEST = 64;
const CYRILLIC = /^[\p{Script=Cyrillic}-]+$/u;
const STRESS = /\u0301/gu;
const UNMARKED = /^[а-я-]+$/;
const VOWEL = /[аеиоуыэюя]/u;
/** 14-го, 1960-х: an ordinal in digits. */
const ORDINAL = /^(\d+)-(?:й|я|е|го|му|м|х|ю|ей|ой|ый|ая|ое|ые|ых|ым|ом|ую|ого|ому|ыми|ми|им)$/u;
/** Particles that are written with a hyphen behind a word that inflects. */
const PARTICLE = /^(.+)-(то|либо|нибудь|ка|таки)$/u;
/** Forms of surnames, by ends that no common noun's plural has: what is not in the dictionary is taken for one of them. */
const SURNAME = /^(.{2,}(?:[аиь]ев|(?:хан|бек|гали|ул|им)ов|[иы]н))(?:а|у|ым|е)?$/u;
/** The same where the word is written with a capital: -ов is a plural otherwise (тьюторов). */
const SURNAME_IN_CAPITALS = /^(.{2,}(?:[ое]в|[иы]н))(?:а|у|ым|е)?$/u;
const PATRONYMIC = /^(.+(?:ович|евич|ьич))(?:а|у|ем|е)?$|^(.+[ое]вн)(?:а|ы|е|у|ой)$/u;

/**
 * The lemma of a Russian word, folded, by the dictionaries of `az` (OpenCorpora) and rules that say where Universal
 * Dependencies reads otherwise: the infinitive of participles, the own masculine of superlatives, pronouns, acronyms,
 * names of places. A word that can't be read is its own lemma, folded. Stress marks are dropped. A capital marks what no
 * dictionary has as a name; `corpus`, the folded words of the study, speaks for one of its paradigms.
 */
export function lemmatiseRussian(word: string, corpus?: CorpusForms): string {
  const form = UNMARKED.test(word) ? word : withoutStress(fold(word));
  const closed = CLOSED.get(form);
  if (closed !== undefined) return closed;
  if (!UNMARKED.test(form)) {
    const ordinal = ORDINAL.exec(form);
    if (ordinal !== null) return `${ordinal[1]}-й`;
    if (!CYRILLIC.test(form)) return form;
  }
  if (form.length < 2 || form.length > LONGEST) return form;
  const place = placeOf(form);
  if (place !== undefined) return place;
  if (ACRONYMS.has(form) || (form.length <= 5 && !VOWEL.test(form))) return form;
  return form.includes("-") ? hyphenated(form, corpus) : plain(form, word, corpus);
}

function withoutStress(form: string): string {
  return UNMARKED.test(form) ? form : form.normalize("NFD").replace(STRESS, "").normalize("NFC");
}

/** Of a word that no dictionary has. */
function isAcronym(word: string): boolean {
  return word.length <= 5 && word === word.toUpperCase() && word !== word.toLowerCase();
}

function hyphenated(form: string, corpus: CorpusForms | undefined): string {
  const particle = PARTICLE.exec(form);
  if (particle !== null) return `${lemmatiseRussian(particle[1]!, corpus)}-${particle[2]}`;
  const readings = readingsOf(form);
  if (readings.known) return chooseLemma(form, readings.list) ?? form;
  const hyphen = form.lastIndexOf("-");
  if (hyphen <= 0 || hyphen === form.length - 1) return form;
  return form.slice(0, hyphen + 1) + lemmatiseRussian(form.slice(hyphen + 1), corpus);
}

function plain(form: string, word: string, corpus: CorpusForms | undefined): string {
  const readings = readingsOf(form);
  if (readings.known) return chooseLemma(form, readings.list) ?? form;
  if (isAcronym(word)) return form;
  const patronymic = PATRONYMIC.exec(form);
  if (patronymic !== null) return patronymic[1] ?? `${patronymic[2]}а`;
  const surname = (word[0] === form[0] ? SURNAME : SURNAME_IN_CAPITALS).exec(form);
  if (surname !== null) return surname[1]!;
  return guessLemma(form, readings.list, corpus) ?? form;
}
