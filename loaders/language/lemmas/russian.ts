import { fold } from "../fold.ts";
import { chooseLemma } from "./russian/choose.ts";
import { CLOSED } from "./russian/closed.ts";
import { ACRONYMS, PLACES } from "./russian/names.ts";
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
/** Forms of surnames in -ов -ев -ин, by their ends: what is not in the dictionary is taken for one of them. */
const SURNAME = /^(.{2,}(?:[ое]в|[иы]н))(?:а|у|ым|е)?$/u;
const PATRONYMIC = /^(.+(?:ович|евич|ьич))(?:а|у|ем|е)?$|^(.+[ое]вн)(?:а|ы|е|у|ой)$/u;

/**
 * The lemma of a Russian word, folded, by the dictionaries of `az` (OpenCorpora) and rules that say where Universal
 * Dependencies reads otherwise: the infinitive of participles, the own masculine of superlatives, pronouns, acronyms,
 * names of places. A word that can't be read is its own lemma, folded. Stress marks are dropped.
 */
export function lemmatiseRussian(word: string): string {
  const form = UNMARKED.test(word) ? word : withoutStress(fold(word));
  const closed = CLOSED.get(form);
  if (closed !== undefined) return closed;
  const ordinal = ORDINAL.exec(form);
  if (ordinal !== null) return `${ordinal[1]}-й`;
  if (!CYRILLIC.test(form)) return form;
  if (form.length < 2 || form.length > LONGEST || PLACES.has(form) || isAcronym(form, word)) return form;
  return form.includes("-") ? hyphenated(form) : plain(form);
}

function withoutStress(form: string): string {
  return UNMARKED.test(form) ? form : form.normalize("NFD").replace(STRESS, "").normalize("NFC");
}

function isAcronym(form: string, word: string): boolean {
  if (ACRONYMS.has(form)) return true;
  if (form.length <= 5 && !VOWEL.test(form)) return true;
  return word.length >= 2 && word.length <= 5 && word === word.toUpperCase() && word !== word.toLowerCase();
}

function hyphenated(form: string): string {
  const particle = PARTICLE.exec(form);
  if (particle !== null) return `${lemmatiseRussian(particle[1]!)}-${particle[2]}`;
  const readings = readingsOf(form);
  if (readings.known) return chooseLemma(form, readings) ?? form;
  const hyphen = form.lastIndexOf("-");
  if (hyphen <= 0 || hyphen === form.length - 1) return form;
  return form.slice(0, hyphen + 1) + lemmatiseRussian(form.slice(hyphen + 1));
}

function plain(form: string): string {
  const readings = readingsOf(form);
  if (!readings.known) {
    const patronymic = PATRONYMIC.exec(form);
    if (patronymic !== null) return patronymic[1] ?? `${patronymic[2]}а`;
    const surname = SURNAME.exec(form);
    if (surname !== null) return surname[1]!;
  }
  return chooseLemma(form, readings) ?? form;
}
