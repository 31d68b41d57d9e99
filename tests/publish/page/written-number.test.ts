import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agrees, readNumber, writeNumber } from "../../../loaders/publish/page/written-number.ts";

describe("readNumber", () => {
  test.each([
    ["75%", "en", 0.75, 0, true],
    ["75 %", "ru", 0.75, 0, true],
    ["74,8 %", "ru", 0.748, 1, true],
    ["1.1 percentage points", "en", 0.011, 1, true],
    ["1,1 процентного пункта", "ru", 0.011, 1, true],
    ["1,1 пайыздық тармаққа", "kk", 0.011, 1, true],
    ["2.1 points", "en", 0.021, 1, true],
    ["12 pointers", "en", 12, 0, false],
    ["about 188,000", "en", 188_000, 0, false],
    ["188 000", "kk", 188_000, 0, false],
    ["0.40", "en", 0.4, 2, false],
    ["−3.5", "en", -3.5, 1, false],
    ["1,234.5", "en", 1234.5, 1, false],
    ["1.234,5", "de", 1234.5, 1, false],
  ])("%s in %s", (text, language, value, decimals, percent) => {
    const written = readNumber(text, language);
    expect(written?.value).toBeCloseTo(value, 12);
    expect(written?.decimals).toBe(decimals);
    expect(written?.percent).toBe(percent);
  });

  test.each(["three quarters", "", "10 to 12", "between 1% and 2%"])("no single number in “%s”", (text) => {
    expect(readNumber(text, "en")).toBeUndefined();
  });
});

describe("agrees", () => {
  test("at the precision written", () => {
    const written = readNumber("75%", "en")!;
    expect(agrees(written, 0.7549)).toBe(true);
    expect(agrees(written, 0.7451)).toBe(true);
    expect(agrees(written, 0.7551)).toBe(false);
    expect(agrees(readNumber("75.0%", "en")!, 0.7549)).toBe(false);
  });

  test("76% is not 0.75", () => {
    expect(agrees(readNumber("76%", "en")!, 0.75)).toBe(false);
  });
});

test("a number written as another is read back as the value at that precision", () => {
  const numbers = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const likes = fc.constantFrom("75%", "1,234.5", "0.001", "12", "about 1,000 posts", "-3.5");
  fc.assert(
    fc.property(numbers, likes, (value, like) => {
      const style = readNumber(like, "en")!;
      const written = readNumber(writeNumber(value, style), "en");
      expect(written).toBeDefined();
      expect(agrees(written!, value)).toBe(true);
    }),
  );
});
