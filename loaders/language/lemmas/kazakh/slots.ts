import { type Suffix, shapes } from "./suffix.ts";

/**
 * The order of Kazakh suffixes as an automaton that is read from a word's end: a slot lists the suffixes that may
 * stand there and, by `to`, the slot left of each. `noun` and `verb` are stems: reading ends there. A slot's
 * `""` passes to another at a cost without a suffix.
 *
 * Sources: docs/methods/lemmas.md. Costs were set by hand and tuned as it says.
 */
const rows: readonly (readonly [
  slot: string,
  pattern: string,
  cost: number,
  to: string,
  after?: "V" | "C",
])[] = [
  // Declension, on a bare or plural stem, or one with a possessive of the 1st and 2nd person.
  ["case", "NIң", 1.6, "owned"],
  ["case", "GA", 1.7, "owned"],
  ["case", "TI", 1.7, "owned"],
  ["case", "DA", 1.7, "owned"],
  ["case", "QAн", 1.7, "owned"],
  ["case", "Wен", 1.7, "owned"],
  ["case", "A", 2.5, "own12", "C"],
  // The same after a possessive of the 3rd person, and its attributive.
  ["case", "нIң", 0.9, "own3"],
  ["case", "нA", 0.9, "own3"],
  ["case", "н", 0.9, "own3"],
  ["case", "нDA", 0.9, "own3"],
  ["case", "нAн", 0.9, "own3"],
  ["case", "мен", 0.9, "own3"],
  ["case", "нDAGI", 1.6, "own3"],
  ["case", "DAGI", 1.9, "owned"],
  ["case", "нDAй", 3, "own3"],
  ["case", "DAй", 3.2, "owned"],
  ["case", "нша", 3.5, "own3"],
  ["case", "нше", 3.5, "own3"],
  ["case", "Nікі", 3, "owned"],
  ["case", "", 0.5, "owned"],
  // Possession.
  ["owned", "", 0.3, "plural"],
  ["owned", "", 0, "own3"],
  ["owned", "", 0, "own12"],
  ["own3", "сI", 1.3, "plural", "V"],
  ["own3", "I", 1.3, "plural", "C"],
  ["own12", "Iм", 3, "plural", "C"],
  ["own12", "м", 3.2, "plural", "V"],
  ["own12", "IмIз", 2.4, "plural", "C"],
  ["own12", "мIз", 2.6, "plural", "V"],
  ["own12", "Iң", 3.6, "plural", "C"],
  ["own12", "ң", 3.8, "plural", "V"],
  ["own12", "IңIз", 2.8, "plural", "C"],
  ["own12", "ңIз", 3, "plural", "V"],
  // Number.
  ["plural", "LAр", 1.3, "nominal"],
  ["plural", "", 0.2, "nominal"],
  // What can be declined: a noun, or a form of the verb.
  ["nominal", "", 0, "noun"],
  ["nominal", "у", 0.9, "negated"],
  ["nominal", "GAн", 1.2, "negated"],
  ["nominal", "AтIн", 1.6, "negated", "C"],
  ["nominal", "йтIн", 1.6, "negated", "V"],
  ["nominal", "итIн", 1.8, "verb", "C"],
  ["nominal", "AтIнDIK", 2.5, "negated", "C"],
  ["nominal", "GAнDIK", 2.2, "negated"],
  ["nominal", "MAK", 3.6, "voice"],
  ["nominal", "MAс", 2.6, "voice"],
  ["nominal", "Aр", 2.6, "voice", "C"],
  ["nominal", "р", 3, "voice", "V"],
  ["nominal", "GI", 4, "voice"],
  // Whole words: nominal, or a verb's finite form or converb.
  ["word", "", 0.2, "case"],
  ["word", "", 1.2, "finite"],
  ["word", "WIн", 5, "copular"],
  ["word", "MIз", 5, "copular"],
  ["word", "сIз", 6.5, "copular"],
  ["word", "сIң", 6, "copular"],
  ["copular", "", 0, "case"],
  // Past and conditional with the short personal endings.
  ["finite", "DI", 0.7, "negated"],
  ["finite", "DIм", 1.7, "negated"],
  ["finite", "DIң", 2.6, "negated"],
  ["finite", "DIңIз", 2.6, "negated"],
  ["finite", "DIK", 1.9, "negated"],
  ["finite", "DIңIздAр", 3.4, "negated"],
  ["finite", "DIңдAр", 3.4, "negated"],
  ["finite", "сA", 1.6, "negated"],
  ["finite", "сAм", 2.4, "negated"],
  ["finite", "сAң", 2.8, "negated"],
  ["finite", "сAңIз", 2.6, "negated"],
  ["finite", "сAңIздAр", 3.4, "negated"],
  ["finite", "сAK", 2.6, "negated"],
  // Present-future in -а/-е/-й with the long endings.
  ["finite", "DI", 0.1, "imperfect"],
  ["finite", "мIн", 1.4, "imperfect"],
  ["finite", "сIң", 2.2, "imperfect"],
  ["finite", "сIз", 2, "imperfect"],
  ["finite", "сIздAр", 2.8, "imperfect"],
  ["finite", "сIңдAр", 3, "imperfect"],
  ["finite", "мIз", 1.4, "imperfect"],
  ["finite", "", 1.2, "imperfect"],
  ["imperfect", "A", 0.6, "negated", "C"],
  ["imperfect", "й", 0.6, "negated", "V"],
  ["imperfect", "и", 0.8, "verb", "C"],
  // Perfect converb and its finite form.
  ["finite", "", 0.5, "perfect"],
  ["finite", "тI", 1.6, "perfect"],
  ["finite", "пIн", 2.2, "perfect"],
  ["finite", "сIз", 3, "perfect"],
  ["finite", "сIң", 3, "perfect"],
  ["finite", "пIз", 2.2, "perfect"],
  ["perfect", "Iп", 0.3, "negated", "C"],
  ["perfect", "п", 0.3, "negated", "V"],
  // Participles as predicates.
  ["finite", "WIн", 2, "participle"],
  ["finite", "сIң", 3, "participle"],
  ["finite", "сIз", 3, "participle"],
  ["finite", "MIз", 2, "participle"],
  ["participle", "GAн", 0.8, "negated"],
  ["participle", "AтIн", 1, "negated", "C"],
  ["participle", "йтIн", 1, "negated", "V"],
  ["participle", "итIн", 1.2, "verb", "C"],
  ["participle", "Aр", 1.4, "negated", "C"],
  ["participle", "р", 1.6, "negated", "V"],
  ["participle", "MAK", 1.8, "voice"],
  ["participle", "MAKшI", 1.8, "voice"],
  ["participle", "MAс", 1.6, "voice"],
  ["finite", "", 2, "participle"],
  // Other converbs.
  ["finite", "GAнша", 2.4, "negated"],
  ["finite", "GAнше", 2.4, "negated"],
  ["finite", "GAлI", 2.6, "negated"],
  ["finite", "GAсIн", 3, "negated"],
  ["finite", "AрлIKтAй", 2.4, "negated", "C"],
  ["finite", "рлIKтAй", 2.4, "negated", "V"],
  // Wish, in -ғы with a possessive.
  ["finite", "GIсI", 2.2, "negated"],
  ["finite", "GIм", 3, "negated"],
  ["finite", "GIң", 3.4, "negated"],
  ["finite", "GIмIз", 3, "negated"],
  // Imperative and optative.
  ["finite", "сIн", 1.5, "negated"],
  ["finite", "AйIн", 2.6, "negated", "C"],
  ["finite", "йIн", 2.6, "negated", "V"],
  ["finite", "AйIK", 2.4, "negated", "C"],
  ["finite", "йIK", 2.4, "negated", "V"],
  ["finite", "иIн", 2.8, "verb", "C"],
  ["finite", "иIK", 2.6, "verb", "C"],
  ["finite", "IңIз", 2.2, "negated", "C"],
  ["finite", "ңIз", 2.2, "negated", "V"],
  ["finite", "IңIздAр", 2.4, "negated", "C"],
  ["finite", "ңIздAр", 2.4, "negated", "V"],
  ["finite", "IңдAр", 3, "negated", "C"],
  ["finite", "ңдAр", 3, "negated", "V"],
  ["finite", "", 4.2, "negated"],
  // Negation, then voice: passive and reciprocal are inflection here, the causative makes a new verb.
  ["negated", "MA", 1.6, "voice"],
  ["negated", "", 0.2, "voice"],
  ["voice", "Iл", 1.1, "verb", "C"],
  ["voice", "л", 1.3, "verb", "V"],
  ["voice", "Iн", 3.2, "verb", "C"],
  ["voice", "н", 1.6, "verb", "V"],
  ["voice", "Iс", 3.4, "verb", "C"],
  ["voice", "с", 3.2, "verb", "V"],
  ["voice", "", 0.2, "verb"],
];

