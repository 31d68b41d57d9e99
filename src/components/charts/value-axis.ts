import * as Plot from "@observablehq/plot";
import { scaleLinear } from "d3";
import type { WordContext } from "./chart.ts";
import { numberIn } from "./in-locale.ts";
import { border, rule, soft } from "./palette.ts";
import { formatNumber, points } from "./words.ts";

/** A value axis: its start, 0 or below, its end, its ticks and their text. */
export interface ValueAxis {
  readonly start: number;
  readonly end: number;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

/**
 * An axis from 0 to a round number at or above `highest`, with about `count` ticks; a proportion ends at 1. Where `lowest`
 * is below 0 it starts at a round number at or below that.
 */
export function valueAxis(
  highest: number,
  unit: string,
  count: number,
  context: WordContext,
  lowest = 0,
): ValueAxis {
  const low = Math.min(0, lowest);
  const scale = scaleLinear()
    .domain([low, highest > 0 || low < 0 ? Math.max(0, highest) : 1])
    .nice(count);
  const end = unit === "proportion" ? Math.min(scale.domain()[1]!, 1) : scale.domain()[1]!;
  const ticks = scale
    .ticks(count)
    .filter((tick) => tick <= end && (unit !== "count" || Number.isInteger(tick)));
  const language = context.language ?? "en";
  const options: Intl.NumberFormatOptions =
    unit === "proportion"
      ? { style: "percent", maximumFractionDigits: 1 }
      : { maximumFractionDigits: 6, ...(low < 0 || unit === points ? { signDisplay: "exceptZero" } : {}) };
  const format = (value: number) =>
    unit === "count"
      ? formatNumber(value, unit, context)
      : numberIn(language, value * (unit === points ? 100 : 1), options).replace("-", "\u2212");
  return { start: scale.domain()[0]!, end, ticks, format };
}

/**
 * Plot marks for a value axis along the top: its text, and faint lines from `y1` to `y2` px through the rows; a plain one
 * at `reference`, which is 0 where the axis has room below it.
 */
export function topAxis(axis: ValueAxis, y1: number, y2: number, reference?: number): Plot.Markish[] {
  const plain = reference ?? (axis.start < 0 ? 0 : undefined);
  return [
    Plot.ruleX(axis.ticks, { y1: () => y1, y2: () => y2, stroke: rule }),
    ...(plain === undefined
      ? []
      : [Plot.ruleX([plain], { y1: () => y1, y2: () => y2, stroke: border, strokeWidth: 1.25 })]),
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
