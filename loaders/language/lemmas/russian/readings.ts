import { MISSING, ROOT } from "./dawg.ts";
import { type Dictionary, russianDictionary } from "./dictionary.ts";

/** One way to read a word: as a form of a paradigm. */
export interface Reading {
  /** As the dictionary spells it, with ё; without `prefix`. */
  readonly word: string;
  /** Letters in front that the dictionary's word lacks, or "". */
  readonly prefix: string;
  /** A number of `Paradigms`. */
  readonly form: number;
  /** 0 to 1: readings of the dictionary sum to 1 where it knows how often each is meant, guessed ones always. */
  score: number;
}

export interface Readings {
  /** The likeliest first. */
  readonly list: readonly Reading[];
  /** The word stands in the dictionary; otherwise its readings are guessed. */
  readonly known: boolean;
}

/** By so much a sum of scores may differ from itself, its terms added in another order. */
export const ROUNDING = 1e-9;

/** Prefixes that make a word of a known word: the list of `az` 0.2.3, from pymorphy; those with a hyphen left out. */
const KNOWN_PREFIXES = `авиа авто аква анти антропо архи арт астро аудио аэро без бес био вело взаимо вне
  внутри видео вперед впереди гекто гелио гео гетеро гига гигро гипер гипо гомо дву двух де дез дека деци
  дис до евро за зоо интер инфра квази кило кино контр космо крипто лже макро макси мало меж медиа мега
  мета метео метро микро милли мини моно мото много мульти нано нарко не небез недо нейро нео низко обще
  одно около орто палео пан пара пента пере пиро поли полу после пост порно пра пред противо прото псевдо
  радио разно ре ретро само санти сверх спец суб супер супра теле тетра транс ультра экзо эко эндо экс
  экстра электро энерго этно`.split(/\s+/u);
const PREFIXES_BY_LETTER = new Map<string, string[]>();
for (const prefix of KNOWN_PREFIXES) {
  const others = PREFIXES_BY_LETTER.get(prefix.charAt(0));
  if (others === undefined) PREFIXES_BY_LETTER.set(prefix.charAt(0), [prefix]);
  else others.push(prefix);
}
const LONGEST_UNKNOWN_PREFIX = 5;
/** Letters of the known word behind a prefix, at least. */
const SHORTEST_REST = 3;
/** By length of the end that a guess rests on. */
const TRUST_BY_LENGTH = [0, 0.2, 0.3, 0.4, 0.5, 0.6];
const LONGEST_END = 5;
const KNOWN_PREFIX_SCORE = 0.7;
const UNKNOWN_PREFIX_SCORE = 0.3;

/**
 * The readings of a folded Russian word without a hyphen or, of the dictionary alone, with one; none for a word that
 * can't be read. As `az` 0.2.3 (a port of pymorphy) does it with `ignoreCase`, without stutter and typing errors: the
 * dictionary with е for ё, else known prefixes, else unknown prefixes and ends of words.
 */
export function readingsOf(word: string): Readings {
  const dictionary = russianDictionary();
  const list: Reading[] = [];
  addKnown(dictionary, word, "", 1, false, list);
  if (list.length > 0) {
    // A single reading is sure, however often it is meant.
    if (list.length > 1) weighKnown(dictionary, list);
    return { list: sortedByScore(list), known: true };
  }
  if (!word.includes("-")) {
    for (const prefix of PREFIXES_BY_LETTER.get(word.charAt(0)) ?? [])
      if (word.length - prefix.length >= SHORTEST_REST && word.startsWith(prefix))
        addKnown(dictionary, word, prefix, KNOWN_PREFIX_SCORE, true, list);
    if (list.length === 0) {
      const longest = Math.min(LONGEST_UNKNOWN_PREFIX, word.length - SHORTEST_REST);
      for (let length = 1; length <= longest; length++)
        addKnown(dictionary, word, word.slice(0, length), UNKNOWN_PREFIX_SCORE, true, list);
      if (word.length >= 4) addByEnd(dictionary, word, list);
    }
  }
  shareOut(list);
  return { list: sortedByScore(list), known: false };
}

