import { grown } from "../grown.ts";

/** A list of 32-bit integers that grows. */
export class GrowingInts {
  count = 0;
  values = new Int32Array(1 << 10);

  push(value: number): void {
    this.reserve(this.count + 1);
    this.values[this.count++] = value;
  }

  /** Makes room for `count` values; new ones are 0. */
  reserve(count: number): void {
    const { length } = this.values;
    if (count > length) this.values = grown(this.values, Math.max(count, length * 2));
  }
}
