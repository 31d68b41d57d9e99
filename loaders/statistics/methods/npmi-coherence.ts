/** Added to the share of windows with both words, so that a pair that never meets has a number: Röder's ε. */
const epsilon = 1e-12;

/**
 * The NPMI coherence of topics: the mean over pairs of a topic's top words of their normalised pointwise mutual
 * information, over windows of `window` words that slide by one (a shorter document is one window; `Infinity`:
 * whole documents). Aletras & Stevenson (2013), "Evaluating topic coherence using distributional semantics",
 * IWCS, p. 13-22; Röder, Both & Hinneburg (2015), "Exploring the space of topic coherence measures", WSDM,
 * p. 399-408, C_NPMI. `topics` and `documents` hold word numbers. -1 to 1, one for each topic; null for a topic of
 * fewer than two words or with a word that no document has. Throws where `window` is below 1 or a topic names a
 * word twice.
 */
export function npmiCoherence(
  topics: readonly (readonly number[])[],
  documents: Iterable<ArrayLike<number>>,
  window: number,
): (number | null)[] {
  if (!(window >= 1)) throw new RangeError(`found window = ${window}, expected 1 or more`);
  for (const topic of topics) {
    if (new Set(topic).size !== topic.length)
      throw new RangeError(`found a word twice in topic ${topic.join(" ")}`);
  }
  const words = new Map([...new Set(topics.flat())].map((word, at) => [word, at]));
  const { single, pair, windows } = countWindows(words, documents, window);
  return topics.map((topic) => {
    const ids = topic.map((word) => words.get(word)!);
    if (ids.length < 2 || ids.some((id) => single[id] === 0)) return null;
    let [sum, pairs] = [0, 0];
    ids.forEach((a, place) => {
      for (const b of ids.slice(0, place)) {
        const both = pair[a * words.size + b]! / windows + epsilon;
        sum += Math.log(both / ((single[a]! / windows) * (single[b]! / windows))) / -Math.log(both);
        pairs++;
      }
    });
    return sum / pairs;
  });
}

function countWindows(
  words: ReadonlyMap<number, number>,
  documents: Iterable<ArrayLike<number>>,
  window: number,
): { single: Float64Array; pair: Float64Array; windows: number } {
  const single = new Float64Array(words.size);
  const pair = new Float64Array(words.size ** 2);
  let windows = 0;
  for (const document of documents) {
    const inside = new Map<number, number>();
    const add = (): void => {
      windows++;
      for (const a of inside.keys()) {
        single[a]!++;
        for (const b of inside.keys()) if (a !== b) pair[a * words.size + b]!++;
      }
    };
    for (let at = 0; at < document.length; at++) {
      const id = words.get(document[at]!);
      if (id !== undefined) inside.set(id, (inside.get(id) ?? 0) + 1);
      const gone = at >= window ? words.get(document[at - window]!) : undefined;
      if (gone !== undefined) {
        if (inside.get(gone) === 1) inside.delete(gone);
        else inside.set(gone, inside.get(gone)! - 1);
      }
      if (at >= window - 1) add();
    }
    if (document.length > 0 && document.length < window) add();
  }
  return { single, pair, windows };
}
