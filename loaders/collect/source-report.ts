import type { Span } from "./collector.ts";

/** What a run did with one source. */
export interface SourceReport {
  readonly id: string;
  /** `waits`: someone or some time has to pass before it can go on; `stopped`: at the limit that was asked for. */
  readonly state: "done" | "stopped" | "waits" | "failed";
  /** Why it did not get to its end. */
  readonly reason?: string;
  /** Requests that went out, robots.txt and repetitions included. */
  readonly requested: number;
  readonly fresh: number;
  readonly unchanged: number;
  /** Pages that robots.txt forbids. */
  readonly refused: number;
  /** Pages that do not exist (any more). */
  readonly gone: number;
  /** Pages that could not be had, by reason. */
  readonly failures: Readonly<Record<string, number>>;
  readonly span: Span;
}

export function failedPages({ failures }: SourceReport): number {
  return Object.values(failures).reduce((sum, count) => sum + count, 0);
}

/** Whether anything went wrong that is no mere pause. */
export function hasFailed(report: SourceReport): boolean {
  return report.state === "failed" || failedPages(report) > 0;
}

const COLUMNS = [
  "source",
  "state",
  "requested",
  "new",
  "unchanged",
  "robots",
  "gone",
  "failed",
  "first",
  "last",
];

/** The table at the end of a run, then what a row has no room for: reasons, gaps, what waits and how to go on. */
export function reportLines(reports: readonly SourceReport[], studyOption = ""): string[] {
  const rows = reports.map((report) => [
    report.id,
    report.state,
    ...[report.requested, report.fresh, report.unchanged, report.refused, report.gone].map(String),
    String(failedPages(report)),
    report.span.first ?? "-",
    report.span.last ?? "-",
  ]);
  const widths = COLUMNS.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column < 2 || column > 7 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join("  ")
      .trimEnd();
  const notes = reports.flatMap((report) => [
    ...(report.reason === undefined ? [] : [`${report.id}: ${report.state}: ${report.reason}`]),
    ...Object.entries(report.failures).map(([reason, count]) => `${report.id}: ${count} × ${reason}`),
    ...report.span.gaps.map((gap) => `${report.id}: not held: ${gap}`),
  ]);
  const waiting = reports.filter(({ state }) => state === "waits").map(({ id }) => id);
  const resume =
    waiting.length === 0
      ? []
      : [
          `${waiting.length} waiting: ${waiting.join(", ")}. Go on where they stopped: npm run collect -- ${studyOption}${waiting.map((id) => `--source ${id}`).join(" ")}`,
        ];
  return [line(COLUMNS), ...rows.map(line), ...notes, ...resume];
}
