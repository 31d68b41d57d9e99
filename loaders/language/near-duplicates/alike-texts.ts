import type { BandKeys } from "./band-keys.ts";
import { Buckets } from "./buckets.ts";
import { DisjointSets } from "./disjoint-sets.ts";

const NONE = -1;
/** How many texts before it a text is compared with in one bucket, and how many of its bucket are passed at most. */
const COMPARED = 16;
const PASSED = 64;

/** Pairs of texts that are alike, enough of them to join all that a chain of such pairs joins; as places in order. */
export class AlikePairs {
  count = 0;
  readonly earlier: Int32Array;
  readonly later: Int32Array;
  readonly sets: DisjointSets;

  constructor(texts: number) {
    this.sets = new DisjointSets(texts);
    this.earlier = new Int32Array(Math.max(0, texts - 1));
    this.later = new Int32Array(this.earlier.length);
  }

  /**
   * Adds the pairs that `areAlike` affirms among the texts that share a key in a band. `places` holds those that
   * have keys, from the earliest to the latest, and `texts` the number of each among the keys. A text is compared
   * with the latest before it in a bucket that are not of its set yet; bounds on their number keep the time linear
   * where a bucket is crowded.
   */
  addThoseAmong(
    places: Int32Array,
    texts: Int32Array,
    keys: BandKeys,
    areAlike: (text: number, earlier: number) => boolean,
  ): void {
    const { sets } = this;
    const bandKeys = new Int32Array(places.length);
    const buckets = new Buckets(bandKeys);
    for (let band = 0; band < keys.bands; band++) {
      for (let i = 0; i < texts.length; i++) bandKeys[i] = keys.keyOf(texts[i]!, band);
      buckets.clear();
      for (let i = 0; i < texts.length; i++) {
        let other = buckets.add(i);
        for (let passed = 0, tried = 0; other !== NONE && passed < PASSED && tried < COMPARED; passed++) {
          if (sets.smallest(places[other]!) !== sets.smallest(places[i]!)) {
            tried++;
            if (areAlike(texts[i]!, texts[other]!)) {
              sets.join(places[i]!, places[other]!);
              this.earlier[this.count] = places[other]!;
              this.later[this.count++] = places[i]!;
            }
          }
          other = buckets.before(other);
        }
      }
    }
  }
}
