import { createHash } from "node:crypto";
import { StoryFinder } from "../../../loaders/language/near-duplicates/story-finder.ts";
import { defaultStoryThreshold } from "../../../loaders/study/study.ts";
import { randomNumbers } from "../../corpus/made-captures.ts";
import { editKinds, madeCopy, verbatimShare, wordCount } from "./made-copies.ts";
import type { RealText } from "./real-texts.ts";
import { sameEventPairs } from "./same-event.ts";

export const DEFAULT_THRESHOLD = defaultStoryThreshold;
/** Texts of fewer words have no copies made: less than five words are a phrase, and no near-copies by definition. */
const FEWEST_WORDS = 5;
/** Copies of shorter texts are counted by themselves too. */
const SHORT_WORDS = 10;
const RANDOM_PAIRS = 20_000;
const HARD_PAIRS = 500;

export interface Pair {
  readonly kind: string;
  readonly isCopy: boolean;
  readonly one: number;
  readonly other: number;
}

/** Texts, and pairs of them with what is known about them. */
export interface LabelledPairs {
  readonly texts: readonly RealText[];
  readonly pairs: readonly Pair[];
}

/** The half of the texts that a text belongs to: tuned on or reported on. */
export function isTuned({ id }: RealText): boolean {
  return createHash("sha256").update(id).digest()[0]! % 2 === 0;
}

/**
 * Copies made of each text of the half, random pairs of texts, and pairs of one event in two channels. `copies`
 * says whether each text has one copy, its kind drawn, or one of each kind. Seeded.
 */
export function labelledPairs(
  all: readonly RealText[],
  half: "tuned" | "reported",
  copies: "one" | "each",
): LabelledPairs {
  const random = randomNumbers(half === "tuned" ? 1 : 2);
  const texts = distinct(all).filter((text) => isTuned(text) === (half === "tuned"));
  const originals = texts.length;
  const pairs: Pair[] = [];
  for (let one = 0; one < originals; one++) {
    const original = texts[one]!;
    const words = wordCount(`${original.title} ${original.text}`);
    if (words < FEWEST_WORDS) continue;
    const kinds = copies === "each" ? editKinds : [editKinds[Math.floor(random() * editKinds.length)]!];
    for (const kind of kinds) {
      const copy = madeCopy(kind, original, all, random);
      if (copy === undefined) continue;
      const name = words < SHORT_WORDS ? `${kind}, under ${SHORT_WORDS} words` : kind;
      pairs.push({ kind: name, isCopy: true, one, other: texts.push(copy) - 1 });
    }
  }
  for (let i = 0; i < RANDOM_PAIRS; i++) {
    const one = Math.floor(random() * originals);
    const other = (one + 1 + Math.floor(random() * (originals - 1))) % originals;
    pairs.push({ kind: "random", isCopy: false, one, other });
  }
  return { texts, pairs };
}

/**
 * Pairs of one event in two channels among all texts, labelled by what they have verbatim in runs of at least five
 * words: a copy from six tenths of the shorter text, an account of its own up to three tenths, unclear between.
 * The 500 that have most in common of the accounts of their own are the hard non-pairs.
 */
export function sameEvent(all: readonly RealText[]): LabelledPairs {
  const texts = distinct(all);
  const pairs: Pair[] = [];
  let hard = 0;
  for (const { one, other } of sameEventPairs(texts)) {
    const share = verbatimShare(texts[one]!.text, texts[other]!.text);
    const isOwn = share <= 0.3;
    if (isOwn && hard++ >= HARD_PAIRS) continue;
    const kind = isOwn ? "own account" : share >= 0.6 ? "copied" : "unclear";
    pairs.push({ kind, isCopy: kind === "copied", one, other });
  }
  return { texts, pairs };
}

export type PairCounts = Map<string, { found: number; of: number; isCopy: boolean }>;

/**
 * Recall over all made copies, of texts of five words and more, and over those of ten and more; the non-pairs that
 * share a story; and precision: of all pairs joined, how many are copies.
 */
export function summary(made: PairCounts, event: PairCounts) {
  let found = 0;
  let of = 0;
  let foundLong = 0;
  let ofLong = 0;
  for (const [kind, count] of made) {
    if (!count.isCopy) continue;
    found += count.found;
    of += count.of;
    if (kind.includes("under")) continue;
    foundLong += count.found;
    ofLong += count.of;
  }
  const random = made.get("random")!.found;
  const hard = event.get("own account")!.found;
  const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
  return {
    recall: rounded(found / of),
    "recall, 10 words and more": rounded(foundLong / ofLong),
    precision: rounded(found / (found + random + hard)),
    "random joined": random,
    "hard joined": hard,
  };
}

/** How many pairs of each kind share a story, and of how many, when all texts are one corpus in a random order. */
export function pairsInOneStory({ texts, pairs }: LabelledPairs, threshold: number): PairCounts {
  const finder = new StoryFinder(threshold);
  const ages = shuffled(texts.length);
  for (const [i, { title, text }] of texts.entries())
    finder.add(ages[i]!, title === "" ? text : `${title}\n${text}`);
  const stories = finder.stories();
  const counts: PairCounts = new Map();
  for (const { kind, isCopy, one, other } of pairs) {
    const count = counts.get(kind) ?? { found: 0, of: 0, isCopy };
    counts.set(kind, count);
    count.of++;
    if (stories[ages[one]!] === stories[ages[other]!]) count.found++;
  }
  return counts;
}

/** Texts of which no other has the same characters. */
function distinct(texts: readonly RealText[]): RealText[] {
  return [...new Map(texts.map((text) => [text.text, text])).values()];
}

function shuffled(count: number): number[] {
  const random = randomNumbers(count);
  const numbers = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [numbers[i], numbers[j]] = [numbers[j]!, numbers[i]!];
  }
  return numbers;
}
