import * as Plot from "@observablehq/plot";
import type { ColumnTable } from "arquero";
import { geoPath } from "d3";
import type { Feature, FeatureCollection } from "geojson";
import { about, aboutAttribute } from "./about.ts";
import { areaProjection, thinned } from "./area-projection.ts";
import {
  axisTitle,
  type ChartContext,
  type ChartHeader,
  columnFor,
  unitOf,
  type WordContext,
} from "./chart.ts";
import { dotRows } from "./dot-rows.ts";
import { fromPlot, type Part, paragraph, stack, svg, textLines, typeSize } from "./drawing.ts";
import { type Estimate, estimatesOf } from "./estimates.ts";
import { listed } from "./estimates-alt.ts";
import { classesOf, mapKey } from "./map-key.ts";
import { placeNames } from "./map-names.ts";
import { border, halo } from "./palette.ts";
import { rewind } from "./rewind.ts";
import { formatEstimate } from "./words.ts";

/** Areas below this many square px are drawn as dots, or they would not be seen. */
const smallArea = 80;
const margin = 4;

/**
 * A map of classed values, and under it the same values as ranked dots with their intervals:
 * `{kind: map, unit, x, low, high}`. `context.boundaries` has a feature for each `unit`; without it the dots
 * stand alone.
 */
export default function map(rows: ColumnTable, header: ChartHeader, context: ChartContext): Element {
  const { document, width } = context;
  const x = columnFor(header, "x");
  const unit = unitOf(header, x);
  const estimates = estimatesOf(rows, header, context, "unit");
  const ranked = dotRows(estimates, {
    document,
    width,
    unit,
    series: [{ id: "", label: "" }],
    words: context,
  });
  const title = paragraph(document, axisTitle(header, x, context), width);
  const gap: Part = { node: svg(document, "g"), height: 14 };
  const parts = context.boundaries
    ? [title, ...areas(estimates, context.boundaries, unit, header, context), gap, ranked]
    : [title, ranked];
  return stack(document, width, parts, "map");
}

/** The text alternative: every unit's value with its interval, from the highest. */
export function alt(rows: ColumnTable, header: ChartHeader, context: WordContext = {}): string {
  const estimates = estimatesOf(rows, header, context, "unit");
  return `${header.title}. ${listed(estimates, unitOf(header, columnFor(header, "x")), context)}.`;
}

function areas(
  estimates: readonly Estimate[],
  boundaries: FeatureCollection,
  unit: string,
  header: ChartHeader,
  context: ChartContext,
): Part[] {
  const { document, width } = context;
  const classes = classesOf(estimates, unit, context);
  const wound = rewind(boundaries);
  const { projection, height } = areaProjection(wound, width, margin);
  const path = geoPath(projection);
  const byId = new Map(estimates.map((estimate) => [estimate.id, estimate]));
  const shapes = wound.features.map((feature) => {
    const estimate = byId.get(String(feature.id));
    const [x, y] = path.centroid(feature);
    const [[left, top], [right, bottom]] = path.bounds(feature);
    const label = estimate?.label ?? context.labels?.[String(feature.id)] ?? String(feature.id);
    return {
      feature,
      about: about(header, [[columnFor(header, "unit"), String(feature.id)]]),
      label,
      x,
      y,
      room: right - left,
      depth: bottom - top,
      dot: path.area(feature) < smallArea,
      rank: estimate === undefined ? estimates.length : estimates.indexOf(estimate),
      fill: classes.fillOf(estimate),
      tip: `${label}: ${estimate ? formatEstimate(estimate, unit, context) : classes.noData}`,
    };
  });
  type Shape = (typeof shapes)[number];
  const outlined = {
    stroke: border,
    strokeWidth: 0.75,
    fill: "fill",
    title: "tip",
    ariaLabel: "about",
  } as const;
  const drawn = Plot.plot({
    document,
    width,
    height,
    margin: 0,
    axis: null,
    projection: thinned(projection, 0.5) as Plot.ProjectionImplementation,
    marks: [
      Plot.geo(
        shapes.filter(({ dot }) => !dot),
        { ...outlined, geometry: (shape: Shape): Feature => shape.feature },
      ),
    ],
  });
  const dots = Plot.plot({
    document,
    width,
    height,
    margin: 0,
    axis: null,
    x: { type: "identity" },
    y: { type: "identity" },
    marks: [
      Plot.dot(
        shapes.filter(({ dot }) => dot),
        { ...outlined, strokeWidth: 1.25, x: "x", y: "y", r: 5.5 },
      ),
    ],
  });
  const names = placeNames(
    [...shapes].sort((a, b) => Number(b.dot) - Number(a.dot) || a.rank - b.rank),
    width,
    height,
    typeSize,
  );
  const node = svg(document, "g", {}, [
    fromPlot(document, drawn),
    fromPlot(document, dots),
    ...names.flatMap(({ lines, x, y, anchor, about }) =>
      textLines(document, lines, x, y, { ...halo, "text-anchor": anchor, ...aboutAttribute(about ?? "") }),
    ),
  ]);
  return [{ node, height: height + 8 }, mapKey(document, width, classes)];
}
