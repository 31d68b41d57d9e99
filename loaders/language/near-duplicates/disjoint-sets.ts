/** Sets of numbers below `size` that are joined; each is known by its smallest number. */
export class DisjointSets {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, i) => i);
  }

  /** The smallest number of the set that holds `member`. */
  smallest(member: number): number {
    const parents = this.#parents;
    let at = member;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  }

  join(one: number, other: number): void {
    const a = this.smallest(one);
    const b = this.smallest(other);
    this.#parents[Math.max(a, b)] = Math.min(a, b);
  }
}
