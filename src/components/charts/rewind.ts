import { geoArea } from "d3";
import type { Feature, FeatureCollection, Geometry, Polygon } from "geojson";

/**
 * The features with their rings wound as d3 wants them, clockwise around the inside: RFC 7946 winds them the
 * other way, and d3 takes such a ring for all the world but the area.
 */
export function rewind(collection: FeatureCollection): FeatureCollection {
  return {
    ...collection,
    features: collection.features.map(
      (feature): Feature => ({ ...feature, geometry: rewound(feature.geometry) }),
    ),
  };
}

function rewound(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case "Polygon":
      return { ...geometry, coordinates: rings(geometry.coordinates) };
    case "MultiPolygon":
      return { ...geometry, coordinates: geometry.coordinates.map(rings) };
    case "GeometryCollection":
      return { ...geometry, geometries: geometry.geometries.map(rewound) };
    default:
      return geometry;
  }
}

const halfSphere = 2 * Math.PI;

function rings(coordinates: Polygon["coordinates"]): Polygon["coordinates"] {
  return coordinates.map((ring, index) => {
    const area = geoArea({ type: "Polygon", coordinates: [ring] });
    const outside = index === 0;
    return area > halfSphere === outside ? [...ring].reverse() : ring;
  });
}
