import { expect, test } from "vitest";
import { axisTitle } from "../../src/components/charts/chart.ts";

const title = (unit: string, meaning: string, language: string) =>
  axisTitle({ title: "", columns: { x: [unit, meaning] } }, "x", { language });

test("an axis says its unit once, in the page's language", () => {
  expect(title("per 1,000 residents", "stories", "en")).toBe("Stories, per 1,000 residents");
  expect(title("per 1,000 residents", "stories per 1,000 residents", "en")).toBe(
    "Stories per 1,000 residents",
  );
  expect(title("per 1,000 residents", "сюжеты", "ru")).toBe("Сюжеты, на 1 000 жителей");
  expect(title("per 1,000 residents", "сюжеты на 1\u00a0000 жителей", "ru")).toBe(
    "Сюжеты на 1\u00a0000 жителей",
  );
  expect(title("difference of proportions", "айырма", "kk")).toBe("Айырма, пайыздық тармақ");
  expect(title("proportion", "share", "en")).toBe("Share");
});
