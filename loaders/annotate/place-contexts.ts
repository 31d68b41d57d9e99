import { fold } from "../language/fold.ts";
import { formsRead, type LatinReading } from "../language/latin-reading.ts";
import { matchesGlob } from "../query/glob.ts";
import type { Hit } from "../query/match.ts";
import { parsePattern } from "../query/term.ts";
import type { PlaceWords } from "../study/lexicons.ts";
import { slotOf } from "../study/place-context.ts";
import { hitsWithin, type PatternRange, type PatternSet } from "./patterns.ts";
import type { Mention } from "./place-mentions.ts";
import { reading } from "./setting.ts";

/** What the words about a mention say of it. */
export type Standing = "named" | "elsewhere" | "not-place";

/** A context whose words are patterns of the matcher; a side without words has no number. */
interface Context {
  readonly standing: Standing;
  readonly before?: number;
  readonly after?: number;
  /** Code points of the wildcard word that the name's last word must match; absent for any word. */
  readonly name?: readonly string[];
}

const LAST_WORD = /[\p{L}\p{M}\p{Nd}]+$/u;
const SENTENCE_END = /[.!?…\n]/u;

/**
 * Tells by the study's contexts how each mention of a text stands. A context's words must touch the name, whatever
 * stands between that is no word. Of two contexts that fit, "not a place" counts. Names that follow each other in
 * one sentence, with nothing or one joining word between, are a list: if one is elsewhere, all are.
 * Throws on a context that can't be read.
 */
export function placeContexts(
  words: PlaceWords | undefined,
  set: PatternSet,
): (mentions: readonly Mention[], hits: readonly Hit[], text: string, latin: LatinReading) => Standing[] {
  if (words === undefined) return (mentions) => mentions.map(() => "named");
  const contexts: Context[] = [];
  const patterns: ReturnType<typeof parsePattern>[] = [];
  const add = (place: string, pattern: string): number =>
    patterns.push(reading(place, () => parsePattern(pattern))) - 1;
  for (const [standing, lists] of [
    ["not-place", words.notPlace],
    ["elsewhere", words.elsewhere],
  ] as const) {
    for (const [language, list] of Object.entries(lists)) {
      for (const written of list) {
        const place = `places, ${standing} in ${language}, "${written}"`;
        const slot = slotOf(written);
        if (slot === undefined || (slot.before === "" && slot.after === ""))
          throw new Error(`${place}: found no words with one name in braces, expected such as "street {*}"`);
        contexts.push({
          standing,
          ...(slot.before !== "" && { before: add(place, slot.before) }),
          ...(slot.after !== "" && { after: add(place, slot.after) }),
          ...(slot.name !== "*" && { name: [...fold(slot.name)] }),
        });
      }
    }
  }
  const contextRange = set.add(patterns);
  const andRange = set.add(
    Object.entries(words.and).flatMap(([language, list]) =>
      list.map((word) => reading(`places, and in ${language}, "${word}"`, () => parsePattern(word))),
    ),
  );
  return (mentions, hits, text, latin) => {
    if (mentions.length === 0) return [];
    const beside = besideWords(hits, contextRange);
    const standings = mentions.map((mention) => standingOf(mention, contexts, beside, text, latin));
    if (mentions.length > 1 && standings.includes("elsewhere"))
      spread(mentions, standings, joinsOf(hits, andRange), text);
    return standings;
  };
}

/** By number of a pattern: the words at which it begins and at which it ends. */
interface Beside {
  readonly begins: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
}

function besideWords(hits: readonly Hit[], range: PatternRange): Beside {
  const begins = new Set<string>();
  const ends = new Set<string>();
  for (const { pattern, first, last } of hitsWithin(hits, range)) {
    begins.add(`${pattern} ${first}`);
    ends.add(`${pattern} ${last}`);
  }
  return { begins, ends };
}

function standingOf(
  { first, last, start, end }: Mention,
  contexts: readonly Context[],
  { begins, ends }: Beside,
  text: string,
  latin: LatinReading,
): Standing {
  let found: Standing = "named";
  if (begins.size === 0) return found;
  for (const { standing, before, after, name } of contexts) {
    if (before !== undefined && !ends.has(`${before} ${first - 1}`)) continue;
    if (after !== undefined && !begins.has(`${after} ${last + 1}`)) continue;
    if (name !== undefined) {
      const word = text.slice(start, end).match(LAST_WORD)?.[0] ?? "";
      const form = fold(word);
      if (![form, ...formsRead(form, latin)].some((reading) => matchesGlob(name, reading))) continue;
    }
    if (standing === "not-place") return standing;
    found = standing;
  }
  return found;
}

function joinsOf(hits: readonly Hit[], range: PatternRange): ReadonlySet<number> {
  return new Set(
    hitsWithin(hits, range)
      .filter(({ first, last }) => first === last)
      .map(({ first }) => first),
  );
}

/** A list of names shares its standing: forwards, then backwards. */
function spread(
  mentions: readonly Mention[],
  standings: Standing[],
  joins: ReadonlySet<number>,
  text: string,
): void {
  const joined = mentions.slice(1).map((next, index) => {
    const before = mentions[index]!;
    const between = next.first - before.last - 1;
    if (between > 1 || between < 0 || (between === 1 && !joins.has(before.last + 1))) return false;
    return !SENTENCE_END.test(text.slice(before.end, next.start));
  });
  const copy = (from: number, to: number) => {
    if (standings[from] === "elsewhere" && standings[to] === "named") standings[to] = "elsewhere";
  };
  joined.forEach((is, index) => {
    if (is) copy(index, index + 1);
  });
  for (let index = joined.length - 1; index >= 0; index--) if (joined[index]) copy(index + 1, index);
}
