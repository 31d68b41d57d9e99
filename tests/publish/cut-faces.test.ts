import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { decompress } from "wawoff2";
import { type Cut, cutFace, readCuts } from "../../loaders/publish/cut-faces.ts";
import { readFont } from "./font-tables.ts";

const require = createRequire(import.meta.url);
const rules = readCuts(readFileSync("src/style/fonts.css", "utf8"));
const fileOf = (address: string) => readFileSync(require.resolve(address.split("?")[0]!));
const cutOf = async (address: string, rule: Cut = rules.get(address)!) => cutFace(fileOf(address), rule);

test("a rule says which letters and weights its face holds", () => {
  const css = `@font-face { src: url("a.woff2") format("woff2"); font-weight: 400 600; unicode-range: U+41, U+0410-0412; }
    @font-face { src: url("b.woff2?part") format("woff2"); font-weight: 200 900; unicode-range: U+62; }
    @font-face { src: local("c"); font-weight: 400; }`;
  expect([...readCuts(css)]).toEqual([
    [
      "a.woff2",
      {
        ranges: [
          [0x41, 0x41],
          [0x410, 0x412],
        ],
        weights: [400, 600],
      },
    ],
    ["b.woff2?part", { ranges: [[0x62, 0x62]], weights: [200, 900] }],
  ]);
});

test.each([...rules.keys()])(
  "%s: the letters of the rule that the file has, and no others; the rule's weights",
  async (address) => {
    const { ranges, weights } = rules.get(address)!;
    const inRange = (code: number) => ranges.some(([low, high]) => low <= code && code <= high);
    const whole = readFont(await decompress(fileOf(address)));
    const cut = readFont(await decompress(await cutOf(address)));
    expect([...cut.letters].sort()).toEqual([...whole.letters].filter(inRange).sort());
    expect(cut.letters.size).toBeGreaterThan(10);
    expect(cut.axes.wght).toEqual(weights);
  },
);

test("digits of one width and on the line stay; alternates that nobody sees go", async () => {
  const latin = "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
  const { features } = readFont(await decompress(await cutOf(latin)));
  expect(features).toContain("tnum");
  expect(features).not.toContain("calt");
  expect(readFont(await decompress(fileOf(latin))).features).toContain("calt");
});

test("the same bytes twice, and fewer with a letter fewer", async () => {
  const kazakh = "@fontsource-variable/inter/files/inter-cyrillic-ext-wght-normal.woff2?kazakh";
  const [one, two] = [await cutOf(kazakh), await cutOf(kazakh)];
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  const { ranges, weights } = rules.get(kazakh)!;
  expect((await cutOf(kazakh, { ranges: ranges.slice(1), weights })).length).toBeLessThan(one.length);
});

test("the faces that a page in any language waits for weigh less than 80 kB together", async () => {
  const faces = [...rules.keys()].filter(
    (address) => /normal/.test(address) && !/(latin|cyrillic)-ext(?!.*kazakh)|accents/.test(address),
  );
  expect(faces.length).toBe(6);
  const sizes = await Promise.all(faces.map(async (address) => (await cutOf(address)).length));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(80_000);
});

test("no letter is in two faces of one family and style: a browser would fetch both", () => {
  const met = new Map<string, number>();
  for (const [, rule = ""] of readFileSync("src/style/fonts.css", "utf8").matchAll(
    /@font-face\s*\{([^}]*)\}/g,
  )) {
    const face = `${/font-family:[^;]*/.exec(rule)} ${/font-style:[^;]*/.exec(rule)}`;
    for (const { ranges } of readCuts(`@font-face {${rule}}`).values())
      for (const [first, last] of ranges)
        for (let letter = first; letter <= last; letter++) {
          const key = `${face} U+${letter.toString(16)}`;
          met.set(key, (met.get(key) ?? 0) + 1);
        }
  }
  expect(met.size).toBeGreaterThan(1000);
  expect([...met].filter(([, times]) => times > 1)).toEqual([]);
});
