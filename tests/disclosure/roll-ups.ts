import type { Equation, Unknown } from "./linear-attack.ts";

/** A published table as an attacker sees it, with the truth beside. */
export interface AttackedTable {
  readonly name: string;
  /** Columns that rows are told apart or grouped by. */
  readonly dims: readonly string[];
  readonly counts: readonly string[];
  readonly rows: readonly {
    readonly dims: readonly string[];
    readonly truth: readonly number[];
    /** What was published: the numbers that each count can be. */
    readonly bounds: readonly (readonly [low: number, high: number])[];
  }[];
}

/** How unlikely it must be that sums are equal by chance: two totals of 300, or three groups of 40. */
const enoughBits = 16;

/** The most values that a column may have to be looked at one value at a time, and beside other columns so looked at. */
const fewValues = 20;
const veryFewValues = 4;

/** One way to read a table: rows with certain values, grouped by other columns, all others added up. */
interface View {
  readonly table: AttackedTable;
  readonly fixed: Readonly<Record<string, string>>;
  /** Group to its rows. */
  readonly groups: ReadonlyMap<string, readonly number[]>;
  /** Group to the sum of each count. */
  readonly truth: ReadonlyMap<string, readonly number[]>;
}

/**
 * The unknowns and equations of published tables. Nobody says here which tables add up: a roll-up of one table that
 * equals a roll-up of another in every group of the truth is taken for one that an attacker knows. Weeks and months of
 * one timeline are joined through the parts that they cut each other into.
 */
export function rollUps(tables: readonly AttackedTable[]): {
  readonly unknowns: readonly Unknown[];
  readonly equations: readonly Equation[];
} {
  const unknowns: Unknown[] = [];
  const equations: Equation[] = [];
  const numbers = new Map<string, number>();
  const variable = (table: AttackedTable, row: number, count: number): number => {
    const name = `${table.name}.${table.counts[count]}[${table.rows[row]!.dims.join(", ")}]`;
    let known = numbers.get(name);
    if (known === undefined) {
      const [low, high] = table.rows[row]!.bounds[count]!;
      known = unknowns.push({ name, low, high }) - 1;
      numbers.set(name, known);
    }
    return known;
  };
  const seen = new Set<string>();
  const addTerms = (
    terms: (readonly [number, number])[],
    { table, groups }: View,
    group: string,
    count: number,
    sign: number,
  ): number => {
    let exact = 0;
    for (const row of groups.get(group)!) {
      const [low, high] = table.rows[row]!.bounds[count]!;
      if (low === high) exact += sign * low;
      else terms.push([variable(table, row, count), sign]);
    }
    return exact;
  };
  const equate = (terms: readonly (readonly [number, number])[], sum: number): void => {
    if (terms.length === 0) return;
    const name = JSON.stringify([terms, sum]);
    if (seen.has(name)) return;
    seen.add(name);
    equations.push({ terms, sum });
  };
  const viewsOf = viewer();
  for (const [at, one] of tables.entries()) {
    for (const other of tables.slice(at)) {
      const common = one.dims.filter((name) => other.dims.includes(name));
      for (const shared of [common, ...common.map((left) => common.filter((name) => name !== left))]) {
        for (const a of viewsOf(one, shared)) {
          for (const b of viewsOf(other, shared)) {
            if (a === b) continue;
            for (let x = 0; x < one.counts.length; x++) {
              for (let y = 0; y < other.counts.length; y++) {
                if (!alike(a, x, b, y)) continue;
                for (const group of a.groups.keys()) {
                  if (!b.groups.has(group)) continue;
                  const terms: (readonly [number, number])[] = [];
                  const exact = addTerms(terms, a, group, x, 1) + addTerms(terms, b, group, y, -1);
                  equate(terms, -exact);
                }
              }
            }
          }
        }
      }
    }
  }
  for (const weeks of tables.filter(({ dims }) => dims.includes("week"))) {
    for (const months of tables.filter(({ dims }) => dims.includes("month"))) {
      const shared = weeks.dims.filter((name) => months.dims.includes(name));
      if (shared.length !== weeks.dims.length - 1) continue;
      const [a] = viewsOf(weeks, shared, false);
      const [b] = viewsOf(months, shared, false);
      weeks.counts.forEach((name, x) => {
        const y = months.counts.indexOf(name);
        if (y < 0 || !alike(a!, x, b!, y)) return;
        for (const [group, rows] of a!.groups) {
          const parts = new Map<number, number[]>();
          const named = (table: AttackedTable, row: number, count: number) =>
            unknowns[variable(table, row, count)]!.name;
          for (const row of rows) {
            const terms: (readonly [number, number])[] = [];
            for (const other of b!.groups.get(group) ?? []) {
              const [week, month] = [dimOf(weeks, row, "week"), dimOf(months, other, "month")];
              if (!overlap(week, month)) continue;
              const part =
                unknowns.push({
                  name: `${named(weeks, row, x)} in ${named(months, other, y)}`,
                  low: 0,
                  high: Infinity,
                }) - 1;
              parts.set(other, [...(parts.get(other) ?? []), part]);
              terms.push([part, 1]);
            }
            equate([...terms, [variable(weeks, row, x), -1]], 0);
          }
          for (const [other, found] of parts) {
            equate([...found.map((part) => [part, 1] as const), [variable(months, other, y), -1]], 0);
          }
        }
      });
    }
  }
  return { unknowns, equations };
}

