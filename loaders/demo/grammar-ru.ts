/**
 * Fills the slots of Russian templates.
 * `{x:школа|детский сад.gp}` a noun phrase (case n g d a i p, `p` after it for the plural), remembered as x;
 * `{новый|свой+школа.p}` with an agreeing adjective, `{?новый+школа.p}` with one half of the time;
 * `{=открыть|создать<x}` a verb in the past that agrees with x, or with `<p` plural, `<m`, `<f`, `<n`;
 * `{=получать>p}` present third person plural, `>s` singular, `>x` as x; `{#5-40 школа}` a counted noun, `{#5-40 школа.p}` in another case;
 * `$list` inside alternatives stands for a list of the lexicon; `{!name}` asks the story (a place, a person).
 */

import { russianLists } from "./lexicon-ru.ts";
import type { Random } from "./prng.ts";
import { past, present } from "./russian-conjugation.ts";
import {
  afterNumber,
  type Case,
  declineAdjective,
  declineNoun,
  type Gender,
  isListedNoun,
  type Noun,
} from "./russian-declension.ts";

const adjectival = /(?:ый|ий|ой|ая|яя|ое|ее)$/;

function headOf(words: readonly string[]): number {
  const at = words.findIndex((word) => isListedNoun(word) || !adjectival.test(word));
  return at < 0 ? words.length - 1 : at;
}

/** A noun phrase given in the nominative singular (`специальная школа`, `центр развития`) in another form. */
export function phraseForm(
  phrase: string,
  wanted: Case,
  plural: boolean,
  adjective?: string,
): { text: string; noun: Noun } {
  const words = phrase.split(" ");
  const head = headOf(words);
  const noun = declineNoun(words[head]!);
  const form = (plural ? noun.plural : noun.singular)[wanted];
  const front = [...(adjective ? [adjective] : []), ...words.slice(0, head)].map((word) =>
    declineAdjective(word, noun, wanted, plural),
  );
  return { text: [...front, form, ...words.slice(head + 1)].join(" "), noun };
}

/** A phrase after a number in the nominative: `1 школьный психолог`, `3 школьных психолога`, `12 школьных психологов`. */
function countedForm(count: number, phrase: string): string {
  const words = phrase.split(" ");
  const head = headOf(words);
  const noun = declineNoun(words[head]!);
  const one = count % 10 === 1 && count % 100 !== 11;
  const front = words.slice(0, head).map((word) => declineAdjective(word, noun, one ? "n" : "g", !one));
  return [...front, afterNumber(count, noun), ...words.slice(head + 1)].join(" ");
}

function alternatives(text: string, random: Random): string {
  const one = random.pick(text.split("|"));
  if (!one.startsWith("$")) return one;
  const list = russianLists[one.slice(1)];
  if (!list)
    throw new Error(
      `found list "${one}", expected one of lexicon-ru.ts: ${Object.keys(russianLists).join(", ")}`,
    );
  return random.pick(list);
}

/** A function that fills the slots of one post; `ask` answers `{!name}` slots. */
export function russianFiller(random: Random, ask: (name: string) => string): (slot: string) => string {
  const agreement = new Map<string, Gender | "p">([
    ["p", "p"],
    ["m", "m"],
    ["f", "f"],
    ["n", "n"],
  ]);
  const agree = (id: string): Gender | "p" => {
    const found = agreement.get(id);
    if (!found)
      throw new Error(`found verb slot that agrees with "${id}", expected an earlier slot "${id}:"`);
    return found;
  };
  return (slot) => {
    if (slot.startsWith("!")) {
      const name = slot.slice(1);
      const answer = ask(name);
      if (name === "person") {
        // A verb that follows a title and a name agrees with the person: «логопед Майра Иванова рассказала».
        const gender = answer.endsWith("а") ? "f" : "m";
        agreement.set("person", gender).set("x", gender);
      }
      return answer;
    }
    if (slot.startsWith("#")) {
      const [, low, high, noun, wanted] = slot.match(/^#(\d+)-(\d+) (.+?)(?:\.([gdip]))?$/)!;
      const drawn = random.int(Number(low), Number(high));
      const count = drawn >= 300 ? Math.round(drawn / 10) * 10 : drawn;
      const phrase = alternatives(noun!, random);
      if (wanted) {
        // Oblique cases take the plural, save after 21, 31, …: those are stepped over.
        const many = count % 10 === 1 && count % 100 !== 11 ? count + 1 : count;
        return `${many} ${phraseForm(phrase, wanted as Case, true).text}`;
      }
      return `${count} ${countedForm(count, phrase)}`;
    }
    if (slot.startsWith("=")) {
      const [, list, relation, id] = slot.match(/^=([^<>]+)([<>])(.+)$/)!;
      const verb = alternatives(list!, random);
      if (relation === "<") return past(verb, agree(id!));
      return present(verb, id === "s" ? false : agree(id!) === "p");
    }
    const [, id, optional, adjectives, nouns, wanted, number] = slot.match(
      /^(?:([a-z]\w*):)?(\?)?(?:([^+]+)\+)?([^+]+)\.([ngdaip])(p)?$/,
    )!;
    const adjective =
      adjectives && (!optional || random.chance(0.5)) ? alternatives(adjectives, random) : undefined;
    const { text, noun } = phraseForm(
      alternatives(nouns!, random),
      wanted as Case,
      Boolean(number),
      adjective,
    );
    if (id) agreement.set(id, number ? "p" : noun.gender);
    return text;
  };
}