/** In place, the likeliest first, else in order: lists are short, and `sort` would take longer for each than all the rest. */
function sortedByScore(list: Reading[]): Reading[] {
  for (let i = 1; i < list.length; i++) {
    const reading = list[i]!;
    let to = i;
    for (; to > 0 && list[to - 1]!.score < reading.score; to--) list[to] = list[to - 1]!;
    list[to] = reading;
  }
  return list;
}

function addKnown(
  { words, paradigms }: Dictionary,
  word: string,
  prefix: string,
  score: number,
  isGuess: boolean,
  list: Reading[],
): void {
  words.find(word, prefix.length, (written, node) => {
    const numbers = words.numbersAt(node);
    for (let i = 0; i < numbers.length; i += 2) {
      const form = paradigms.formOf(numbers[i]!, numbers[i + 1]!);
      if (isGuess && paradigms.productive[paradigms.tagOf(form)] === 0) continue;
      list.push({ word: written, prefix, form, score });
    }
  });
}

function weighKnown({ probabilities, paradigms }: Dictionary, list: readonly Reading[]): void {
  let total = 0;
  let spelled = "";
  let node = MISSING;
  for (const reading of list) {
    if (reading.word !== spelled) {
      spelled = reading.word;
      node = probabilities.follow(":", probabilities.follow(spelled, ROOT));
    }
    const end = probabilities.follow(paradigms.writtenTags[paradigms.tagOf(reading.form)]!, node);
    const value = end === MISSING ? MISSING : probabilities.valueAt(end);
    if (value === MISSING) continue;
    reading.score = value / 1_000_000;
    total += reading.score;
  }
  if (total > 0) for (const reading of list) reading.score /= total;
}

/** Readings of words that end alike. After the longest end that gives any, the end one letter shorter is asked too. */
function addByEnd({ ends, paradigms }: Dictionary, word: string, list: Reading[]): void {
  const met = new Set<number>();
  const metRespelled = new Set<string>();
  let shortest = 1;
  for (const { prefix, graph } of ends) {
    if (!word.startsWith(prefix)) continue;
    const most = Math.min(LONGEST_END, word.length - prefix.length - 1);
    for (let length = most; length >= shortest; length--) {
      const from = list.length;
      let seenMost = 1;
      const at = word.length - length;
      graph.find(word, at, (end, node) => {
        const numbers = graph.numbersAt(node);
        const isAsWritten = word.endsWith(end);
        const respelled = isAsWritten ? word : word.slice(0, at) + end;
        for (let i = 0; i < numbers.length; i += 3) {
          const form = paradigms.formOf(numbers[i + 1]!, numbers[i + 2]!);
          if (paradigms.productive[paradigms.tagOf(form)] === 0) continue;
          if (isAsWritten) {
            if (met.has(form)) continue;
            met.add(form);
          } else {
            const key = `${respelled}:${form}`;
            if (metRespelled.has(key)) continue;
            metRespelled.add(key);
          }
          seenMost = Math.max(seenMost, numbers[i]!);
          list.push({ word: respelled, prefix: "", form, score: numbers[i]! * TRUST_BY_LENGTH[length]! });
        }
      });
      if (list.length === from) continue;
      for (let i = from; i < list.length; i++) list[i]!.score /= seenMost;
      shortest = Math.max(length - 1, 1);
    }
  }
}

function shareOut(list: readonly Reading[]): void {
  let total = 0;
  for (const { score } of list) total += score;
  if (total > 0) for (const reading of list) reading.score /= total;
}

const RUSSIAN = /^[а-я]+$/;

/** Whether a folded word stands in the dictionary as it is written. */
export function isRussianWord(word: string): boolean {
  if (!RUSSIAN.test(word)) return false;
  let isKnown = false;
  const { words } = russianDictionary();
  words.find(word, 0, (_written, node) => {
    isKnown ||= words.isEnd(node);
  });
  return isKnown;
}
