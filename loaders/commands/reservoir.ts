/**
 * Keeps `size` of the items that are offered, each with the same chance (Vitter, "Random sampling with a reservoir",
 * 1985, algorithm R), or without a seed the first ones. The same seed and items give the same sample.
 */
export class Reservoir<Item> {
  offered = 0;
  private readonly kept: { item: Item; order: number }[] = [];
  private state: number;

  constructor(
    private readonly size: number,
    private readonly seed: number | undefined,
  ) {
    this.state = (seed ?? 0) >>> 0;
  }

  /** `make` is called only if the item is kept for now. */
  offer(make: () => Item): void {
    const order = this.offered++;
    if (this.kept.length < this.size) this.kept.push({ item: make(), order });
    else if (this.seed !== undefined) {
      const place = Math.floor(this.next() * this.offered);
      if (place < this.size) this.kept[place] = { item: make(), order };
    }
  }

  /** In the order in which they were offered. */
  items(): Item[] {
    return [...this.kept].sort((a, b) => a.order - b.order).map(({ item }) => item);
  }

  /** A number in [0, 1): mulberry32, Tommy Ettinger 2017. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
