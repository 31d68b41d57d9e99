import { readFile } from "node:fs/promises";
import type { FeatureCollection } from "geojson";

/** The map's GeoJSON, each feature's `id` taken from the property that the study names. */
export async function readBoundaries(file: string, property: string): Promise<FeatureCollection> {
  const collection = JSON.parse(await readFile(file, "utf8")) as FeatureCollection;
  return {
    ...collection,
    features: collection.features.map((feature) => ({
      ...feature,
      id: String(feature.properties?.[property]),
    })),
  };
}
