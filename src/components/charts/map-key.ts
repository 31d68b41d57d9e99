import type { WordContext } from "./chart.ts";
import { lineHeight, type Part, svg, textLines, typeSize } from "./drawing.ts";
import type { Estimate } from "./estimates.ts";
import { border, paper, rule, steps } from "./palette.ts";
import { textWidth } from "./text-layout.ts";
import { valueAxis } from "./value-axis.ts";
import { wordsIn } from "./words.ts";

/** Classes of equal width from 0 to a round number, each with its colour. */
export interface Classes {
  /** Limits of the classes, one more than there are classes. */
  readonly limits: readonly number[];
  readonly colours: readonly string[];
  readonly format: (value: number) => string;
  readonly fillOf: (estimate: Estimate | undefined) => string;
  /** What is said of a unit without a value. */
  readonly noData: string;
  readonly withheld: boolean;
  readonly withheldText: string;
}

/** Classes for the estimates' values: as many as the ticks of an axis give, at most five. */
export function classesOf(estimates: readonly Estimate[], unit: string, context: WordContext): Classes {
  const highest = Math.max(0, ...estimates.map(({ value }) => value ?? 0));
  const wanted = [5, 4, 3, 2].map((count) => valueAxis(highest, unit, count, context));
  const axis =
    wanted.find(({ ticks }) => ticks.length >= 3 && ticks.length <= steps.length + 1) ?? wanted[3]!;
  const limits = axis.ticks.at(-1)! < axis.end ? [...axis.ticks, axis.end] : [...axis.ticks];
  const count = Math.max(1, Math.min(limits.length - 1, steps.length));
  // Few classes take colours from both ends of the scale.
  const colours = Array.from({ length: count }, (_, index) =>
    count === 1 ? steps[2]! : steps[Math.round((index * (steps.length - 1)) / (count - 1))]!,
  );
  const words = wordsIn(context);
  return {
    limits,
    colours,
    format: axis.format,
    noData: words.none,
    withheld: estimates.some(({ value }) => value === null),
    withheldText: words.withheld,
    fillOf: (estimate) => {
      if (estimate === undefined) return paper;
      if (estimate.value === null) return rule;
      const index = limits.findLastIndex((limit) => limit <= estimate.value!);
      return colours[Math.max(0, Math.min(index, count - 1))]!;
    },
  };
}

/** The classes' colours in a row with the limits under their edges, and the colour of withheld units. */
export function mapKey(document: Document, width: number, classes: Classes): Part {
  const { colours, limits, format } = classes;
  const box = Math.min(56, (width - 40) / colours.length);
  const left = textWidth(format(limits[0]!), typeSize) / 2;
  const outline = { stroke: border, "stroke-width": 0.75, height: 12, y: 2 };
  const node = svg(document, "g", {}, [
    ...colours.map((fill, index) =>
      svg(document, "rect", { ...outline, x: left + index * box, width: box, fill }),
    ),
    ...limits
      .slice(0, colours.length + 1)
      .flatMap((limit, index) =>
        textLines(document, [format(limit)], left + index * box, 28, { "text-anchor": "middle" }),
      ),
  ]);
  if (!classes.withheld) return { node, height: 34 };
  const beside = left + colours.length * box + 40;
  const fits = beside + 20 + textWidth(classes.withheldText, typeSize) <= width;
  const [x, y] = fits ? [beside, 2] : [left, 2 + 2 * lineHeight];
  node.append(
    svg(document, "rect", { ...outline, x, y, width: 14, fill: rule }),
    ...textLines(document, [classes.withheldText], x + 20, y + 10),
  );
  return { node, height: fits ? 34 : 34 + lineHeight };
}
