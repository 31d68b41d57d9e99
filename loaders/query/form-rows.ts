import { grown } from "../language/grown.ts";

const UNKNOWN = -1;

/**
 * Some numbers for each distinct form, looked up once and kept in one run of numbers. A row is a count and as many
 * numbers; the first row is that of all forms that have none.
 */
export class FormRows {
  /** By type: where in `rows` its row begins; UNKNOWN before it was asked for. */
  private rowOf = new Int32Array(1 << 12).fill(UNKNOWN);
  rows = new Int32Array(1 << 12);
  private end = 1;

  /** `numbersOf`: what a type begins. */
  constructor(private readonly numbersOf: (type: number) => readonly number[]) {}

  /** Makes room for so many types. */
  reserve(types: number): void {
    const known = this.rowOf.length;
    if (types <= known) return;
    this.rowOf = grown(this.rowOf, types * 2).fill(UNKNOWN, known);
  }

  /** Where the row of a type begins; 0 if it begins nothing. */
  of(type: number): number {
    const row = this.rowOf[type]!;
    return row === UNKNOWN ? this.add(type) : row;
  }

  private add(type: number): number {
    const numbers = this.numbersOf(type);
    if (numbers.length === 0) {
      this.rowOf[type] = 0;
      return 0;
    }
    const row = this.end;
    this.end += numbers.length + 1;
    if (this.end > this.rows.length) this.rows = grown(this.rows, this.end * 2);
    this.rows[row] = numbers.length;
    this.rows.set(numbers, row + 1);
    this.rowOf[type] = row;
    return row;
  }
}
