/** Bits of a unit, as dawgdic and pymorphy lay them out. */
const LABEL = (1 << 31) | 0xff;
const HAS_VALUE = 1 << 8;
const EXTENSION = 1 << 9;
const VALUE = 0x7fffffff;
/** Between a word and what is kept of it. */
const SEPARATOR = 1;
export const ROOT = 0;
export const MISSING = -1;
/** Bytes of windows-1251 by code unit; 0 where there is none. */
const BYTES = bytesByUnit();

function bytesByUnit(): Uint8Array {
  const bytes = new Uint8Array(0x10000);
  const characters = new TextDecoder("windows-1251").decode(
    Uint8Array.from({ length: 255 }, (_, i) => i + 1),
  );
  for (let i = 0; i < characters.length; i++) bytes[characters.charCodeAt(i)] = i + 1;
  return bytes;
}

/** Told of a string that the graph holds, and of the node at which it ends. */
export type Found = (written: string, node: number) => void;

/**
 * A directed acyclic word graph in the file format of `az` 0.2.3, read where it lies: unit count, units of four bytes,
 * guide length, guide of two bytes a unit (first child, next sibling). Strings in it are windows-1251.
 */
export class Dawg {
  private readonly units: Int32Array;
  private readonly guide: Uint8Array;
  /** By node: the numbers kept there, decoded at first sight. */
  private readonly kept = new Map<number, readonly number[]>();

  /** `width`: numbers that each entry of `numbersAt` holds. */
  constructor(
    bytes: ArrayBuffer,
    private readonly width: number,
  ) {
    const view = new DataView(bytes);
    const size = view.getUint32(0, true);
    this.units = new Int32Array(bytes, 4, size);
    this.guide = new Uint8Array(bytes, size * 4 + 8, view.getUint32(size * 4 + 4, true) * 2);
  }

  /**
   * Finds `text` from `at` on, below `node`, with ё allowed wherever е is written; spelling with more of the
   * written letters first, from the left.
   */
  find(text: string, at: number, found: Found): void {
    this.search(text, at, "", at, ROOT, found);
  }

  /** The node at which `text` ends, from `node` on; MISSING if the graph lacks it. */
  follow(text: string, node: number): number {
    let current = node;
    for (let i = 0; i < text.length && current !== MISSING; i++) {
      const byte = BYTES[text.charCodeAt(i)]!;
      current = byte === 0 ? MISSING : this.step(byte, current);
    }
    return current;
  }

  /** The whole number kept at a node, in a graph that keeps one for each string; MISSING if there is none. */
  valueAt(node: number): number {
    const unit = this.units[node]!;
    return (unit & HAS_VALUE) === 0 ? MISSING : this.units[node ^ offsetOf(unit)]! & VALUE;
  }

  /** Whether a string ends at a node, in a graph that keeps numbers for each. */
  isEnd(node: number): boolean {
    return this.step(SEPARATOR, node) !== MISSING;
  }

  /** The numbers kept for the string that ends at a node, `width` for each entry; empty if it is none of the graph's. */
  numbersAt(node: number): readonly number[] {
    let numbers = this.kept.get(node);
    if (numbers === undefined) {
      numbers = this.decode(this.step(SEPARATOR, node));
      this.kept.set(node, numbers);
    }
    return numbers;
  }

  /** `text` up to `from` is spelled in `before`; what follows it up to `at` is as written. */
  private search(text: string, from: number, before: string, at: number, node: number, found: Found): void {
    let current = node;
    let branches: number[] | undefined;
    let i = at;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 0x435) {
        const other = this.step(0xb8, current);
        if (other !== MISSING) {
          branches ??= [];
          branches.push(i, other);
        }
      }
      const byte = BYTES[unit]!;
      current = byte === 0 ? MISSING : this.step(byte, current);
      if (current === MISSING) break;
    }
    if (i === text.length) found(before + text.slice(from), current);
    if (branches === undefined) return;
    for (let b = branches.length - 2; b >= 0; b -= 2) {
      const place = branches[b]!;
      const spelled = `${before}${text.slice(from, place)}ё`;
      this.search(text, place + 1, spelled, place + 1, branches[b + 1]!, found);
    }
  }

  private step(byte: number, node: number): number {
    const next = node ^ offsetOf(this.units[node]!) ^ byte;
    return (this.units[next]! & LABEL) === byte ? next : MISSING;
  }

  /** Two bytes make a number: seven bits and seven, each kept off zero. */
  private decode(node: number): number[] {
    const numbers: number[] = [];
    if (node !== MISSING) this.walk(node, [], numbers);
    return numbers;
  }

  private walk(node: number, key: number[], numbers: number[]): void {
    if ((this.units[node]! & HAS_VALUE) !== 0)
      for (let i = 0; i < this.width; i++) numbers.push(((key[2 * i]! ^ 1) << 6) + (key[2 * i + 1]! >> 1));
    for (let label = this.guide[node << 1]!; label !== 0; ) {
      const child = this.step(label, node);
      if (child === MISSING) return;
      key.push(label);
      this.walk(child, key, numbers);
      key.pop();
      label = this.guide[(child << 1) + 1]!;
    }
  }
}

function offsetOf(unit: number): number {
  return (unit >> 10) << ((unit & EXTENSION) >> 6);
}
