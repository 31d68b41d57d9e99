import { expect, test } from "vitest";
import { formatCell, unitLabel } from "../../loaders/publish/format-cell.ts";

test("a difference of proportions stands in percentage points, and what rounds to nothing has no sign", () => {
  const unit = "difference of proportions";
  expect(formatCell(0.01065, unit, "en")).toBe("1.07");
  expect(formatCell(-0.0064, unit, "en")).toBe("-0.64");
  expect(formatCell(-0.00001, unit, "en")).toBe("0.00");
  expect(formatCell(-0.0064, unit, "ru")).toBe("-0,64");
  expect(formatCell(null, unit, "en")).toBe("–");
  expect(["en", "ru", "kk"].map((language) => unitLabel(unit, language))).toEqual([
    "percentage points",
    "п. п.",
    "п. т.",
  ]);
});
