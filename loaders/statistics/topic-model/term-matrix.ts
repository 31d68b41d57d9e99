/** How often a lemma stands in a story. A story's copies count once: the caller gives one post of each. */
export interface TermRow {
  readonly story: string;
  readonly lemma: string;
  readonly count: number;
}

/**
 * Stories by lemmas, only the counts above 0: story `s` holds `lemma[i]` `count[i]` times for `i` from `starts[s]`
 * up to `starts[s + 1]`.
 */
export interface TermMatrix {
  readonly stories: readonly string[];
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
  const stories = new Map<string, Map<string, number>>();
  const held = new Map<string, number>();
  for (const { story, lemma, count } of rows) {
    if (!Number.isSafeInteger(count) || count < 1) {
      throw new RangeError(
        `found a count of ${count} of "${lemma}" in story ${story}, expected a whole number above 0`,
      );
    }
    let counts = stories.get(story);
    if (counts === undefined) {
      counts = new Map();
      stories.set(story, counts);
    }
    const before = counts.get(lemma);
    if (before === undefined) held.set(lemma, (held.get(lemma) ?? 0) + 1);
    counts.set(lemma, (before ?? 0) + count);
  }
  const most = rule.maxShare * stories.size;
  const lemmas = [...held]
    .filter(([lemma, n]) => keep.has(lemma) || (n >= rule.minStories && n <= most))
    .map(([lemma]) => lemma)
    .sort();
  const number = new Map(lemmas.map((lemma, index) => [lemma, index]));
  return gather(stories, lemmas, number);
}

function gather(
  stories: ReadonlyMap<string, ReadonlyMap<string, number>>,
  lemmas: readonly string[],
  number: ReadonlyMap<string, number>,
): TermMatrix {
  const names: string[] = [];
  const starts: number[] = [0];
  const lemma: number[] = [];
  const count: number[] = [];
  for (const story of [...stories.keys()].sort()) {
    const entries: [number, number][] = [];
    for (const [name, times] of stories.get(story)!) {
      const index = number.get(name);
      if (index !== undefined) entries.push([index, times]);
    }
    if (entries.length === 0) continue;
    entries.sort((a, b) => a[0] - b[0]);
    for (const [index, times] of entries) {
      lemma.push(index);
      count.push(times);
    }
    names.push(story);
    starts.push(lemma.length);
  }
  return {
    stories: names,
    lemmas,
    starts: Int32Array.from(starts),
    lemma: Int32Array.from(lemma),
    count: Int32Array.from(count),
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
