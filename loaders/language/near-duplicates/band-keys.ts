import { mixed } from "../mix.ts";

/** Minima that make one key: more find fewer pairs, and fewer in vain. Key `i` is made of minima i, i + 1 and i + 3. */
const ROWS = 3;
const SECOND = 1;
const THIRD = 3;
/** The probability with which a pair exactly at the threshold is found. */
const FOUND = 0.98;
/** Keys that share minima are not independent: a fifth more of them find as much (simulated for 0.3 to 0.6). */
const SHARED = 1.2;
const FEWEST = 16;
const TEXTS_A_BLOCK = 1 << 12;

/**
 * How many keys of three minima find a pair of Jaccard index `threshold` with a probability of 98 %:
 * 1 - (1 - t³)ᵇ, Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, section 3.4.2, for bands of their own
 * minima, and a fifth more because the bands share theirs.
 */
export function bandCount(threshold: number): number {
  const bands = Math.log(1 - FOUND) / Math.log(1 - threshold ** ROWS);
  return Math.max(FEWEST, Math.ceil(SHARED * bands));
}

/**
 * MinHash signatures (Broder 1997), read as overlapping bands: a key for each text and band, which two texts share
 * with the third power of their Jaccard index as probability (Mining of Massive Datasets, sections 3.3 and 3.4).
 * The permutations are multiplications modulo 2³² of shingles, hashes already, by fixed odd numbers. Each minimum
 * serves three keys, no two keys share more than one, so that there are as many permutations as bands.
 */
export class BandKeys {
  readonly bands: number;
  readonly #factors: Int32Array;
  readonly #minima: Int32Array;
  readonly #blocks: Int32Array[] = [];
  #count = 0;

  constructor(bands: number) {
    this.bands = bands;
    // Minima are taken four at a time.
    const rounded = Math.ceil(bands / 4) * 4;
    this.#factors = Int32Array.from({ length: rounded }, (_, i) => mixed(0x9e3779b9 * (i + 1)) | 1);
    this.#minima = new Int32Array(rounded);
  }

  /** Adds the keys of the next text, by its shingles; repeated shingles change nothing. */
  add(shingles: Int32Array): void {
    const place = this.#count % TEXTS_A_BLOCK;
    if (place === 0) this.#blocks.push(new Int32Array(TEXTS_A_BLOCK * this.bands));
    const block = this.#blocks.at(-1)!;
    const minima = this.signature(shingles);
    const { bands } = this;
    for (let band = 0; band < bands; band++) {
      const first = Math.imul(minima[band]!, 0x9e3779b1);
      const second = Math.imul((first ^ (first >>> 15)) + minima[(band + SECOND) % bands]!, 0x85ebca77);
      block[band * TEXTS_A_BLOCK + place] = mixed(
        (second ^ (second >>> 13)) + minima[(band + THIRD) % bands]!,
      );
    }
    this.#count++;
  }

  keyOf(text: number, band: number): number {
    return this.#blocks[(text / TEXTS_A_BLOCK) | 0]![band * TEXTS_A_BLOCK + (text % TEXTS_A_BLOCK)]!;
  }

  /** The minima of a text's shingles, one a permutation; overwritten by the next call. */
  signature(shingles: Int32Array): Int32Array {
    const factors = this.#factors;
    const minima = this.#minima;
    for (let i = 0; i < minima.length; i += 4) {
      const one = factors[i]!;
      const two = factors[i + 1]!;
      const three = factors[i + 2]!;
      const four = factors[i + 3]!;
      let a = 0x7fffffff;
      let b = 0x7fffffff;
      let c = 0x7fffffff;
      let d = 0x7fffffff;
      for (let at = 0; at < shingles.length; at++) {
        const shingle = shingles[at]!;
        a = Math.min(a, Math.imul(shingle, one));
        b = Math.min(b, Math.imul(shingle, two));
        c = Math.min(c, Math.imul(shingle, three));
        d = Math.min(d, Math.imul(shingle, four));
      }
      minima[i] = a;
      minima[i + 1] = b;
      minima[i + 2] = c;
      minima[i + 3] = d;
    }
    return minima;
  }
}
