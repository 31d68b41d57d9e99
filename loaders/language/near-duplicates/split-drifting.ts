import type { AlikePairs } from "./alike-texts.ts";

const NONE = -1;

/**
 * The face of each text's story, as places in order of time: the earliest text of its set. Copies of copies drift away
 * from what the face says; a text that is not near the face leaves the story. It joins that of an earlier text that left
 * as well, is alike, and has a face that is near; else it begins its own. `count` is that of the texts.
 */
export function splitDrifting(
  count: number,
  pairs: AlikePairs,
  isNear: (place: number, face: number) => boolean,
): Int32Array {
  const newestPair = new Int32Array(count).fill(NONE);
  const olderPair = new Int32Array(pairs.count);
  for (let pair = 0; pair < pairs.count; pair++) {
    const later = pairs.later[pair]!;
    olderPair[pair] = newestPair[later]!;
    newestPair[later] = pair;
  }
  const faces = new Int32Array(count);
  for (let place = 0; place < count; place++) {
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
