import type { IntrusionTask } from "./intrusion.ts";

/**
 * The tasks as two CSV files (RFC 4180, UTF-8 with byte order mark, CRLF): `sheet` for the people who answer, and `key`
 * with what they must not see. Tasks count from 1 in both. A word that a spreadsheet would run as a formula gets an
 * apostrophe in front.
 */
export function intrusionSheets(tasks: readonly IntrusionTask[]): { sheet: string; key: string } {
  const width = Math.max(0, ...tasks.map(({ words }) => words.length));
  const words = Array.from({ length: width }, (_, at) => `word_${at + 1}`);
  return {
    sheet: csv([
      ["task", ...words, "does_not_belong"],
      ...tasks.map((task, at) => [String(at + 1), ...task.words, ""]),
    ]),
    key: csv([
      ["task", "topic", "intruder"],
      ...tasks.map(({ topic, intruder }, at) => [String(at + 1), String(topic), intruder]),
    ]),
  };
}

function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
