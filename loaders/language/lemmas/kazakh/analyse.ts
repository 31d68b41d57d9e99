import { costs } from "./costs.ts";
import { highVowel, UNVOICED, unvoiced, withVowel } from "./repair.ts";
import { type Slot, slots } from "./slots.ts";
import { finalOf, harmonyOf, hasVowel, isLoan, syllables, VOWEL } from "./sounds.ts";
import { LOANS, NOUN_STEMS, SHORTENED, VERB_STEMS } from "./stems.ts";
import type { Suffix } from "./suffix.ts";

/** Stems that a study's corpus gave evidence for. */
export type StemLexicon = ReadonlySet<string>;

export interface Analysis {
  lemma: string;
  cost: number;
  /** The stem stands in a list of stems. */
  known: boolean;
}

/**
 * The cheapest way to read a folded Kazakh word as a stem and suffixes. Every path of the automaton of slots.ts is
 * followed from the word's end; a path costs what its suffixes cost, an unknown stem costs more the longer it is,
 * and a known one little: so the word is read as the shortest description of it (Rissanen's principle).
 * Time grows with the number of suffix readings, which a word's length bounds.
 */
export function analyse(word: string, lexicon?: StemLexicon): Analysis {
  const search = new Search(decompose(word), lexicon);
  search.walk(WHOLE_WORD, search.word.length, 0, undefined);
  return search.best ?? { lemma: word, cost: Number.POSITIVE_INFINITY, known: false };
}

const WHOLE_WORD = slots.get("word")!;
const DECLENSION = slots.get("case")!;
/** No stem costs less. */
const CHEAPEST_STEM = Math.min(costs.known, costs.knownVerb, costs.noun, costs.verb, costs.compound);

/**
 * Every noun stem that a folded word can be read as, with the ending that is left: мектептің → мектеп + тің,
 * мектепті + ң … A stem whose final б г ғ was repaired is given repaired.
 */
export function nounReadings(word: string): Map<string, string> {
  const found = new Map<string, string>();
  const text = decompose(word);
  const search = new Search(text, undefined, (stem, end) => found.set(stem, text.slice(end)));
  search.walk(DECLENSION, text.length, 0, undefined);
  return found;
}

/** я and ю hold a й and the vowel of a suffix (қой + а is written қоя). */
function decompose(word: string): string {
  return word.replaceAll("я", "йа").replaceAll("ю", "йу");
}

function compose(word: string): string {
  return word.replaceAll("йа", "я").replaceAll("йу", "ю");
}

class Search {
  best: Analysis | undefined;
  /** Whether я or ю may have to be put together: most words have neither. */
  private readonly hasGlide: boolean;

  constructor(
    readonly word: string,
    private readonly lexicon: StemLexicon | undefined,
    /** Told of every noun stem and where it ends; then no reading is skipped for its cost. */
    private readonly found?: (stem: string, end: number) => void,
  ) {
    this.hasGlide = word.includes("йа") || word.includes("йу");
  }

  walk(slot: Slot, end: number, cost: number, suffix: Suffix | undefined): void {
    if (this.found === undefined && this.best !== undefined && cost + CHEAPEST_STEM >= this.best.cost) return;
    if (slot.stem === "noun") {
      this.noun(end, cost, suffix);
      return;
    }
    if (slot.stem === "verb") {
      this.verb(end, cost, suffix);
      return;
    }
    const candidates = slot.byLast.get(this.word.charCodeAt(end - 1));
    if (candidates !== undefined) for (const { suffix, to } of candidates) this.strip(suffix, to, end, cost);
    for (const { to, cost: step } of slot.empty) this.walk(to, end, cost + step, suffix);
  }

  private strip(next: Suffix, to: Slot, end: number, cost: number): void {
    const { word } = this;
    const start = end - next.text.length;
    if (start < 2 || !word.endsWith(next.text, end)) return;
    if ((finalOf(word, start) & next.after) === 0) return;
    if (!hasVowel(word, start)) return;
    let step = next.cost;
    if (next.harmony !== "open") {
      const harmony = harmonyOf(word, start);
      if (harmony !== "open" && harmony !== next.harmony)
        step += isLoan(this.stemBefore(start)) ? costs.disharmonyOfLoan : costs.disharmony;
    }
    this.walk(to, start, cost + step, next);
  }

