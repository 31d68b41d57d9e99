import { mixed } from "../../mix.ts";
import { hashOf } from "./joined-hash.ts";

/** Bits for each word: one word in sixteen that is not held may seem to be. */
const BITS_A_WORD = 16;

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
      const bit = this.bitOf(hashOf(form).hash);
      this.bits[bit >>> 5]! |= 1 << (bit & 31);
    }
  }

  has(form: string): boolean {
    return this.forms.has(form);
  }

  /** False only if no word of the hash is held, as `hashOf` and `joined` give it. */
  mayHold(hash: number): boolean {
    const bit = this.bitOf(hash);
    return (this.bits[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }

  private bitOf(hash: number): number {
    return mixed(hash) & (this.bits.length * 32 - 1);
  }
}
