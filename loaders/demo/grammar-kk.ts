/**
 * Fills the slots of Kazakh templates. `{мектеп|балабақша.pl.loc}` a stem with suffixes,
 * `{жаңа|кең+мектеп.dat}` after an adjective, `{?жаңа+мектеп}` after one half of the time,
 * `{=аш|баста.past}` a verb, `{#5-40 мектеп.dat}` a counted noun (singular after a number),
 * `$list` a list of the lexicon, `{!name}` asks the story.
 */
import { suffixed } from "./kazakh-suffixes.ts";
import { kazakhLists } from "./lexicon-kk.ts";
import type { Random } from "./prng.ts";

function alternatives(text: string, random: Random): string {
  const one = random.pick(text.split("|"));
  if (!one.startsWith("$")) return one;
  const list = kazakhLists[one.slice(1)];
  if (!list)
    throw new Error(
      `found list "${one}", expected one of lexicon-kk.ts: ${Object.keys(kazakhLists).join(", ")}`,
    );
  return random.pick(list);
}

function lastWordSuffixed(phrase: string, suffixes: readonly string[]): string {
  const at = phrase.lastIndexOf(" ") + 1;
  return phrase.slice(0, at) + suffixed(phrase.slice(at), suffixes);
}

/** A function that fills the slots of one post; `ask` answers `{!name}` and `{!name.suffixes}`. */
export function kazakhFiller(random: Random, ask: (name: string) => string): (slot: string) => string {
  return (slot) => {
    const [head, ...suffixes] = slot.split(".") as [string, ...string[]];
    if (head.startsWith("!")) {
      const answer = ask(head.slice(1));
      return suffixes.length ? lastWordSuffixed(answer, suffixes) : answer;
    }
    if (head.startsWith("#")) {
      const [, low, high, noun] = head.match(/^#(\d+)-(\d+) (.+)$/)!;
      const drawn = random.int(Number(low), Number(high));
      return `${drawn >= 300 ? Math.round(drawn / 10) * 10 : drawn} ${lastWordSuffixed(alternatives(noun!, random), suffixes)}`;
    }
    if (head.startsWith("=")) return lastWordSuffixed(alternatives(head.slice(1), random), suffixes);
    const [, optional, adjectives, nouns] = head.match(/^(\?)?(?:([^+]+)\+)?([^+]+)$/)!;
    const adjective =
      adjectives && (!optional || random.chance(0.5)) ? `${alternatives(adjectives, random)} ` : "";
    return adjective + lastWordSuffixed(alternatives(nouns!, random), suffixes);
  };
}
