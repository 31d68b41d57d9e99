/** Where progress is written: `process.stderr` is one. */
export interface ProgressWriter {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

export interface Progress {
  /** How far the step is, in a unit such as `posts`; total undefined where it is not known. */
  update(done: number, total: number | undefined, unit: string): void;
  /** Takes the bar away, or writes the last line if there were lines before. */
  end(): void;
}

const REDRAW_MS = 100;
const LINE_MS = 5_000;
const BAR_WIDTH = 20;
const CLEAR = "\r\x1b[2K";

/**
 * Shows how far a step is: on a terminal one line that is written over, elsewhere a plain line at most every five
 * seconds (so a short step writes none) and one at the end. `now` is in milliseconds.
 */
export function showProgress(name: string, writer: ProgressWriter, now: () => number = Date.now): Progress {
  const terminal = writer.isTTY === true;
  const interval = terminal ? REDRAW_MS : LINE_MS;
  let shownAt = terminal ? Number.NEGATIVE_INFINITY : now();
  let latest: [number, number | undefined, string] | undefined;
  let pending = false;
  let shown = false;
  const show = (at: number) => {
    if (!latest) return;
    const [done, total, unit] = latest;
    if (terminal) writer.write(CLEAR + bar(name, done, total, unit).slice(0, (writer.columns ?? 80) - 1));
    else writer.write(`  ${name}: ${amount(done, total, unit)}\n`);
    shownAt = at;
    pending = false;
    shown = true;
  };
  return {
    update(done, total, unit) {
      latest = [done, total, unit];
      pending = true;
      const at = now();
      if (at - shownAt >= interval) show(at);
    },
    end() {
      if (terminal && shown) writer.write(CLEAR);
      else if (shown && pending) show(now());
      shown = false;
    },
  };
}

/** Takes a bar away for a line to be printed; the bar comes back with the next of its updates. */
export function clearBar(writer: ProgressWriter): void {
  if (writer.isTTY === true) writer.write(CLEAR);
}

function bar(name: string, done: number, total: number | undefined, unit: string): string {
  if (!total) return `${name} ${amount(done, total, unit)}`;
  const share = Math.min(1, done / total);
  const filled = Math.round(share * BAR_WIDTH);
  const cells = "#".repeat(filled) + "-".repeat(BAR_WIDTH - filled);
  return `${name} [${cells}] ${Math.floor(share * 100)} % ${amount(done, total, unit)}`;
}

function amount(done: number, total: number | undefined, unit: string): string {
  const of = total === undefined ? "" : ` of ${total.toLocaleString("en")}`;
  return `${done.toLocaleString("en")}${of} ${unit}`;
}
