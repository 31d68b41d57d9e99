import type { Neighbours } from "./methods/contiguity.ts";
import type { RowSet } from "./row-set.ts";

/** Areas with counts, populations and, by place in the list, their neighbours. */
export interface Areas {
  readonly ids: readonly string[];
  readonly counts: readonly number[];
  readonly populations: readonly number[];
  readonly neighbours: Neighbours;
}

export interface AreaColumns {
  readonly unit: string;
  readonly count: string;
  readonly population: string;
  /** Column of the neighbour, one row a neighbour; null where the area has none. */
  readonly neighbour?: string | undefined;
}

/**
 * Reads areas from rows of which each has an area, its count and population and, where asked, one neighbour. Areas
 * stand in order of appearance. Throws where a neighbour is no area of the rows.
 */
export function areasOf(rows: RowSet, columns: AreaColumns): Areas {
  const units = rows.texts(columns.unit);
  const counts = rows.numbers(columns.count);
  const populations = rows.numbers(columns.population);
  const others = columns.neighbour === undefined ? undefined : rows.texts(columns.neighbour);
  const first = new Map<string, number>();
  units.forEach((unit, row) => {
    if (!first.has(unit!)) first.set(unit!, row);
  });
  const ids = [...first.keys()];
  const place = new Map(ids.map((id, at) => [id, at]));
  const neighbours = ids.map((): number[] => []);
  units.forEach((unit, row) => {
    const other = others?.[row];
    if (other == null) return;
    const at = place.get(other);
    if (at === undefined) throw new Error(`found the neighbour "${other}", expected an area of the rows`);
    neighbours[place.get(unit!)!]!.push(at);
  });
  return {
    ids,
    counts: ids.map((id) => counts[first.get(id)!]!),
    populations: ids.map((id) => populations[first.get(id)!]!),
    neighbours: neighbours.map((list) => list.sort((a, b) => a - b)),
  };
}
