import { analyse, nounReadings, type StemLexicon } from "./analyse.ts";
import { CLOSED } from "./closed.ts";

/** Different endings that a stem must have been seen with, the bare stem not counted. */
const ENDINGS = 3;
const SHORTEST = 4;

/**
 * Kazakh noun stems for which a corpus gives evidence: a stem is taken where it stands bare among `forms` (distinct
 * folded words) and with at least three different endings of the declension. A stem that is read as a known stem
 * with an ending (жылдар, келген) is not one; nor is one that is another taken stem with an ending on it, unless it
 * was seen with more endings than that. The order of the forms does not matter.
 */
export function growLexicon(forms: Iterable<string>): StemLexicon {
  const all = new Set(forms);
  const endings = new Map<string, Set<string>>();
  for (const form of all) {
    if (form.length < SHORTEST || CLOSED.has(form) || !CYRILLIC.test(form)) continue;
    for (const [stem, ending] of nounReadings(form)) {
      if (ending === "" || stem.length < SHORTEST || !all.has(stem)) continue;
      const seen = endings.get(stem);
      if (seen === undefined) endings.set(stem, new Set([ending]));
      else seen.add(ending);
    }
  }
  const taken = new Set<string>();
  for (const [stem, seen] of endings) {
    if (seen.size >= ENDINGS && isStem(stem, seen.size, endings)) taken.add(stem);
  }
  return taken;
}

const CYRILLIC = /^\p{Script=Cyrillic}+$/u;

function isStem(stem: string, count: number, endings: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const { lemma, known } = analyse(stem);
  if (lemma === stem) return true;
  return !known && (endings.get(lemma)?.size ?? 0) < count;
}