  private stemBefore(end: number): string {
    const stem = this.word.slice(0, end);
    return this.hasGlide ? compose(stem) : stem;
  }

  private noun(end: number, cost: number, suffix: Suffix | undefined): void {
    const stem = this.stemBefore(end);
    if (this.found !== undefined) {
      const repaired = suffix?.voices === true ? unvoiced(stem) : undefined;
      this.found(repaired === undefined ? stem : stem.slice(0, -1) + repaired, end);
      return;
    }
    if (suffix !== undefined && OWNED.test(suffix.text) && NOUN_STEMS.has(stem + suffix.text))
      this.offer(stem + suffix.text, cost + costs.known + costs.ownedStem, true);
    if (suffix !== undefined && DROPPED_T.test(stem) && /^[тқк]/u.test(suffix.text) && !this.isNoun(stem))
      this.offer(`${stem}т`, cost + costs.known, true);
    const loan = suffix === undefined ? undefined : LOANS.get(stem);
    if (loan !== undefined) this.offer(loan, cost + costs.known, true);
    if (suffix?.voices === true) {
      const full = SHORTENED.get(stem);
      if (full !== undefined) this.offer(full, cost + costs.known, true);
      const restored = withVowel(stem);
      if (restored !== undefined && this.isNoun(restored))
        this.offer(restored, cost + costs.known + costs.syncope, true);
      const last = stem.at(-1)!;
      const repaired = unvoiced(stem);
      if (repaired !== undefined) {
        this.offerNoun(stem.slice(0, -1) + repaired, cost);
        this.offerNoun(stem, cost + costs.unrepaired);
        return;
      }
      if (last === "қ" || last === "к" || last === "п") {
        this.offerNoun(stem, cost + costs.unrepaired);
        return;
      }
    }
    if (suffix?.text.startsWith("н") === true && stem.endsWith("о") && !this.isNoun(stem))
      cost += costs.vowelOfLoan;
    this.offerNoun(stem, cost);
  }

  private offerNoun(stem: string, cost: number): void {
    const isKnown = this.isNoun(stem);
    this.offer(stem, cost + this.nounCost(stem), isKnown);
  }

  private isNoun(stem: string): boolean {
    return NOUN_STEMS.has(stem) || this.lexicon?.has(stem) === true;
  }

  private nounCost(stem: string): number {
    if (this.isNoun(stem)) return costs.known + costs.knownLetter * stem.length;
    let cost = costs.noun + costs.letter * stem.length;
    if (stem.length <= 2) cost += costs.short;
    for (const [ending, discount] of DERIVED.get(stem.charCodeAt(stem.length - 1)) ?? []) {
      if (stem.length > ending.length + 1 && stem.endsWith(ending)) {
        if (NOUN_STEMS.has(stem.slice(0, -ending.length))) return costs.known + costs.derivation;
        cost -= discount;
        break;
      }
    }
    if (stem.length > 4 && stem.endsWith("ақы")) cost = Math.min(cost, costs.compound + costs.letter * 2);
    if (isCompound(stem)) cost = Math.min(cost, costs.compound + costs.letter * 3);
    const last = stem.at(-1)!;
    if (last in UNVOICED && !isLoan(stem)) cost += costs.voicedFinal;
    return cost;
  }

  private verb(end: number, cost: number, suffix: Suffix | undefined): void {
    if (this.found !== undefined) return;
    const stem = this.stemBefore(end);
    const before = suffix?.text ?? "";
    if (before.startsWith("и")) {
      this.offerVerb(stem + highVowel(stem), cost);
      return;
    }
    if (suffix?.voices === true) {
      const last = stem.at(-1)!;
      const repaired = UNVOICED[last];
      if (repaired !== undefined && unvoiced(stem) !== undefined) {
        this.offerVerb(stem.slice(0, -1) + repaired, cost);
        return;
      }
      if (last === "у" && stem.length <= 4) this.offerVerb(`${stem.slice(0, -1)}п`, cost + 0.5);
      if (before === "у" && (finalOf(stem, stem.length) & VOWEL) === 0) {
        this.offerVerb(stem + highVowel(stem), cost + costs.restored);
      }
      if (last === "қ" || last === "к" || last === "п") cost += costs.unrepaired;
    }
    this.offerVerb(stem, cost);
  }

