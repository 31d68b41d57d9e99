import { z } from "zod";
import type { Mistake } from "./mistake.ts";
import { shown } from "./mistake.ts";
import { suggestion } from "./nearest.ts";

const collection = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.object({
      type: z.literal("Feature"),
      properties: z.record(z.string(), z.unknown()).nullable(),
      geometry: z.object({
        type: z.enum(["Polygon", "MultiPolygon"]),
        coordinates: z.array(z.unknown()).min(1),
      }),
    }),
  ),
});

/**
 * Checks a GeoJSON file against the map units: a FeatureCollection of polygons, one feature a unit, `property`
 * holding the unit's id. `units` is undefined where the list of units can't be read.
 */
export function checkBoundaries(
  file: string,
  text: string,
  property: string,
  units: readonly string[] | undefined,
): Mistake[] {
  function mistake(found: string, expected: string, offset = 0): Mistake {
    const before = text.slice(0, offset);
    const line = before.split("\n").length;
    return { file, line, column: offset - before.lastIndexOf("\n"), where: property, found, expected };
  }

  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return [{ ...mistake("text that is not JSON", `GeoJSON: ${(error as Error).message}`), where: "" }];
  }
  const result = collection.safeParse(json);
  if (!result.success) {
    return result.error.issues.map((issue) => ({
      ...mistake("another shape", `a FeatureCollection of polygons; ${issue.message}`),
      where: issue.path.join("."),
    }));
  }

  const mistakes: Mistake[] = [];
  const seen = new Set<string>();
  result.data.features.forEach((feature, index) => {
    const unit = feature.properties?.[property];
    const offset = typeof unit === "string" ? Math.max(text.indexOf(JSON.stringify(unit)), 0) : 0;
    if (typeof unit !== "string") {
      mistakes.push(mistake(shown(unit), `the id of a map unit as property of feature ${index + 1}`));
    } else if (seen.has(unit)) {
      const second = Math.max(text.indexOf(JSON.stringify(unit), offset + 1), 0);
      mistakes.push(
        mistake(`a second feature "${unit}"`, "one feature a map unit; join them as a MultiPolygon", second),
      );
    } else if (units !== undefined && !units.includes(unit)) {
      mistakes.push(mistake(`"${unit}"`, `an id of map_units.csv${suggestion(unit, units)}`, offset));
    }
    if (typeof unit === "string") seen.add(unit);
  });
  const missing = (units ?? []).filter((unit) => !seen.has(unit));
  for (const unit of missing)
    mistakes.push(mistake(`no feature "${unit}"`, "one for each unit of map_units.csv"));
  return mistakes;
}