function overlap(week: string, month: string): boolean {
  const last = new Date(Date.parse(week) + 6 * 86_400_000).toISOString().slice(0, 7);
  return week.slice(0, 7) === month.slice(0, 7) || last === month.slice(0, 7);
}

function dimOf(table: AttackedTable, row: number, dim: string): string {
  return table.rows[row]!.dims[table.dims.indexOf(dim)]!;
}

/** Whether two views' sums are equal in every group of both, and say enough for that not to be by chance. */
function alike(a: View, x: number, b: View, y: number): boolean {
  let bits = 0;
  for (const [group, sums] of a.truth) {
    const others = b.truth.get(group);
    if (others === undefined) continue;
    if (sums[x] !== others[y]) return false;
    bits += Math.log2(1 + sums[x]!);
  }
  return bits >= enoughBits;
}

/** Views of tables by the columns that they are grouped by, each made once. */
function viewer() {
  const made = new Map<string, View[]>();
  return (table: AttackedTable, shared: readonly string[], sliced = true): View[] => {
    const name = JSON.stringify([table.name, shared, sliced]);
    const known = made.get(name);
    if (known !== undefined) return known;
    const others = table.dims.filter((dim) => !shared.includes(dim));
    const valuesOf = (dim: string) => [
      ...new Set(table.rows.map(({ dims }) => dims[table.dims.indexOf(dim)]!)),
    ];
    let choices: Record<string, string>[] = [{}];
    for (const dim of sliced ? others : []) {
      const values = valuesOf(dim);
      if (values.length > veryFewValues) continue;
      choices = choices.flatMap((choice) => [
        choice,
        ...values.map((value) => ({ ...choice, [dim]: value })),
      ]);
    }
    const few = choices;
    for (const dim of sliced && shared.length > 0 ? others : []) {
      const values = valuesOf(dim);
      if (values.length <= veryFewValues || values.length > fewValues) continue;
      choices = [
        ...choices,
        ...few.flatMap((choice) => values.map((value) => ({ ...choice, [dim]: value }))),
      ];
    }
    const views = choices.map((fixed) => view(table, shared, fixed));
    made.set(name, views);
    return views;
  };
}

function view(
  table: AttackedTable,
  shared: readonly string[],
  fixed: Readonly<Record<string, string>>,
): View {
  const groups = new Map<string, number[]>();
  const truth = new Map<string, number[]>();
  const places = shared.map((name) => table.dims.indexOf(name));
  const kept = Object.entries(fixed).map(([name, value]) => [table.dims.indexOf(name), value] as const);
  table.rows.forEach((row, at) => {
    if (kept.some(([place, value]) => row.dims[place] !== value)) return;
    const group = places.map((place) => row.dims[place]).join("|");
    const rows = groups.get(group);
    if (rows === undefined) {
      groups.set(group, [at]);
      truth.set(group, [...row.truth]);
    } else {
      rows.push(at);
      const sums = truth.get(group)!;
      row.truth.forEach((value, count) => {
        sums[count]! += value;
      });
    }
  });
  return { table, fixed, groups, truth };
}