  private offerVerb(stem: string, cost: number): void {
    this.offer(stem, cost + this.verbCost(stem), VERB_STEMS.has(stem));
  }

  private verbCost(stem: string): number {
    if (VERB_STEMS.has(stem)) return costs.knownVerb + costs.knownLetter * stem.length;
    let cost = costs.verb + costs.letter * stem.length;
    if (this.isNoun(stem)) cost += costs.nounAsVerb;
    if (stem.length <= 2 || syllables(stem) === 0) cost += costs.short;
    for (const [ending, discount] of DERIVED_VERBS.get(stem.charCodeAt(stem.length - 1)) ?? [])
      if (stem.length > ending.length + 1 && stem.endsWith(ending)) return cost - discount;
    if (isLoan(stem)) cost += costs.loanAsVerb;
    return cost;
  }

  private offer(lemma: string, cost: number, known: boolean): void {
    if (this.best === undefined || cost < this.best.cost) this.best = { lemma, cost, known };
  }
}

/** Ends of loans in -ист and -пункт as they are written before т қ к (журналистер, медпунктке). */
const DROPPED_T = /(?:.{2}(?<!по)[лр]ис|пунк)$/u;
/** Possessives of the third person. */
const OWNED = /^с?[ыі]$/u;
/** Endings that a listed noun begins with: what stands before them is no first part of a compound (мүмкіндік-тері). */
const LIKE_ENDING =
  /^(?:[лдт][ае]р|[нтд][ыі]ң|[дт][ае]н|[дтл][ыі][қк]|с[ыі]з|[аеыі][ғг][ыі]|[ае]р[ыі]|шығ|саб|зейін|зиян|уран)/u;

/** Endings that make nouns and adjectives, with what they spare: they are read as one piece. */
const DERIVED = endings(
  `шылық шілік стан хана гер кер қор паз шы ші лық лік дық дік тық тік лы лі сыз сіз ғы гі қы кі
   ғыш гіш қыш кіш ция ия изм ист ика лас лес дас дес тас тес ша ше нама кеш ман ым ім ыс іс ақ ек ық ік ма ме ба бе па пе`,
);
const DERIVED_VERBS = endings(
  `ландыр лендір ластыр лестір дыр дір тыр тір ғыз гіз қыз кіз ла ле да де та те лан лен дан ден тан тен лас лес дас дес тас тес ай ей ар ер ыт іт`,
);

/** By the code unit of their last letter, the longest first. */
function endings(
  list: string,
): ReadonlyMap<number, readonly (readonly [ending: string, discount: number])[]> {
  const found = new Map<number, (readonly [ending: string, discount: number])[]>();
  const sorted = list
    .trim()
    .split(/\s+/u)
    .sort((a, b) => b.length - a.length);
  for (const ending of sorted) {
    const last = ending.charCodeAt(ending.length - 1);
    found.set(last, [...(found.get(last) ?? []), [ending, costs.derivedLetter * ending.length]]);
  }
  return found;
}

const SHORTEST_HEAD = 4;
/** The last letters of nouns that may be the head of a compound. */
const HEAD_ENDS = new Set(
  [...NOUN_STEMS].filter((stem) => stem.length >= SHORTEST_HEAD).map((stem) => stem.slice(-SHORTEST_HEAD)),
);

/** True where the end of a stem is a known noun of four letters or more, and at least two stand before it (кәсіп-орын). */
function isCompound(stem: string): boolean {
  if (!HEAD_ENDS.has(stem.slice(-SHORTEST_HEAD))) return false;
  for (let at = 2; at <= stem.length - SHORTEST_HEAD; at++) {
    const head = stem.slice(at);
    if (NOUN_STEMS.has(head) && !LIKE_ENDING.test(head)) return true;
  }
  return false;
}
