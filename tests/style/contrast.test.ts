import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { paletteCss } from "../../src/components/charts/palette.ts";

/** Text on ground, as the stylesheet pairs them. */
const pairs: [text: string, ground: string][] = [
  ["ink", "paper"],
  ["series-1", "paper"],
  ["series-2", "paper"],
  ["series-3", "paper"],
  ["series-4", "paper"],
  ["series-5", "paper"],
  ["series-6", "paper"],
  ["ink", "panel"],
  ["ink", "panel-strong"],
  ["ink-soft", "paper"],
  ["ink-soft", "panel"],
  ["ink-soft", "panel-strong"],
  ["ink-faint", "paper"],
  ["ink-faint", "panel"],
  ["accent", "paper"],
  ["accent", "panel"],
  ["accent-strong", "paper"],
  ["accent-strong", "panel"],
  ["accent-strong", "accent-wash"],
  ["ink-soft", "accent-wash"],
  ["note-ink", "note"],
  ["paper", "ink"],
  ["code-keyword", "paper"],
  ["code-keyword", "panel"],
  ["code-string", "paper"],
  ["code-string", "panel"],
  ["code-number", "paper"],
  ["code-number", "panel"],
  ["code-comment", "paper"],
  ["code-comment", "panel"],
];

/** Lines and marks on the paper that carry meaning. */
const marks = ["focus", "accent", "note-rule", "step-4", "step-5"];

const files = ["tokens", "charts"].map((name) =>
  readFileSync(new URL(`../../src/style/${name}.css`, import.meta.url), "utf8").split(
    "prefers-color-scheme: dark",
  ),
);
const schemes = {
  light: tokens(files.map(([light]) => light).join("")),
  dark: tokens(files.map(([, dark]) => dark).join("")),
};

function tokens(css: string): Map<string, string> {
  return new Map(Array.from(css.matchAll(/--([\w-]+): (#[\da-f]{6});/g), (match) => [match[1]!, match[2]!]));
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

describe.each(Object.entries(schemes))("%s", (_name, colours) => {
  test.each(pairs)("%s on %s reads at 4.5 or more", (text, ground) => {
    expect(contrast(colours.get(text)!, colours.get(ground)!)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(marks)("%s shows on paper at 3 or more", (mark) => {
    expect(contrast(colours.get(mark)!, colours.get("paper")!)).toBeGreaterThanOrEqual(3);
  });
});

test("both schemes define the same colours", () => {
  expect([...schemes.dark.keys()].sort()).toEqual([...schemes.light.keys()].sort());
});

test.each(Object.entries(schemes))(
  "the steps of a map run evenly from little to much, %s",
  (name, colours) => {
    const steps = [1, 2, 3, 4, 5].map((step) => luminance(colours.get(`step-${step}`)!));
    const rising = name === "dark" ? steps : [...steps].reverse();
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
  },
);

test("the style sheet holds the charts' palette", () => {
  const sheet = readFileSync(new URL("../../src/style/charts.css", import.meta.url), "utf8");
  expect(sheet).toBe(paletteCss());
});
