/**
 * A seeded pseudo-random source: sfc32 (C. Doty-Humphrey, PractRand), seeded through splitmix32 from a
 * text label, so that each part of the generator has its own stream and a change in one moves no other.
 */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** One key of a table of weights. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** The list in a random order, as a new list. */
  shuffle<T>(list: readonly T[]): T[];
  /** A list of `n` keys in random order whose shares are exactly the weights' (largest remainder). */
  deck<K extends string>(n: number, weights: Readonly<Record<K, number>>): K[];
}

function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return h >>> 0;
}

/** A stream of its own for `seed` and `label`; the same pair gives the same numbers on every machine. */
export function random(seed: number, label: string): Random {
  let mix = (hash(label) ^ Math.imul(seed | 0, 0x9e3779b9)) >>> 0;
  const split = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let t = mix ^ (mix >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return (t ^ (t >>> 15)) | 0;
  };
  let [a, b, c, d] = [split(), split(), split(), 1];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();

  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const shuffle = <T>(list: readonly T[]): T[] => {
    const out = [...list];
    for (let i = out.length - 1; i > 0; i--) {
      const j = int(0, i);
      [out[i], out[j]] = [out[j]!, out[i]!];
    }
    return out;
  };
  return {
    next,
    int,
    shuffle,
    pick: (list) => list[int(0, list.length - 1)]!,
    chance: (p) => next() < p,
    weighted: (weights) => {
      const keys = Object.keys(weights) as (keyof typeof weights)[];
      let at = next() * keys.reduce((sum, key) => sum + weights[key], 0);
      for (const key of keys) {
        at -= weights[key];
        if (at < 0) return key;
      }
      return keys[keys.length - 1]!;
    },
    deck: (n, weights) => {
      const keys = Object.keys(weights) as (keyof typeof weights)[];
      const total = keys.reduce((sum, key) => sum + weights[key], 0);
      const exact = keys.map((key) => (n * weights[key]) / total);
      const counts = exact.map(Math.floor);
      const left = n - counts.reduce((sum, count) => sum + count, 0);
      const byRemainder = keys
        .map((_, i) => i)
        .sort((i, j) => exact[j]! - counts[j]! - (exact[i]! - counts[i]!));
      for (const i of byRemainder.slice(0, left)) counts[i] = counts[i]! + 1;
      return shuffle(keys.flatMap((key, i) => new Array<typeof key>(counts[i]!).fill(key)));
    },
  };
}
