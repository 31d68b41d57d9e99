import { describe, expect, test } from "vitest";
import { channels, difference, type Lab, labOf, seen, visions } from "./colour-math.ts";
import { schemes } from "./tokens.ts";

/**
 * Two series stay this far apart (CIEDE2000) for everyone. A choice of ours: about five times what is just noticed side
 * by side. Marks differ in form too, but bars and areas do not.
 */
const apart = 12;
const names = [1, 2, 3, 4, 5, 6].map((number) => `series-${number}`);
const pairs = names.flatMap((one, at) => names.slice(0, at).map((other) => [other, one] as const));

const sides = ["below-2", "below-1", "level", "above-1", "above-2"];
const sidePairs = sides.flatMap((one, at) => sides.slice(0, at).map((other) => [other, one] as const));

describe.each(Object.entries(schemes()))("series colours, %s", (_scheme, tokens) => {
  const looksTo = (vision: string) => (name: string) => {
    const colour = channels(tokens.get(name)!);
    return labOf(vision === "all cones" ? colour : seen(colour, vision as (typeof visions)[number]));
  };

  test.each(["all cones", ...visions])("classes on both sides of a reference differ with %s", (vision) => {
    const look = looksTo(vision);
    const near = sidePairs.filter(([one, other]) => difference(look(one), look(other)) < apart);
    expect(near).toEqual([]);
  });

  test.each(["all cones", ...visions])("differ with %s", (vision) => {
    const look = looksTo(vision);
    const near = pairs
      .map(([one, other]) => ({ one, other, distance: difference(look(one), look(other)) }))
      .filter(({ distance }) => distance < apart);
    expect(near).toEqual([]);
  });

  test.each(["all cones", ...visions])("steps of a map run from little to much with %s", (vision) => {
    const look = looksTo(vision);
    const lightness = [1, 2, 3, 4, 5].map((step) => look(`step-${step}`)[0]);
    const gaps = lightness.slice(1).map((value, at) => Math.abs(value - lightness[at]!));
    const signs = new Set(lightness.slice(1).map((value, at) => Math.sign(value - lightness[at]!)));
    expect(signs.size).toBe(1);
    expect(Math.min(...gaps)).toBeGreaterThan(8);
  });
});

// Sharma, Wu & Dalal (2005), table 1: pairs 1, 2, 4, 7, 9, 17, 18, 19, 25 and 34.
test.each<[Lab, Lab, number]>([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 3.1571, -77.2803], [50, 0, -82.7485], 2.8615],
  [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[50, 2.5, 0], [61, -5, 29], 22.8977],
  [[50, 2.5, 0], [56, -27, -3], 31.903],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
])("CIEDE2000 of %j and %j is the paper's %f", (one, other, published) => {
  expect(difference(one, other)).toBeCloseTo(published, 4);
  expect(difference(other, one)).toBeCloseTo(published, 4);
});

test.each(visions)("%s leaves greys grey, and takes one pair of colours together", (vision) => {
  for (const grey of ["#000000", "#808080", "#ffffff"]) {
    seen(channels(grey), vision).forEach((channel, at) => {
      expect(Math.abs(channel - channels(grey)[at]!)).toBeLessThan(0.1);
    });
  }
  const [one, other] =
    vision === "tritanopia" ? (["#0067a5", "#00755a"] as const) : (["#b84a00", "#806000"] as const);
  const [a, b] = [channels(one), channels(other)];
  const before = difference(labOf(a), labOf(b));
  expect(difference(labOf(seen(a, vision)), labOf(seen(b, vision)))).toBeLessThan(before / 3);
});
