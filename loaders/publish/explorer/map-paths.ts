import { geoPath } from "d3";
import type { FeatureCollection } from "geojson";
import { areaProjection, thinned } from "../../../src/components/charts/area-projection.ts";
import { rewind } from "../../../src/components/charts/rewind.ts";

/** Map units as SVG paths. */
export interface MapPaths {
  readonly width: number;
  readonly height: number;
  readonly units: readonly (readonly [unit: string, path: string])[];
}

/** The map of `width` px, drawn ahead so that the page needs no projection. */
export function mapPaths(boundaries: FeatureCollection, width: number): MapPaths {
  const features = rewind(boundaries);
  const { projection, height } = areaProjection(features, width, 2);
  const path = geoPath(thinned(projection, 1)).digits(1);
  return {
    width,
    height: Math.ceil(height),
    units: features.features.map((feature) => [String(feature.id), path(feature) ?? ""]),
  };
}
