import { numberIn } from "../../src/components/charts/in-locale.ts";
import type { Cell } from "./published-result.ts";
import { wordsOf } from "./words/words.ts";

/**
 * A result's cell as a reader sees it in a table, by the column's unit: counts with thousands grouped,
 * proportions as per cent with one decimal, their differences as percentage points with two, rates with three decimals,
 * other numbers with four significant digits. A withheld figure shows as a dash.
 */
export function formatCell(cell: Cell | undefined, unit: string, language: string): string {
  if (cell === null || cell === undefined) return "–";
  if (typeof cell === "boolean") return cell ? wordsOf(language).yes : wordsOf(language).no;
  if (typeof cell === "string") return cell;
  switch (unit) {
    case "count":
      return numberIn(language, cell, { maximumFractionDigits: 0 });
    case "proportion":
      return numberIn(language, cell, {
        style: "percent",
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      });
    case "difference of proportions":
      return numberIn(language, cell * 100, {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
        signDisplay: "negative",
      });
    case "number":
      return numberIn(language, cell, { maximumSignificantDigits: 4 });
    default:
      return /^per /.test(unit)
        ? numberIn(language, cell, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
        : numberIn(language, cell, { maximumSignificantDigits: 6 });
  }
}

/** The words that stand behind a column's name in a table head; none where the name says all. */
export function unitLabel(unit: string, language: string): string {
  return wordsOf(language).units[unit] ?? "";
}
