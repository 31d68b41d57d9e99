import { type GeoProjection, type GeoStream, geoBounds, geoConicEqualArea, geoPath } from "d3";
import type { FeatureCollection } from "geojson";

/**
 * Albers' equal-area projection for the features, fitted into `width` px: standard parallels a sixth inside
 * the northern and southern edges, which keeps shapes where the rates of areas are to be compared. Returns
 * the projection and the height it takes.
 */
export function areaProjection(
  features: FeatureCollection,
  width: number,
  margin: number,
): { projection: GeoProjection; height: number } {
  const [[west, south], [east, north]] = geoBounds(features);
  const middle = west <= east ? (west + east) / 2 : (west + east + 360) / 2;
  const sixth = (north - south) / 6;
  const projection = geoConicEqualArea()
    .parallels([south + sixth, north - sixth])
    .rotate([-middle, 0])
    .fitWidth(width - 2 * margin, features);
  const [x, y] = projection.translate();
  projection.translate([x + margin, y + margin]);
  const [, [, lowest]] = geoPath(projection).bounds(features);
  return { projection, height: lowest + margin };
}

/** The projection without points nearer than `distance` px to the one before: fewer bytes, the same picture. */
export function thinned(
  projection: GeoProjection,
  distance: number,
): { stream(output: GeoStream): GeoStream } {
  return {
    stream(output) {
      let [lastX, lastY] = [Number.NaN, Number.NaN];
      return projection.stream({
        point(x, y) {
          if (Math.hypot(x - lastX, y - lastY) < distance) return;
          [lastX, lastY] = [x, y];
          output.point(x, y);
        },
        lineStart() {
          [lastX, lastY] = [Number.NaN, Number.NaN];
          output.lineStart();
        },
        lineEnd() {
          output.lineEnd();
        },
        polygonStart() {
          output.polygonStart();
        },
        polygonEnd() {
          output.polygonEnd();
        },
        sphere() {
          output.sphere?.();
        },
      });
    },
  };
}
