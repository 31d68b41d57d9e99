import { fold } from "../../../loaders/language/fold.ts";
import { tokenise } from "../../../loaders/language/tokenise.ts";

const PERMUTATIONS = 64;
const BANDS = 16;
const ROWS = PERMUTATIONS / BANDS;
const PRIME = 4_294_967_291;

/**
 * MinHash and LSH as tutorials write them: shingles as strings in a Set, 64 permutations in 16 bands of 4, a Map a
 * band, the Jaccard index over Sets. It finds fewer pairs than `StoryFinder` (4 rows, not 3) and is there to
 * compare speed with.
 */
export class PlainStoryFinder {
  readonly #sets: Set<string>[] = [];
  readonly #bands = Array.from({ length: BANDS }, () => new Map<string, number[]>());
  readonly #parents: number[] = [];

  constructor(private readonly threshold: number) {}

  add(rank: number, text: string): void {
    const words = tokenise(text)
      .filter(({ kind }) => kind === "word" || kind === "number")
      .map((token) => fold(token.text));
    const shingles = new Set(words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`));
    this.#sets[rank] = shingles;
    this.#parents[rank] = rank;
    const minima = new Array<number>(PERMUTATIONS).fill(Number.POSITIVE_INFINITY);
    for (const shingle of shingles) {
      let hash = 2166136261;
      for (let i = 0; i < shingle.length; i++) hash = Math.imul(hash ^ shingle.charCodeAt(i), 16777619);
      for (let i = 0; i < PERMUTATIONS; i++)
        minima[i] = Math.min(minima[i]!, (Math.imul(hash, 2 * i + 1001) >>> 0) % PRIME);
    }
    for (let band = 0; band < BANDS; band++) {
      const key = minima.slice(band * ROWS, (band + 1) * ROWS).join(",");
      const bucket = this.#bands[band]!.get(key);
      if (bucket === undefined) this.#bands[band]!.set(key, [rank]);
      else bucket.push(rank);
    }
  }

  stories(): number[] {
    for (const band of this.#bands)
      for (const bucket of band.values())
        for (let i = 1; i < bucket.length; i++)
          for (let j = 0; j < i; j++) this.#join(bucket[i]!, bucket[j]!);
    return this.#parents.map((_, rank) => this.#root(rank));
  }

  #join(one: number, other: number): void {
    const [a, b] = [this.#root(one), this.#root(other)];
    if (a === b) return;
    const [left, right] = [this.#sets[one]!, this.#sets[other]!];
    const common = [...left].filter((shingle) => right.has(shingle)).length;
    if (common >= this.threshold * (left.size + right.size - common))
      this.#parents[Math.max(a, b)] = Math.min(a, b);
  }

  #root(rank: number): number {
    let at = rank;
    while (this.#parents[at] !== at) at = this.#parents[at]!;
    return at;
  }
}
