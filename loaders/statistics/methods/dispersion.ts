export interface Dispersion {
  /** 0: spread over the parts as their sizes are; near 1: all in one small part. */
  readonly dp: number;
  /** `dp` over the most that it could be with parts of these sizes. */
  readonly dpNorm: number;
  /** The share of parts that have the word at all. */
  readonly range: number;
}

/**
 * How unevenly a word is spread over the parts of a corpus (documents, sources or weeks): Gries' deviation of
 * proportions, half the sum of |share of the word - share of the corpus|. Gries (2008), "Dispersions and
 * adjusted frequencies in corpora", International Journal of Corpus Linguistics 13(4), p. 403-437; normed as by
 * Lijffijt & Gries (2012), the same journal 17(1), p. 147-149. `counts` are the word's, `sizes` all words of
 * each part. Null where the word does not occur, or with one part only (nothing to spread over). Throws where
 * lengths differ, a size is not above 0 or a count is above its size.
 */
export function dispersion(counts: readonly number[], sizes: readonly number[]): Dispersion | null {
  if (counts.length !== sizes.length) {
    throw new RangeError(`found ${counts.length} counts and ${sizes.length} sizes, expected as many`);
  }
  counts.forEach((count, at) => {
    if (!(count >= 0 && sizes[at]! > 0 && count <= sizes[at]!)) {
      throw new RangeError(
        `found ${count} of ${sizes[at]} words at part ${at}, expected 0 <= part <= whole > 0`,
      );
    }
  });
  const words = counts.reduce((sum, count) => sum + count, 0);
  const size = sizes.reduce((sum, one) => sum + one, 0);
  if (words === 0 || counts.length < 2) return null;
  let [apart, smallest, parts] = [0, 1, 0];
  counts.forEach((count, at) => {
    const share = sizes[at]! / size;
    apart += Math.abs(count / words - share);
    smallest = Math.min(smallest, share);
    if (count > 0) parts++;
  });
  const dp = apart / 2;
  return { dp, dpNorm: dp / (1 - smallest), range: parts / counts.length };
}
