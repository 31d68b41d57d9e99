import { fold } from "../fold.ts";
import { analyse } from "../lemmas/kazakh/analyse.ts";
import { CLOSED } from "../lemmas/kazakh/closed.ts";
import { NOUN_STEMS, VERB_STEMS } from "../lemmas/kazakh/stems.ts";
import { russianDictionary } from "../lemmas/russian/dictionary.ts";
import { PLACES } from "../lemmas/russian/names.ts";
import { readingsOf } from "../lemmas/russian/readings.ts";
import { type Spans, WORD } from "../spans.ts";
import { words } from "../word-list.ts";
import { LEARNT, WordMemo } from "../word-memo.ts";
import { DIAGNOSIS } from "./child-words.ts";
import { isGivenName } from "./given-names.ts";

/** How much a word looks like a given name. */
export const NO_NAME = 0;
/** An ordinary word with a capital, as many names are: a name only where one must stand, or inside a sentence. */
export const ORDINARY = 1;
/** The dictionary has it as a name, or no list knows it. */
export const LIKELY = 2;
/** A given name of the list. */
export const LISTED = 3;

const WRITTEN = /^[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]{2,31}$/u;
const CAPITALS = /^[А-ЯЁӘҒҚҢӨҰҮҺІ]{3,31}$/u;
const RUSSIAN = /^[а-я]+$/;
/** Feasts, programmes and brands that no list has, or that no Kazakh list has in Russian letters. */
const NO_NAMES = words(`
  болашак болашақ ораза наурыз курбан құрбан рамадан айт ұраза асыл береке бирлик бірлік дорога дорогой мерейтой жеңіс тәуелсіздік
  елбасы нуротан аманат байтерек байконур каспи халык халық казпочта казахтелеком алтын жас отан нур нұр самрук самұрық тулпар
  егемен хабар данышпан зерде дарын қамқор камкор үміт умит мейірім мейирим қайырым қайырымдылық шапағат шапагат әлем алем
`);
const PLURAL = /(?:[лдт]ар|[лдт]ер)(?:ы|і|ын|ін|ға|ге|да|де|дың|дің|ды|ді|мен|ымыз|іміз)?$/u;
const KAZAKH_PLACES = words(`
  қазақстан ресей түркия қытай өзбекстан қырғызстан америка еуропа астана қарағанды қостанай қызылорда көкшетау
  түркістан семей орал өскемен жетісу ұлытау маңғыстау ақтөбе ақтау екібастұз жезқазған теміртау талдықорған талғар арқалық аягөз қапшағай жаркент кентау жаңаөзен балқаш сәтбаев
`);
/** … and as Russian writes and declines them. */
const PLACES_IN_RUSSIAN =
  /^(?:талдыкорган|талгар|аркалык|семе[йяе]|жезказган|сатпаев|балхаш|экибастуз|темиртау|жанаозен|кентау|туркестан|капчагай|конаев|каскелен|есик|щучинск|степногорск|риддер|аягоз|зайсан|шахтинск|рудный|лисаковск|житикар|аксай|кульсар|арыс|сарыагаш|жаркент|хромтау|сарань)(?:а|у|ом|е|ы|ой|ю|ем)?$/u;
/** Beside the likeness of a word. */
const IS_SMALL_NAME = 4;
const LIKENESS = IS_SMALL_NAME - 1;
const memo = new WordMemo((word, facts, at) => {
  facts[at] = LEARNT | likenessOf(word) | (isGivenNameInSmallLetters(word) ? IS_SMALL_NAME : 0);
});

/** How much a token as written looks like a given name, in any case of Russian or Kazakh. */
export function nameLikeness(tokens: Spans, token: number): number {
  return factsOf(tokens, token) & LIKENESS;
}

/** Whether a token in small letters is a given name of the list and no ordinary word: `тимур`, not `роман`. */
export function isSmallName(tokens: Spans, token: number): boolean {
  return (factsOf(tokens, token) & IS_SMALL_NAME) !== 0;
}

function factsOf(tokens: Spans, token: number): number {
  if (tokens.kinds[token] !== WORD) return NO_NAME;
  const at = memo.at(tokens, tokens.starts[token]!, tokens.ends[token]!);
  return at === -1 ? NO_NAME : memo.slots[at]!;
}

function isGivenNameInSmallLetters(word: string): boolean {
  const capitalised = word.charAt(0).toUpperCase() + word.slice(1);
  if (word === capitalised || !isGivenName(capitalised)) return false;
  return russianLikeness(word) !== ORDINARY && !isKazakhWord(word);
}

function likenessOf(word: string): number {
  // Of words in capitals only names of the list count: the others are abbreviations and headings.
  if (CAPITALS.test(word)) return isGivenName(word) && !DIAGNOSIS.test(fold(word)) ? LISTED : NO_NAME;
  if (!WRITTEN.test(word)) return NO_NAME;
  if (isGivenName(word)) return LISTED;
  const form = fold(word);
  if (NO_NAMES.has(form)) return ORDINARY;
  const { lemma } = analyse(form);
  if (PLACES.has(form) || PLACES.has(lemma) || KAZAKH_PLACES.has(form) || KAZAKH_PLACES.has(lemma))
    return NO_NAME;
  if (PLACES_IN_RUSSIAN.test(form)) return NO_NAME;
  const russian = russianLikeness(form);
  if (russian !== undefined) return russian;
  return isKazakhWord(form) || PLURAL.test(form) ? ORDINARY : LIKELY;
}

/** By the dictionary of OpenCorpora, which marks given names, surnames and names of places; undefined for what it lacks. */
function russianLikeness(form: string): number | undefined {
  if (!RUSSIAN.test(form)) return undefined;
  const readings = readingsOf(form);
  if (!readings.known) return undefined;
  const { paradigms } = russianDictionary();
  const tags = readings.list.map((reading) => paradigms.tags[paradigms.tagOf(reading.form)]!);
  if (tags.some((tag) => tag.Name)) {
    const ordinary = tags[0]!;
    return ordinary.Name || ordinary.Surn ? LIKELY : ORDINARY;
  }
  if (tags.some((tag) => tag.Geox || tag.Orgn)) return NO_NAME;
  return tags.some((tag) => tag.Surn || tag.Patr) ? LIKELY : ORDINARY;
}

function isKazakhWord(form: string): boolean {
  if (CLOSED.has(form)) return true;
  const { lemma } = analyse(form);
  return NOUN_STEMS.has(lemma) || VERB_STEMS.has(lemma) || CLOSED.has(lemma);
}
