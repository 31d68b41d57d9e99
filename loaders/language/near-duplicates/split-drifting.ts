import type { AlikePairs } from "./alike-texts.ts";
import type { ShingleSets } from "./shingle-sets.ts";

const NONE = -1;

/**
 * The face of each text's story, as places in `order`: the earliest text of its set. Copies of copies drift away
 * from what the face says; a text whose Jaccard index with the face is below `floor` leaves the story. It joins
 * that of an earlier text that left as well, is alike, and has a face within the floor; else it begins its own.
 */
export function splitDrifting(
  texts: ShingleSets,
  order: Int32Array,
  pairs: AlikePairs,
  floor: number,
): Int32Array {
  const newestPair = new Int32Array(order.length).fill(NONE);
  const olderPair = new Int32Array(pairs.count);
  for (let pair = 0; pair < pairs.count; pair++) {
    const later = pairs.later[pair]!;
    olderPair[pair] = newestPair[later]!;
    newestPair[later] = pair;
  }
  const isNear = (one: number, other: number) => texts.areAlike(order[one]!, order[other]!, floor);
  const faces = new Int32Array(order.length);
  for (let place = 0; place < order.length; place++) {
    const first = pairs.sets.smallest(place);
    faces[place] = place;
    if (first === place || isNear(place, first)) {
      faces[place] = first;
      continue;
    }
    for (let pair = newestPair[place]!; pair !== NONE; pair = olderPair[pair]!) {
      const face = faces[pairs.earlier[pair]!]!;
      if (face !== first && isNear(place, face)) {
        faces[place] = face;
        break;
      }
    }
  }
  return faces;
}
