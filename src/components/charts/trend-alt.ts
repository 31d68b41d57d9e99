import type { ColumnTable } from "arquero";
import { type ChartHeader, columnFor, unitOf, type WordContext } from "./chart.ts";
import { trendPanels } from "./trend-lines.ts";
import { trendMarks } from "./trend-marks.ts";
import type { Point } from "./trend-panel.ts";
import { formatMonth, formatNumber, wordsIn } from "./words.ts";

/** The text alternative of a trend: the first, the last and the highest value of each line. */
export function trendAlt(rows: ColumnTable, header: ChartHeader, context: WordContext = {}): string {
  const unit = unitOf(header, columnFor(header, "y"));
  const sentences = trendPanels(rows, header, context).map(({ title, lines }) => {
    const parts = lines.map(({ label, points }) => {
      const text = course(points, unit, context);
      return label === "" ? text : `${label} ${text}`;
    });
    return `${title === "" ? "" : `${title}: `}${parts.join("; ")}.`;
  });
  const marks = trendMarks(rows, header, context).map(({ text }) => `${text}.`);
  return [`${header.title}.`, ...sentences, ...marks].join(" ");
}

function course(points: readonly Point[], unit: string, context: WordContext): string {
  const words = wordsIn(context);
  const known = points.filter((point): point is Point & { value: number } => point.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return words.withheld;
  const highest = known.reduce((best, point) => (point.value > best.value ? point : best));
  const write = ({ value, date }: Point & { value: number }) =>
    `${formatNumber(value, unit, context)} (${formatMonth(date, "long", context)})`;
  return `${words.from} ${write(first)} ${words.to} ${write(last)}, ${words.highest} ${write(highest)}`;
}
