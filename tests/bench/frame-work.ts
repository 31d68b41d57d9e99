import type { CDPSession } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Time of the processor, in microseconds, which other programs do not lengthen by waiting. */
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly type?: string } };
}

/** What a page's thread does for a frame, from the event on (names of Chromium's own trace). */
const parts = new Set([
  "EventDispatch",
  "UpdateLayoutTree",
  "Layout",
  "PrePaint",
  "Paint",
  "Layerize",
  "Commit",
]);

/**
 * Milliseconds of the processor that a page's thread takes from an event `type` that `act` brings about until the next
 * frame is handed on to be drawn: scripts, styles, layout and paint, without the wait for the screen. Throws where the
 * trace has no such frame.
 */
export async function frameWork(
  session: CDPSession,
  type: string,
  act: () => Promise<unknown>,
): Promise<number> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  session.on("Tracing.dataCollected", collect);
  await session.send("Tracing.start", {
    traceConfig: { includedCategories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] },
    transferMode: "ReportEvents",
  });
  await act();
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", collect);
  const whole = events.filter(({ ph }) => ph === "X").sort((a, b) => a.ts - b.ts);
  const first = whole.find(({ name, args }) => name === "EventDispatch" && args.data?.type === type);
  const paint = whole.find(({ name, ts }) => name === "Paint" && ts > (first?.ts ?? Number.NaN));
  const last = whole.find(({ name, ts }) => name === "Commit" && ts > (paint?.ts ?? Number.NaN));
  if (first === undefined || last === undefined) {
    throw new Error(`found no frame after an event "${type}" among ${whole.length} events of the trace`);
  }
  const own = whole.filter(({ name, ts }) => parts.has(name) && ts >= first.ts && ts <= last.ts);
  return own.reduce((sum, { tdur, dur }) => sum + (tdur ?? dur ?? 0), 0) / 1000;
}
