import { AlikePairs } from "./alike-texts.ts";
import { BandKeys, bandCount } from "./band-keys.ts";
import { EqualTexts } from "./equal-texts.ts";
import { GrowingInts } from "./growing-ints.ts";
import { ShingleSets } from "./shingle-sets.ts";
import { splitDrifting } from "./split-drifting.ts";
import { StoryWords } from "./story-words.ts";

const NONE = -1;
/** How like the face of its story a text must be, as a share of the threshold. */
const FACE_SHARE = 2 / 3;
/**
 * Keys of short texts find a pair at this multiple of the threshold with a probability of 98 %. Frequent words
 * crowd their buckets, so that keys cost more in vain, and few copies of short texts are near the threshold.
 */
const BRIEF_SHARE = 1.5;

/**
 * Finds copies and near-copies among texts, each known by its rank: 0 for the earliest, no rank left out or given
 * twice. Ranks may come in any order. Memory: about 4 bytes a word and 4 bytes a band of each distinct text, twice that
 * of a text of five to fifteen words.
 */
export class StoryFinder {
  readonly #threshold: number;
  readonly #words = new StoryWords();
  readonly #equal = new EqualTexts();
  readonly #sets = new ShingleSets();
  readonly #keys: BandKeys;
  /** By rank: the number of its distinct text, plus one. */
  readonly #textOfRank = new GrowingInts();
  /** By distinct text: its earliest rank, and its number among the long ones. */
  readonly #earliest = new GrowingInts();
  readonly #long = new GrowingInts();
  /** The long texts of few words once more: their words and pairs of words, and by long text their number here. */
  readonly #briefSets = new ShingleSets();
  readonly #briefKeys: BandKeys;
  readonly #brief = new GrowingInts();
  #ranks = 0;

  /**
   * `threshold` is the least Jaccard index of 3-word shingles at which two texts are near-copies, above 0 and at
   * most 1. Throws a RangeError if it is not.
   */
  constructor(threshold: number) {
    if (!(threshold > 0 && threshold <= 1))
      throw new RangeError(
        `threshold of stories: found ${threshold}, expected a number above 0 and at most 1`,
      );
    this.#threshold = threshold;
    this.#keys = new BandKeys(bandCount(threshold));
    this.#briefKeys = new BandKeys(bandCount(Math.min(1, threshold * BRIEF_SHARE)));
  }

  /** Adds a normalised text, title and body together. */
  add(rank: number, text: string): void {
    const words = this.#words;
    words.read(text);
    const known = this.#equal.count;
    const number = this.#equal.numberOf(words.hashes, words.count);
    this.#textOfRank.reserve(rank + 1);
    this.#textOfRank.values[rank] = number + 1;
    this.#ranks++;
    this.#textOfRank.count = Math.max(this.#textOfRank.count, rank + 1);
    if (number < known) {
      if (rank < this.#earliest.values[number]!) this.#earliest.values[number] = rank;
      return;
    }
    this.#earliest.push(rank);
    this.#long.push(words.isLong ? this.#sets.count : NONE);
    if (!words.isLong) return;
    this.#sets.add(words.hashes, words.count);
    this.#keys.add(this.#sets.shinglesOf(this.#sets.count - 1));
    this.#brief.push(words.isBrief ? this.#briefSets.count : NONE);
    if (!words.isBrief) return;
    this.#briefSets.addWordsAndPairs(words.hashes, words.count);
    this.#briefKeys.add(this.#briefSets.shinglesOf(this.#briefSets.count - 1));
  }

  /**
   * The story of each rank, as the rank of its earliest text. Equal texts share a story. Two texts share one if
   * their index is at least the threshold; two of at most fifteen words also if the index of their words and pairs
   * of words is, and one of them has all words of the other. A chain of such pairs joins texts too, as long as each
   * has two thirds of the threshold with the earliest of the story, by either index: chains do not drift away from
   * it. Throws if a rank is missing or was given twice.
   */
  stories(): Int32Array {
    const ranks = this.#textOfRank.count;
    const textOfRank = this.#textOfRank.values;
    if (this.#ranks !== ranks || textOfRank.subarray(0, ranks).includes(0))
      throw new RangeError(
        `ranks of texts: found ${this.#ranks} up to ${ranks - 1}, expected each once from 0`,
      );
    const { order, ranksInOrder } = this.#longTextsByAge();
    const faces = splitDrifting(order.length, this.#alikePairs(order), (place, face) =>
      this.#areNear(order[place]!, order[face]!),
    );

    const stories = new Int32Array(ranks);
    const faceRank = new Int32Array(this.#sets.count);
    for (let place = 0; place < order.length; place++) faceRank[order[place]!] = ranksInOrder[faces[place]!]!;
    for (let rank = 0; rank < ranks; rank++) {
      const text = textOfRank[rank]! - 1;
      const long = this.#long.values[text]!;
      stories[rank] = long === NONE ? this.#earliest.values[text]! : faceRank[long]!;
    }
    return stories;
  }

  #alikePairs(order: Int32Array): AlikePairs {
    const threshold = this.#threshold;
    const sets = this.#sets;
    const briefSets = this.#briefSets;
    const pairs = new AlikePairs(order.length);
    pairs.addThoseAmong(Int32Array.from(order.keys()), order, this.#keys, (text, earlier) =>
      sets.areAlike(text, earlier, threshold),
    );
    const briefPlaces = Int32Array.from(order.keys()).filter((at) => this.#brief.values[order[at]!] !== NONE);
    pairs.addThoseAmong(
      briefPlaces,
      briefPlaces.map((at) => this.#brief.values[order[at]!]!),
      this.#briefKeys,
      (text, earlier) =>
        briefSets.areAlike(text, earlier, threshold) && briefSets.oneHasAllWords(text, earlier),
    );
    return pairs;
  }

  #areNear(one: number, other: number): boolean {
    const floor = this.#threshold * FACE_SHARE;
    if (this.#sets.areAlike(one, other, floor)) return true;
    const [a, b] = [this.#brief.values[one]!, this.#brief.values[other]!];
    return a !== NONE && b !== NONE && this.#briefSets.areAlike(a, b, floor);
  }

  /** The distinct long texts from the earliest to the latest, and the rank of each. */
  #longTextsByAge(): { order: Int32Array; ranksInOrder: Int32Array } {
    const order = new Int32Array(this.#sets.count);
    const ranksInOrder = new Int32Array(this.#sets.count);
    let place = 0;
    for (let rank = 0; rank < this.#textOfRank.count; rank++) {
      const text = this.#textOfRank.values[rank]! - 1;
      if (this.#earliest.values[text] !== rank || this.#long.values[text] === NONE) continue;
      order[place] = this.#long.values[text]!;
      ranksInOrder[place++] = rank;
    }
    return { order, ranksInOrder };
  }
}
