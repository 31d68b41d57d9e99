/** FNV-1a (Fowler, Noll and Vo) over code units in place of bytes; ё counts as е. */
const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const YO = 0x451;
const YE = 0x435;
/** Bits for each word: one word in sixteen that is not held may seem to be. */
const BITS_A_WORD = 16;

/** The hash of `text` after what `hash` stands for; of nothing where it is left out. */
export function hashOf(text: string, hash = SEED): number {
  let sum = hash;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    sum = Math.imul(sum ^ (unit === YO ? YE : unit), PRIME);
  }
  return sum;
}

/**
 * The folded words of a corpus. Most words that are asked for are not among them, and of most of those a bit by their
 * hash says so before the word is put together (Bloom 1970).
 */
export class CorpusForms {
  private readonly forms: ReadonlySet<string>;
  private readonly bits: Int32Array;

  constructor(forms: Iterable<string>) {
    this.forms = new Set(forms);
    let size = 32;
    while (size < this.forms.size * BITS_A_WORD) size *= 2;
    this.bits = new Int32Array(size >>> 5);
    for (const form of this.forms) {
      const bit = this.bitOf(hashOf(form));
      this.bits[bit >>> 5]! |= 1 << (bit & 31);
    }
  }

  has(form: string): boolean {
    return this.forms.has(form);
  }

  /** False only if no word of the hash is held. */
  mayHold(hash: number): boolean {
    const bit = this.bitOf(hash);
    return (this.bits[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }

  private bitOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.bits.length * 32 - 1);
  }
}