export interface Slot {
  /** Whether reading ends here, at the stem of a noun or of a verb. */
  readonly stem: "noun" | "verb" | undefined;
  /** Suffixes by the code unit of their last letter, and the slot left of each. */
  readonly byLast: ReadonlyMap<number, readonly { suffix: Suffix; to: Slot }[]>;
  /** Slots reached without a suffix, with the cost. */
  readonly empty: readonly { to: Slot; cost: number }[];
}

/** Slots by name. */
export const slots: ReadonlyMap<string, Slot> = build();

function build(): Map<string, Slot> {
  type Growing = Pick<Slot, "stem"> & {
    byLast: Map<number, { suffix: Suffix; to: Slot }[]>;
    empty: { to: Slot; cost: number }[];
  };
  const made = new Map<string, Growing>();
  const slotOf = (name: string): Growing => {
    let slot = made.get(name);
    if (slot === undefined) {
      slot = { stem: name === "noun" || name === "verb" ? name : undefined, byLast: new Map(), empty: [] };
      made.set(name, slot);
    }
    return slot;
  };
  for (const [name, pattern, cost, left, after] of rows) {
    const slot = slotOf(name);
    const to = slotOf(left);
    if (pattern === "") {
      slot.empty.push({ to, cost });
      continue;
    }
    for (const suffix of shapes(pattern, cost, after ?? "any")) {
      const last = suffix.text.charCodeAt(suffix.text.length - 1);
      const list = slot.byLast.get(last);
      if (list === undefined) slot.byLast.set(last, [{ suffix, to }]);
      else list.push({ suffix, to });
    }
  }
  return made;
}
