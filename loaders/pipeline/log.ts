import { appendFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** One step that ran: the only place where clock time is written down. */
export interface LogEntry {
  /** ISO time at which the step ended. */
  time: string;
  step: string;
  outcome: "ran" | "unchanged" | "failed";
  reason: string;
  ms: number;
  /** Size of all outputs. */
  bytes?: number;
  rowsIn?: number;
  rowsOut?: number;
  setAside?: Record<string, number>;
  error?: string;
}

/** Appends a line of JSON to the log file, making its folder. */
export function appendLog(logFile: string, entry: LogEntry): void {
  mkdirSync(dirname(logFile), { recursive: true });
  appendFileSync(logFile, `${JSON.stringify(entry)}\n`);
}
