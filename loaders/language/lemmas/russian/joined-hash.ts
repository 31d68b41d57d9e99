/** Of a polynomial over code units modulo 2^32 (Karp and Rabin 1987). */
const BASE = 0x01000193;
const YO = 0x451;
const YE = 0x435;

/** A hash that can be joined: that of two texts together follows from those of each, without reading them again. */
export interface JoinedHash {
  readonly hash: number;
  /** The base to the power of the text's length: what the hash of a text before this one is multiplied with. */
  readonly power: number;
}

/** The hash of a text; ё counts as е. */
export function hashOf(text: string): JoinedHash {
  let hash = 0;
  let power = 1;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    hash = (Math.imul(hash, BASE) + (unit === YO ? YE : unit)) | 0;
    power = Math.imul(power, BASE);
  }
  return { hash, power };
}

/** The hash of a text of hash `before` with another behind it. */
export function joined(before: number, { hash, power }: JoinedHash): number {
  return (Math.imul(before, power) + hash) | 0;
}
