import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { border, paletteCss, paper, rule, sides, soft, steps } from "../../src/components/charts/palette.ts";
import { channels, contrast, luminance, over } from "./colour-math.ts";
import { markPairs, textPairs } from "./colour-pairs.ts";
import { schemes, type Tokens } from "./tokens.ts";

const both = Object.entries(schemes());

/** WCAG 2.2, 1.4.3 (text, 4.5) and 1.4.11 (marks, 3): the pairs that fall below. */
function faults(tokens: Tokens): string[] {
  const colour = (name: string) => channels(tokens.get(name)!);
  return [
    ...textPairs
      .filter(([text, ground]) => contrast(colour(text), colour(ground)) < 4.5)
      .map(([text, ground]) => `${text} on ${ground}`),
    ...markPairs
      .filter(([mark, ground, opacity]) => {
        const under = colour(ground);
        return contrast(over(colour(mark), under, opacity), under) < 3;
      })
      .map(([mark, ground]) => `${mark} on ${ground}`),
  ];
}

describe.each(both)("%s", (_scheme, tokens) => {
  test("text reads at 4.5 or more, marks at 3 or more", () => {
    expect(faults(tokens)).toEqual([]);
  });

  const used = [...textPairs, ...markPairs];
  test.each([...new Set(used.flatMap(([mark, ground]) => [mark, ground]))])("a worse %s is found", (name) => {
    const [mark, ground] = used.find((pair) => pair[0] === name || pair[1] === name)!;
    const partner = tokens.get(mark === name ? ground : mark)!;
    expect(faults(new Map([...tokens, [name, partner]]))).toContain(`${mark} on ${ground}`);
  });
});

test("colours of charts that stand without the style sheet are the light tokens", () => {
  const { light } = schemes();
  for (const colour of [paper, rule, soft, border, ...steps, ...sides]) {
    const [, name, value] = /^var\(--([a-z0-9-]+), (#[0-9a-f]{6})\)$/.exec(colour)!;
    expect(value, name).toBe(light.get(name!));
  }
});

test("contrast is that of the published examples", () => {
  expect(contrast(channels("#000000"), channels("#ffffff"))).toBe(21);
  // The grey that WebAIM names as the lightest to pass on white.
  expect(contrast(channels("#767676"), channels("#ffffff"))).toBeCloseTo(4.54, 2);
});

/** Lines and grounds that carry no meaning and no words. */
const ornaments = new Set(["rule", "series-1"]);

/** The rules of the style sheets with the tokens that they give to words and to the ground under them. */
function colouredRules(): { place: string; text: string | undefined; ground: string | undefined }[] {
  const folder = new URL("../../src/style/", import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".css"))
    .flatMap((file) =>
      Array.from(readFileSync(new URL(file, folder), "utf8").matchAll(/([^{}]*)\{([^{}]*)\}/g), (rule) => ({
        place: `${file}: ${rule[1]!.trim().split("\n").at(-1)}`,
        text: /(?:^|[;\s])color: var\(--([\w-]+)\)/.exec(rule[2]!)?.[1],
        ground: /(?:^|[;\s])background(?:-color)?: var\(--([\w-]+)\)/.exec(rule[2]!)?.[1],
      })),
    );
}

test("every colour that a style sheet gives to words or puts under them is in the list of pairs", () => {
  const rules = colouredRules().filter(({ text, ground }) => text !== undefined || ground !== undefined);
  const grounds = new Set([...textPairs, ...markPairs].map(([, ground]) => ground));
  const marks = new Set(markPairs.map(([mark]) => mark));
  const faults = rules.filter(({ text, ground }) => {
    if (text !== undefined && ornaments.has(text)) return false;
    if (text !== undefined && ground !== undefined)
      return !textPairs.some(([one, other]) => one === text && other === ground);
    if (text !== undefined) return !textPairs.some(([one]) => one === text);
    return !grounds.has(ground!) && !marks.has(ground!) && !ornaments.has(ground!);
  });
  expect(faults).toEqual([]);
  expect(rules.length).toBeGreaterThan(60);
});

test("both schemes define the same colours", () => {
  expect([...schemes().dark.keys()].sort()).toEqual([...schemes().light.keys()].sort());
});

test.each(both)("the steps of a map run evenly from little to much, %s", (name, colours) => {
  const steps = [1, 2, 3, 4, 5].map((step) => luminance(channels(colours.get(`step-${step}`)!)));
  const rising = name === "dark" ? steps : [...steps].reverse();
  expect(rising).toEqual([...rising].sort((a, b) => a - b));
});

test("the style sheet holds the charts' palette", () => {
  const sheet = readFileSync(new URL("../../src/style/charts.css", import.meta.url), "utf8");
  expect(sheet).toBe(paletteCss());
});
