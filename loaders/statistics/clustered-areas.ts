import type { RowSet } from "./row-set.ts";
import { seriesOf } from "./series/series-of.ts";

/** Columns of a statement whose rows say what clusters have in areas. */
export interface ClusteredColumns {
  /** Columns whose values together name a group of areas of its own. */
  readonly groups: readonly string[];
  readonly unit: string;
  readonly population: string;
  /** Column of numbers that tell clusters apart; a row without one gives the unit and counts nothing. */
  readonly cluster: string;
  /** Column of how many things a row stands for; one each without it. */
  readonly things?: string | undefined;
}

/** The areas of a group, in order of appearance, and what falls on them. */
export interface ClusteredAreas {
  /** The values that name the group, by column, and as a text. */
  readonly ids: Readonly<Record<string, string | null>>;
  readonly key: string;
  readonly units: readonly string[];
  readonly people: readonly number[];
  readonly amounts: readonly number[];
  /** By area: a row of it. */
  readonly rows: readonly number[];
  /** Parts for `clusterTotals`: clusters from 0 in order of appearance, areas as cells. */
  readonly parts: {
    readonly cluster: Uint32Array;
    readonly cell: Uint32Array;
    readonly times: Float64Array;
  };
}

/** Reads groups of areas and what clusters have in them, for estimates that are bootstrapped over clusters. */
export function clusteredAreas(rows: RowSet, columns: ClusteredColumns): ClusteredAreas[] {
  const units = rows.texts(columns.unit);
  const populations = rows.numbers(columns.population);
  const clusters = rows.numbers(columns.cluster);
  const things = columns.things === undefined ? undefined : rows.numbers(columns.things);
  return seriesOf(rows, columns.groups).map(({ ids, at }) => {
    const place = new Map<string, number>();
    const rowOf: number[] = [];
    for (const row of at) {
      const unit = units[row]!;
      if (!place.has(unit)) place.set(unit, place.size);
      rowOf[place.get(unit)!] = row;
    }
    const held = at.filter((row) => !Number.isNaN(clusters[row]!));
    const numbers = new Map<number, number>();
    for (const row of held) {
      if (!numbers.has(clusters[row]!)) numbers.set(clusters[row]!, numbers.size);
    }
    const parts = {
      cluster: Uint32Array.from(held, (row) => numbers.get(clusters[row]!)!),
      cell: Uint32Array.from(held, (row) => place.get(units[row]!)!),
      times: Float64Array.from(held, (row) => things?.[row] ?? 1),
    };
    const amounts = rowOf.map(() => 0);
    parts.cell.forEach((cell, part) => {
      amounts[cell]! += parts.times[part]!;
    });
    return {
      ids,
      key: JSON.stringify(Object.values(ids)),
      units: [...place.keys()],
      people: rowOf.map((row) => populations[row]!),
      amounts,
      rows: rowOf,
      parts,
    };
  });
}
