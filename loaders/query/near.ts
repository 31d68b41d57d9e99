/** A stretch of words, `first` to `last`, and of the text; of NEAR, the two places that it joins. */
export interface Place {
  first: number;
  last: number;
  start: number;
  end: number;
  /** Number of the pattern, of a place that one pattern found. */
  pattern?: number;
  sides?: readonly [Place, Place];
}

/**
 * The shortest stretches that join a place of `left` and one of `right` that share no word, with at most `distance`
 * words between them: a stretch that holds another is left out (Clarke, Cormack and Burkowski 1995, "An algebra for
 * structured text search", section 2), so there are never more than words. Both inputs in order of their first word.
 */
export function nearPlaces(
  left: readonly Place[],
  right: readonly Place[],
  distance: number,
  ordered: boolean,
): Place[] {
  const found = followers(left, right, distance);
  const all = ordered ? found : found.concat(followers(right, left, distance));
  return shortest(all);
}

/** For each place of `before`, the one of `after` in reach that ends first. */
function followers(before: readonly Place[], after: readonly Place[], distance: number): Place[] {
  const byEnd = [...before].sort((a, b) => a.last - b.last);
  const found: Place[] = [];
  /** Candidates in reach, their ends rising from `head` on. */
  const reach: Place[] = [];
  let head = 0;
  let next = 0;
  for (const one of byEnd) {
    for (; next < after.length && after[next]!.first <= one.last + 1 + distance; next++) {
      while (reach.length > head && reach.at(-1)!.last >= after[next]!.last) reach.pop();
      reach.push(after[next]!);
    }
    while (head < reach.length && reach[head]!.first <= one.last) head += 1;
    const other = reach[head];
    if (other !== undefined) found.push(joined(one, other));
  }
  return found;
}

function joined(one: Place, other: Place): Place {
  return { first: one.first, last: other.last, start: one.start, end: other.end, sides: [one, other] };
}

function shortest(places: Place[]): Place[] {
  places.sort((a, b) => b.first - a.first || a.last - b.last);
  let end = Number.POSITIVE_INFINITY;
  const kept: Place[] = [];
  for (const place of places) {
    if (place.last >= end) continue;
    end = place.last;
    kept.push(place);
  }
  return kept.reverse();
}

/** The places of several lists, in order, each stretch once. */
export function unionOf(lists: readonly (readonly Place[])[]): readonly Place[] {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length <= 1) return filled[0] ?? [];
  const all = filled.flat().sort((a, b) => a.first - b.first || a.last - b.last);
  return all.filter((place, i) => place.first !== all[i - 1]?.first || place.last !== all[i - 1]?.last);
}
