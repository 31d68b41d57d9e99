import { describe, expect, it } from "vitest";
import { placeNames } from "../../src/components/charts/map-names.ts";
import { networkLayout } from "../../src/components/charts/network-layout.ts";
import { rewind } from "../../src/components/charts/rewind.ts";
import { labelWidth, spread, textWidth, wrap } from "../../src/components/charts/text-layout.ts";
import { timeTicks } from "../../src/components/charts/time-ticks.ts";
import { boundaries } from "./samples.ts";

describe("text", () => {
  it("is wrapped between words to lines that fit", () => {
    const lines = wrap("Psychological, medical and pedagogical consultation", 160, 12);
    expect(lines.join(" ")).toBe("Psychological, medical and pedagogical consultation");
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(160);
  });
});

describe("spread", () => {
  it("moves overlapping names apart and keeps their order", () => {
    const centres = spread(
      [
        { centre: 50, size: 16 },
        { centre: 52, size: 16 },
        { centre: 10, size: 16 },
      ],
      0,
      100,
    );
    expect(centres[1]! - centres[0]!).toBeGreaterThanOrEqual(16);
    expect(centres[2]).toBe(10);
  });

  it("keeps names inside", () => {
    const centres = spread(
      [
        { centre: 98, size: 16 },
        { centre: 99, size: 16 },
      ],
      0,
      100,
    );
    expect(centres).toEqual([76, 92]);
  });
});

describe("time ticks", () => {
  const months = Array.from({ length: 17 }, (_, index) => new Date(Date.UTC(2022, index, 1)));
  it("are as many as fit, with the year at the first and at each January", () => {
    expect(timeTicks(months, 280, {}).map(({ text }) => text)).toEqual([
      "Jan\n2022",
      "Apr",
      "Jul",
      "Oct",
      "Jan\n2023",
      "Apr",
    ]);
    expect(timeTicks(months, 130, {}).map(({ text }) => text)).toEqual(["Jan\n2022", "Jul", "Jan\n2023"]);
  });

  it("are none for no dates", () => {
    expect(timeTicks([], 280, {})).toEqual([]);
  });
});

describe("names on a map", () => {
  const place = (label: string, x: number, y: number, dot = false) => ({
    label,
    x,
    y,
    room: 120,
    depth: 80,
    dot,
  });
  it("do not cover each other: the less important one is left out", () => {
    const names = placeNames([place("First", 100, 100), place("Second", 100, 101)], 200, 120, 12);
    expect(names.map(({ lines }) => lines.join(" "))).toContain("First");
    const near = placeNames([place("First", 100, 10), place("Second", 100, 10)], 200, 20, 12);
    expect(near.map(({ lines }) => lines.join(" "))).toEqual(["First"]);
  });

  it("stand beside a dot, on the other side at the edge", () => {
    expect(placeNames([place("Capital", 50, 50, true)], 200, 100, 12)[0]!.anchor).toBe("start");
    expect(placeNames([place("Capital", 190, 50, true)], 200, 100, 12)[0]!.anchor).toBe("end");
  });
});

describe("rewind", () => {
  it("turns rings wound as RFC 7946 has them, once", () => {
    const once = rewind(boundaries);
    expect(once).not.toEqual(boundaries);
    expect(rewind(once)).toEqual(once);
  });
});

describe("a network", () => {
  const nodes = Array.from({ length: 14 }, (_, at) => ({ id: `n${at}`, width: 90, height: 40 }));
  const links = nodes.slice(1).map(({ id }, at) => ({ source: `n${at >> 1}`, target: id, strength: 0.5 }));

  it.each([
    [680, 420],
    [340, 480],
  ])("has no two names over each other, all of them inside %i by %i", (width, height) => {
    const places = networkLayout(nodes, links, width, height);
    const all = nodes.map(({ id }) => places.get(id)!);
    for (const [at, one] of all.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(45);
      expect(one.x).toBeLessThanOrEqual(width - 45);
      for (const other of all.slice(at + 1)) {
        expect(Math.abs(one.x - other.x) >= 89 || Math.abs(one.y - other.y) >= 39).toBe(true);
      }
    }
  });

  it("is the same each time", () => {
    expect(networkLayout(nodes, links, 680, 420)).toEqual(networkLayout(nodes, links, 680, 420));
  });
});

describe("labelWidth", () => {
  const names = [
    "Autism",
    "School buildings and accessibility",
    "Psychological, medical and pedagogical consultation",
  ];

  it("is the least in which no label takes more lines", () => {
    const width = labelWidth(names, 250, 12);
    const linesIn = (most: number) => names.map((name) => wrap(name, most, 12).length);
    expect(linesIn(width)).toEqual([1, 1, 2]);
    expect(linesIn(width)).toEqual(linesIn(250));
    expect(width).toBeLessThan(250);
    expect(linesIn(width - 1)).not.toEqual(linesIn(250));
  });

  it("holds the longest word, and is no more than it may be", () => {
    expect(labelWidth(["Autism"], 250, 12)).toBe(Math.ceil(textWidth("Autism", 12)));
    expect(labelWidth(["Autism", "Pneumonoultramicroscopicsilicovolcanoconiosis"], 100, 12)).toBe(100);
    expect(labelWidth([], 100, 12)).toBe(0);
  });
});
