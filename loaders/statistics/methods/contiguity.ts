/** A boundary: GeoJSON's Polygon or MultiPolygon, as far as it is needed. */
export interface Boundary {
  readonly type: "Polygon" | "MultiPolygon";
  readonly coordinates: readonly unknown[];
}

/** For each region the places of its neighbours in the list, ascending. */
export type Neighbours = readonly (readonly number[])[];

/**
 * Queen contiguity: regions are neighbours where their boundaries share a point, be it one corner. The points
 * must be the same numbers on both sides, as boundaries simplified together have them; borders that only
 * nearly meet are not found. Throws where a boundary is neither Polygon nor MultiPolygon.
 */
export function queenNeighbours(boundaries: readonly Boundary[]): Neighbours {
  const owners = new Map<string, Set<number>>();
  boundaries.forEach((boundary, at) => {
    if (boundary.type !== "Polygon" && boundary.type !== "MultiPolygon") {
      throw new TypeError(`found a boundary of type ${boundary.type}, expected Polygon or MultiPolygon`);
    }
    for (const [x, y] of points(boundary.coordinates)) {
      const key = `${x},${y}`;
      const own = owners.get(key);
      if (own === undefined) owners.set(key, new Set([at]));
      else own.add(at);
    }
  });
  const neighbours = boundaries.map(() => new Set<number>());
  for (const sharing of owners.values()) {
    for (const a of sharing) {
      for (const b of sharing) if (a !== b) neighbours[a]!.add(b);
    }
  }
  return neighbours.map((set) => [...set].sort((a, b) => a - b));
}

function* points(coordinates: readonly unknown[]): Generator<readonly [number, number]> {
  if (typeof coordinates[0] === "number") {
    yield [coordinates[0], coordinates[1] as number];
    return;
  }
  for (const part of coordinates) yield* points(part as readonly unknown[]);
}
