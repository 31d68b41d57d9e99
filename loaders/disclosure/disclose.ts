/** The cell of a table that the threshold guards. */
export interface GuardedCell {
  /** The counted column, or several of one row: the first is the one that groups add up. */
  readonly count: string | readonly string[];
  /** The total that the first count is a part of. */
  readonly of?: string;
  /** Columns within which the counts add up to a total that is published; or several such lists. */
  readonly within?: readonly string[] | readonly (readonly string[])[];
}

export type GuardedRow = Readonly<Record<string, unknown>>;

export interface Disclosed<Row> {
  readonly rows: readonly Row[];
  /** Rows without their counts: withheld here, or before where a count came as null. */
  readonly withheld: number;
}

/**
 * Withholds what could point to a person: the rows that `smallRows` names keep their key columns, all others become
 * null. A row whose count is null already was withheld before, and stays as it is.
 */
export function disclose<Row extends GuardedRow>(
  rows: readonly Row[],
  header: { readonly key: readonly string[]; readonly cell?: GuardedCell | undefined },
  threshold: number,
): Disclosed<Row> {
  const { cell, key } = header;
  if (cell === undefined) return { rows, withheld: 0 };
  const small = smallRows(rows, cell, threshold);
  return {
    rows: rows.map((row, at) => (small.has(at) ? keysOnly(row, key) : row)),
    withheld: rows.filter((row, at) => small.has(at) || lacksCount(row, cell)).length,
  };
}

/**
 * Places of the rows to withhold. A row is small where one of its counts, or the total that the first is a part
 * of, or the rest of that total, is above 0 and below `threshold` (primary suppression). Where the withheld rows of a group that adds up
 * to a published total (`cell.within`) are a single one, or sum to less than the threshold, the smallest other counts
 * of the group are withheld too, so that nothing small can be found by subtraction (secondary suppression; Willenborg
 * and de Waal 2001, Elements of Statistical Disclosure Control, section 1.3). With several groupings this goes on
 * until all of them hold.
 */
export function smallRows(rows: readonly GuardedRow[], cell: GuardedCell, threshold: number): Set<number> {
  const small = new Set<number>();
  rows.forEach((row, at) => {
    if (isSmall(row, cell, threshold)) small.add(at);
  });
  const grouped = groupings(cell).flatMap((columns) => groups(rows, columns));
  for (let before = -1; before !== small.size; ) {
    before = small.size;
    for (const group of grouped) widen(group, rows, cell, threshold, small);
  }
  return small;
}

function widen(
  group: readonly number[],
  rows: readonly GuardedRow[],
  cell: GuardedCell,
  threshold: number,
  small: Set<number>,
): void {
  const count = (at: number) => asCount(rows[at]![counts(cell)[0]!]) ?? 0;
  const hidden = group.filter((at) => small.has(at) || isUnknown(rows[at]!, cell));
  if (hidden.length === 0) return;
  // What a null stands for is not known here; whoever withheld it made it large enough.
  let sum = hidden.some((at) => !small.has(at)) ? threshold : total(hidden, count);
  let number = hidden.length;
  const others = group
    .filter((at) => !small.has(at) && count(at) > 0)
    .sort((a, b) => count(a) - count(b) || a - b);
  for (const at of others) {
    if (number > 1 && sum >= threshold) return;
    small.add(at);
    number += 1;
    sum += count(at);
  }
}

function total(places: readonly number[], count: (at: number) => number): number {
  return places.reduce((sum, at) => sum + count(at), 0);
}

function counts(cell: GuardedCell): readonly string[] {
  return typeof cell.count === "string" ? [cell.count] : cell.count;
}

function groupings({ within = [] }: GuardedCell): (readonly string[])[] {
  if (within.length === 0) return [];
  const several = within.some((entry) => typeof entry !== "string");
  return several ? (within as readonly (readonly string[])[]).slice() : [within as readonly string[]];
}

function isSmall(row: GuardedRow, cell: GuardedCell, threshold: number): boolean {
  const isBelow = (value: number) => value > 0 && value < threshold;
  const found = counts(cell).map((name) => asCount(row[name]));
  if (found.some((count) => count !== undefined && isBelow(count))) return true;
  const of = cell.of === undefined ? undefined : asCount(row[cell.of]);
  return of !== undefined && (isBelow(of) || (found[0] !== undefined && isBelow(of - found[0])));
}

function isUnknown(row: GuardedRow, cell: GuardedCell): boolean {
  return asCount(row[counts(cell)[0]!]) === undefined;
}

function lacksCount(row: GuardedRow, cell: GuardedCell): boolean {
  return [...counts(cell), cell.of].some((name) => name !== undefined && asCount(row[name]) === undefined);
}

function groups(rows: readonly GuardedRow[], columns: readonly string[]): number[][] {
  const found = new Map<string, number[]>();
  rows.forEach((row, at) => {
    const key = JSON.stringify(columns.map((name) => row[name]));
    const group = found.get(key);
    if (group === undefined) found.set(key, [at]);
    else group.push(at);
  });
  return [...found.values()];
}

function keysOnly<Row extends GuardedRow>(row: Row, key: readonly string[]): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, key.includes(name) ? value : null]),
  ) as Row;
}

function asCount(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
