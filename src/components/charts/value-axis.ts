import * as Plot from "@observablehq/plot";
import { scaleLinear } from "d3";
import type { WordContext } from "./chart.ts";
import { rule, soft } from "./palette.ts";
import { formatNumber } from "./words.ts";

/** A value axis from 0: its end, its ticks and their text. */
export interface ValueAxis {
  readonly end: number;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

/** An axis from 0 to a round number at or above `highest`, with about `count` ticks; a proportion ends at 1. */
export function valueAxis(highest: number, unit: string, count: number, context: WordContext): ValueAxis {
  const scale = scaleLinear()
    .domain([0, highest > 0 ? highest : 1])
    .nice(count);
  const end = unit === "proportion" ? Math.min(scale.domain()[1]!, 1) : scale.domain()[1]!;
  const ticks = scale
    .ticks(count)
    .filter((tick) => tick <= end && (unit !== "count" || Number.isInteger(tick)));
  const language = context.language ?? "en";
  const options: Intl.NumberFormatOptions =
    unit === "proportion" ? { style: "percent", maximumFractionDigits: 1 } : { maximumFractionDigits: 6 };
  const format = (value: number) =>
    unit === "count" ? formatNumber(value, unit, context) : value.toLocaleString(language, options);
  return { end, ticks, format };
}

/** Plot marks for a value axis along the top: its text, and faint lines from `y1` to `y2` px through the rows. */
export function topAxis(axis: ValueAxis, y1: number, y2: number): Plot.Markish[] {
  return [
    Plot.ruleX(axis.ticks, { y1: () => y1, y2: () => y2, stroke: rule }),
    Plot.axisX(axis.ticks, {
      anchor: "top",
      tickSize: 0,
      tickPadding: 5,
      label: null,
      tickFormat: axis.format,
      fill: soft,
    }),
  ];
}
