import { duplicateCells } from "./check-places.ts";
import type { CsvFile } from "./csv-file.ts";
import type { Mistake } from "./mistake.ts";

/** events.csv against itself: ids that no other row has, and days in their order. */
export function checkEvents(events: CsvFile): Mistake[] {
  return [
    ...duplicateCells(events, "id"),
    ...events.rows.flatMap((row) => {
      const { from, to } = row.cells;
      if (from === undefined || to === undefined || from <= to) return [];
      return [row.mistake("to", `a day not before ${from}`, `"${to}"`)];
    }),
  ];
}
