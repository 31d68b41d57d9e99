/** What tells stories apart: texts, or numbers, all of one kind. */
export type StoryId = string | number;

/** How often a lemma stands in a story. A story's copies count once: the caller gives one post of each. */
export interface TermRow {
  readonly story: StoryId;
  readonly lemma: string;
  readonly count: number;
}

/**
 * Stories by lemmas, only the counts above 0: story `s` holds `lemma[i]` `count[i]` times for `i` from `starts[s]`
 * up to `starts[s + 1]`.
 */
export interface TermMatrix {
  readonly stories: readonly StoryId[];
  readonly lemmas: readonly string[];
  readonly starts: Int32Array;
  readonly lemma: Int32Array;
  readonly count: Int32Array;
}

/** Which lemmas a model reads. */
export interface LemmaRule {
  /** Stories that must hold a lemma. */
  readonly minStories: number;
  /** Share of all stories, 0 to 1, that may hold it at most. */
  readonly maxShare: number;
}

/**
 * The matrix of the rows' stories and of the lemmas that `rule` lets in; `keep` are lemmas that stay whatever the
 * rule says. Rows of one story and lemma are summed. Stories left without a lemma are left out. Stories and lemmas are
 * sorted, so the order of the rows plays no part. Throws where a count is not a whole number above 0.
 */
export function termMatrix(
  rows: Iterable<TermRow>,
  rule: LemmaRule,
  keep: ReadonlySet<string> = new Set(),
): TermMatrix {
  const [stories, lemmas] = [new Map<StoryId, number>(), new Map<string, number>()];
  const entries: Entries = { story: [], lemma: [], count: [] };
  for (const { story, lemma, count } of rows) {
    if (!Number.isSafeInteger(count) || count < 1) {
      throw new RangeError(
        `found a count of ${count} of "${lemma}" in story ${story}, expected a whole number above 0`,
      );
    }
    entries.story.push(numberOf(stories, story));
    entries.lemma.push(numberOf(lemmas, lemma));
    entries.count.push(count);
  }
  const storyNames = [...stories.keys()].sort(rising);
  const lemmaNames = [...lemmas.keys()].sort(rising);
  const whole = summed(entries, placesOf(storyNames, stories), placesOf(lemmaNames, lemmas));
  const held = new Uint32Array(lemmaNames.length);
  for (const lemma of whole.lemma) held[lemma]!++;
  const most = rule.maxShare * storyNames.length;
  const isIn = lemmaNames.map(
    (lemma, at) => keep.has(lemma) || (held[at]! >= rule.minStories && held[at]! <= most),
  );
  return withLemmas({ ...whole, stories: storyNames, lemmas: lemmaNames }, isIn);
}

/** Rows by column, stories and lemmas by number. */
interface Entries {
  readonly story: number[];
  readonly lemma: number[];
  readonly count: number[];
}

function numberOf<Id>(numbers: Map<Id, number>, id: Id): number {
  const known = numbers.get(id);
  if (known !== undefined) return known;
  numbers.set(id, numbers.size);
  return numbers.size - 1;
}

function rising<Id extends StoryId>(one: Id, other: Id): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** By number of an id: its place in the sorted list. */
function placesOf<Id>(sorted: readonly Id[], numbers: ReadonlyMap<Id, number>): Int32Array {
  const places = new Int32Array(sorted.length);
  sorted.forEach((id, place) => {
    places[numbers.get(id)!] = place;
  });
  return places;
}

/** The entries by story, then lemma, those of one story and lemma as one: two counting sorts, the lemma's first. */
function summed(
  entries: Entries,
  storyPlace: Int32Array,
  lemmaPlace: Int32Array,
): Pick<TermMatrix, "starts" | "lemma" | "count"> {
  const size = entries.count.length;
  // Int32Array.from would take 0.1 microseconds for each number.
  const [story, lemma, all] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  for (let at = 0; at < size; at++) {
    story[at] = storyPlace[entries.story[at]!]!;
    lemma[at] = lemmaPlace[entries.lemma[at]!]!;
    all[at] = at;
  }
  const order = sortedBy(story, storyPlace.length, sortedBy(lemma, lemmaPlace.length, all));
  const starts = new Int32Array(storyPlace.length + 1);
  const [ofLemma, counts] = [new Int32Array(order.length), new Int32Array(order.length)];
  let held = 0;
  let begun = -1;
  for (const at of order) {
    while (begun < story[at]!) starts[++begun] = held;
    if (held > starts[begun]! && ofLemma[held - 1] === lemma[at]) counts[held - 1]! += entries.count[at]!;
    else {
      ofLemma[held] = lemma[at]!;
      counts[held++] = entries.count[at]!;
    }
  }
  starts[storyPlace.length] = held;
  return { starts, lemma: ofLemma.slice(0, held), count: counts.slice(0, held) };
}

/** The places of `order` sorted by their key, equals as they stand. */
function sortedBy(key: Int32Array, keys: number, order: Int32Array): Int32Array {
  const next = new Int32Array(keys + 1);
  for (const one of key) next[one + 1]!++;
  for (let one = 0; one < keys; one++) next[one + 1]! += next[one]!;
  const out = new Int32Array(order.length);
  for (const at of order) out[next[key[at]!]!++] = at;
  return out;
}

/** The matrix of some of its lemmas, without the stories that hold none of them. */
function withLemmas(matrix: TermMatrix, isIn: readonly boolean[]): TermMatrix {
  const number = new Int32Array(isIn.length);
  const lemmas = matrix.lemmas.filter((_, at) => isIn[at]);
  for (let at = 0, next = 0; at < isIn.length; at++) if (isIn[at]) number[at] = next++;
  const stories: StoryId[] = [];
  const starts = [0];
  const [lemma, count] = [new Int32Array(matrix.lemma.length), new Int32Array(matrix.lemma.length)];
  let size = 0;
  matrix.stories.forEach((story, place) => {
    for (let i = matrix.starts[place]!; i < matrix.starts[place + 1]!; i++) {
      if (!isIn[matrix.lemma[i]!]) continue;
      lemma[size] = number[matrix.lemma[i]!]!;
      count[size++] = matrix.count[i]!;
    }
    if (size === starts.at(-1)) return;
    stories.push(story);
    starts.push(size);
  });
  return {
    stories,
    lemmas,
    starts: Int32Array.from(starts),
    lemma: lemma.slice(0, size),
    count: count.slice(0, size),
  };
}

/** The matrix of some of its stories, by their numbers, with all lemmas. */
export function withStories(matrix: TermMatrix, chosen: readonly number[]): TermMatrix {
  const starts = new Int32Array(chosen.length + 1);
  chosen.forEach((story, at) => {
    starts[at + 1] = starts[at]! + matrix.starts[story + 1]! - matrix.starts[story]!;
  });
  const lemma = new Int32Array(starts[chosen.length]!);
  const count = new Int32Array(lemma.length);
  chosen.forEach((story, at) => {
    const [from, to] = [matrix.starts[story]!, matrix.starts[story + 1]!];
    lemma.set(matrix.lemma.subarray(from, to), starts[at]!);
    count.set(matrix.count.subarray(from, to), starts[at]!);
  });
  return {
    stories: chosen.map((story) => matrix.stories[story]!),
    lemmas: matrix.lemmas,
    starts,
    lemma,
    count,
  };
}
