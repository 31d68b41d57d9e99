type NumberArray = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Rows that are alike in every column, as one. */
export interface Patterns {
  /** By pattern, in order of appearance: the value of its rows in one of the columns, as an array of the type given. */
  of<T extends NumberArray>(column: ArrayLike<number>, type: new (size: number) => T): T;
  /** By pattern: how many rows have it. */
  readonly times: Uint32Array;
}

/** The distinct rows of columns that are equally long; a sum over rows is one over patterns with their times. */
export function patterns(columns: readonly ArrayLike<number>[]): Patterns {
  const rows = columns[0]?.length ?? 0;
  let of = new Uint32Array(rows);
  let count = rows === 0 ? 0 : 1;
  for (const column of columns) {
    const values = new Map<number, number>();
    const pairs = new Map<number, number>();
    const next = new Uint32Array(rows);
    for (let row = 0; row < rows; row++) {
      const value = column[row]!;
      let number = values.get(value);
      if (number === undefined) {
        number = values.size;
        values.set(value, number);
      }
      const pair = number * count + of[row]!;
      let known = pairs.get(pair);
      if (known === undefined) {
        known = pairs.size;
        pairs.set(pair, known);
      }
      next[row] = known;
    }
    of = next;
    count = pairs.size;
  }
  const first = new Uint32Array(count);
  const times = new Uint32Array(count);
  for (let row = 0; row < rows; row++) if (times[of[row]!]!++ === 0) first[of[row]!] = row;
  return {
    times,
    of(column, type) {
      const values = new type(count);
      for (let pattern = 0; pattern < count; pattern++) values[pattern] = column[first[pattern]!]!;
      return values;
    },
  };
}
