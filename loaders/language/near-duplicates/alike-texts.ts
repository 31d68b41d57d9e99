import type { BandKeys } from "./band-keys.ts";
import { Buckets } from "./buckets.ts";
import { DisjointSets } from "./disjoint-sets.ts";
import type { ShingleSets } from "./shingle-sets.ts";

const NONE = -1;
/** How many texts before it a text is compared with in one bucket, and how many of its bucket are passed at most. */
const COMPARED = 16;
const PASSED = 64;

/** Pairs of texts that are alike, enough of them to join all that a chain of such pairs joins; as places in order. */
export interface AlikePairs {
  readonly count: number;
  readonly earlier: Int32Array;
  readonly later: Int32Array;
  readonly sets: DisjointSets;
}

/**
 * Finds pairs with a Jaccard index of at least `threshold` among the texts that share a key in a band, each pair
 * verified. `order` holds the texts from the earliest to the latest. A text is compared with the latest before it
 * in a bucket that are not of its set yet; bounds on their number keep the time linear where a bucket is crowded.
 */
export function alikeTexts(
  texts: ShingleSets,
  keys: BandKeys,
  order: Int32Array,
  threshold: number,
): AlikePairs {
  const sets = new DisjointSets(order.length);
  const earlier = new Int32Array(Math.max(0, order.length - 1));
  const later = new Int32Array(earlier.length);
  let count = 0;
  const bandKeys = new Int32Array(order.length);
  const buckets = new Buckets(bandKeys);
  for (let band = 0; band < keys.bands; band++) {
    for (let place = 0; place < order.length; place++) bandKeys[place] = keys.keyOf(order[place]!, band);
    buckets.clear();
    for (let place = 0; place < order.length; place++) {
      let other = buckets.add(place);
      for (let passed = 0, tried = 0; other !== NONE && passed < PASSED && tried < COMPARED; passed++) {
        if (sets.smallest(other) !== sets.smallest(place)) {
          tried++;
          if (texts.areAlike(order[place]!, order[other]!, threshold)) {
            sets.join(place, other);
            earlier[count] = other;
            later[count++] = place;
          }
        }
        other = buckets.before(other);
      }
    }
  }
  return { count, earlier, later, sets };
}
