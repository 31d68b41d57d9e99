import { readFileSync } from "node:fs";
import { table } from "arquero";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { ChartContext, ChartHeader, ChartModule } from "../../src/components/charts/chart.ts";
import * as diverging from "../../src/components/charts/diverging.ts";
import * as dots from "../../src/components/charts/dots.ts";
import * as dumbbell from "../../src/components/charts/dumbbell.ts";
import * as flow from "../../src/components/charts/flow.ts";
import * as heat from "../../src/components/charts/heat.ts";
import * as lorenz from "../../src/components/charts/lorenz.ts";
import * as map from "../../src/components/charts/map.ts";
import * as matrix from "../../src/components/charts/matrix.ts";
import * as multiverse from "../../src/components/charts/multiverse.ts";
import * as network from "../../src/components/charts/network.ts";
import * as opposed from "../../src/components/charts/opposed.ts";
import { paletteCss } from "../../src/components/charts/palette.ts";
import * as shares from "../../src/components/charts/shares.ts";
import * as stacked from "../../src/components/charts/stacked.ts";
import * as trend from "../../src/components/charts/trend.ts";
import { curve, quotients, specifications } from "./multiverse-samples.ts";
import { band, panels, pieces } from "./panel-samples.ts";
import * as more from "./samples.ts";
import { boundaries, girls, labels, monthly, ranking, rates, sexes, volume } from "./samples.ts";
import { changes, closeness, differences } from "./signed-samples.ts";
import { course, marked, platforms, tones } from "./volume-samples.ts";

const samples: Record<string, { chart: ChartModule; header: ChartHeader; rows: ReturnType<typeof table> }> = {
  ranking: { chart: dots, ...ranking },
  girls: { chart: dots, ...girls },
  sexes: { chart: shares, ...sexes },
  volume: { chart: trend, ...volume },
  monthly: { chart: trend, ...monthly },
  rates: { chart: map, ...rates },
  pairs: { chart: matrix, ...more.pairs },
  network: { chart: network, ...more.network },
  keyWords: { chart: diverging, ...more.keyWords },
  quotients: { chart: heat, ...quotients },
  curve: { chart: lorenz, ...curve },
  band: { chart: lorenz, ...band },
  panels: { chart: matrix, ...panels },
  pieces: { chart: stacked, ...pieces },
  specifications: { chart: multiverse, ...specifications },
  platforms: { chart: dumbbell, ...platforms },
  tones: { chart: opposed, ...tones },
  course: { chart: flow, ...course },
  marked: { chart: trend, ...marked },
  differences: { chart: dots, ...differences },
  changes: { chart: dots, ...changes },
  closeness: { chart: dots, ...closeness },
};

function draw(name: string, options: Partial<ChartContext> = {}): Element {
  const { document } = new JSDOM("").window;
  const { chart, header, rows } = samples[name]!;
  return chart.default(rows, header, {
    width: 680,
    document,
    language: "en",
    labels,
    boundaries,
    ...options,
  });
}

const alt = (name: string, context = {}) => {
  const { chart, header, rows } = samples[name]!;
  return chart.alt(rows, header, { labels, ...context });
};

const texts = (drawing: Element) => [...drawing.querySelectorAll("text")].map((text) => text.textContent);
const tips = (drawing: Element) => [...drawing.querySelectorAll("title")].map((title) => title.textContent);

describe.each(Object.keys(samples))("the chart of %s", (name) => {
  it("is the same each time it is drawn", () => {
    expect(draw(name).outerHTML).toBe(draw(name).outerHTML);
  });

  it.each([340, 680])("fits %i px, with type of 12 px and nothing that a strict policy blocks", (width) => {
    const drawing = draw(name, { width });
    expect(drawing.getAttribute("width")).toBe(String(width));
    expect(drawing.getAttribute("viewBox")).toBe(`0 0 ${width} ${drawing.getAttribute("height")}`);
    expect(drawing.querySelectorAll("[font-size], style, [style], [id], canvas, image")).toHaveLength(0);
    expect(drawing.getAttribute("font-size")).toBe("12");
    expect(drawing.outerHTML).not.toMatch(/NaN|undefined|aria-label/);
  });

  it("takes every colour from the page, with one of its own to fall back on", () => {
    const colours = [...draw(name).querySelectorAll("[fill], [stroke]")].flatMap((element) => [
      element.getAttribute("fill") ?? "none",
      element.getAttribute("stroke") ?? "none",
    ]);
    for (const colour of new Set(colours))
      expect(colour).toMatch(/^(none|currentColor|var\(--[a-z0-9-]+, #[0-9a-f]{6}\))$/);
  });
});

describe("dots", () => {
  it("rank the rows by the first series, in the order of the labels", () => {
    const written = texts(draw("ranking"));
    const order = ["Autism", "Violence, bullying and abuse", "Cerebral palsy", "Teachers' capacity"];
    const places = order.map((label) => written.indexOf(label));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(written.filter((text) => text === "General public" || text === "Organisations")).toEqual([
      "General public",
      "Organisations",
    ]);
  });

  it("say each value with its interval in a tip, and in the text alternative", () => {
    expect(tips(draw("ranking"))).toContain("Autism, General public: 24% (23%–25%)");
    expect(alt("ranking")).toContain("Organisations: Autism 31% (27%–35%)");
    expect(alt("girls")).toContain("Autism 12% (9.0%–16%)");
  });

  it("say what is withheld, and draw no mark for it", () => {
    expect(texts(draw("girls")).filter((text) => text === "withheld")).toHaveLength(1);
    expect(tips(draw("girls"))).toHaveLength(6);
    expect(alt("girls")).toContain("Violence, bullying and abuse withheld.");
  });

  it("write numbers in the page's language", () => {
    expect(alt("ranking", { language: "ru" })).toContain("Autism 24\u00a0% (23\u00a0%–25\u00a0%)");
  });

  it("name the column that the header lacks", () => {
    const header = { ...ranking.header, chart: { kind: "dots", label: "topic" } };
    const { document } = new JSDOM("").window;
    expect(() => dots.default(ranking.rows, header, { width: 680, document })).toThrow(
      '"Topics by share of stories": found no x in the chart of the header, expected a column name',
    );
  });
});

describe("shares", () => {
  it("state their numbers in the text alternative", () => {
    expect(alt("sexes")).toBe(
      "Boys and girls among stories that name one sex. " +
        "Education at large: Boys 75% (73%–77%); Girls 25% (23%–27%). " +
        "Children with disabilities: Boys 72% (69%–75%); Girls 28% (25%–31%).",
    );
  });

  it("take a label of the header in the page's language", () => {
    expect(texts(draw("sexes", { language: "ru" }))).toContain("Девочки");
  });

  it("draw bars as long as their shares", () => {
    const widths = [...draw("sexes").querySelectorAll("rect")].map((bar) =>
      Number(bar.getAttribute("width")),
    );
    expect(widths[0]! / widths[1]!).toBeCloseTo(3, 2);
  });
});

describe("trend", () => {
  it("names lines at their ends, and leaves a gap where a month is withheld", () => {
    const drawing = draw("volume");
    expect(texts(drawing)).toEqual(expect.arrayContaining(["General public", "Organisations"]));
    const lines = [...drawing.querySelectorAll("path")].map((path) => path.getAttribute("d") ?? "");
    expect(lines.filter((d) => d.length > 60).map((d) => d.split("M").length - 1)).toEqual([1, 2]);
  });

  it("states first, last and highest values", () => {
    expect(alt("volume")).toContain(
      "General public from 240 (January 2022) to 592 (May 2023), highest 750 (April 2023)",
    );
  });

  it("draws a panel a topic on one scale", () => {
    const written = texts(draw("monthly"));
    expect(written.filter((text) => text === "80")).toHaveLength(7);
    expect(written.filter((text) => text === "General public")).toHaveLength(1);
  });

  it("becomes panels where there are more lines than can be told apart", () => {
    const header = { ...monthly.header, chart: { kind: "trend", x: "month", y: "stories", by: "topic" } };
    const rows = monthly.rows.filter((row: { corpus: string }) => row.corpus === "public");
    const { document } = new JSDOM("").window;
    const drawing = trend.default(rows, header, { width: 680, document, labels });
    expect(texts(drawing).filter((text) => text === "0")).toHaveLength(7);
  });

  it("takes dates as dates too", () => {
    const rows = table({ month: [new Date("2022-01-01"), new Date("2022-02-01")], stories: [1n, 2n] });
    const header = { ...volume.header, chart: { kind: "trend", x: "month", y: "stories" } };
    expect(trend.alt(rows, header)).toBe(
      "Stories a month. from 1 (January 2022) to 2 (February 2022), highest 2 (February 2022).",
    );
  });
});

describe("map", () => {
  it("fills an area by the class of its value, and withheld ones apart", () => {
    const fills = [...draw("rates").querySelectorAll("path[fill], circle[fill]")].map((area) => [
      area.querySelector("title")?.textContent?.split(":")[0],
      area.getAttribute("fill"),
    ]);
    expect(Object.fromEntries(fills)).toMatchObject({
      Westland: "var(--step-2, #b3d3da)",
      "Middle Region": "var(--step-1, #e6eff0)",
      Eastland: "var(--rule, #d6dad4)",
      nowhere: "var(--paper, #fcfcfa)",
    });
  });

  it("draws an area too small to see as a dot, and names it", () => {
    const drawing = draw("rates");
    expect(drawing.querySelector("circle[r='5.5']")?.textContent).toBe("Capital: 0.41 (0.38–0.44)");
    expect(texts(drawing).filter((text) => text === "Capital")).toHaveLength(2);
  });

  it("has the ranked dots alone where no boundary is known", () => {
    const drawing = draw("rates", { boundaries: undefined });
    expect(texts(drawing).filter((text) => text === "Capital")).toHaveLength(1);
    expect(tips(drawing)).toContain("Capital: 0.41 (0.38–0.44)");
  });

  it("states every unit's rate with its interval", () => {
    expect(alt("rates")).toBe(
      "Stories per 1,000 residents. Capital 0.41 (0.38–0.44); Westland 0.12 (0.10–0.14); " +
        "Middle Region 0.031 (0.022–0.042); Eastland withheld.",
    );
  });
});

describe("matrix", () => {
  it("draws a pair on both sides of the diagonal, and numbers the columns as their rows", () => {
    const drawing = draw("pairs");
    expect(tips(drawing)).toEqual(
      expect.arrayContaining(["Autism, Cerebral palsy: 1.5", "Cerebral palsy, Autism: 1.5"]),
    );
    expect(texts(drawing)).toEqual(expect.arrayContaining(["1 Autism", "2 Cerebral palsy", "1", "2"]));
  });

  it("says what is withheld, and leaves out what the rows do not have", () => {
    expect(tips(draw("pairs"))).toContain("Cerebral palsy, School buildings and accessibility: withheld");
    expect(alt("pairs")).toBe(
      "Which topics keep company. Autism: Cerebral palsy 1.5; School buildings and accessibility 0.40. " +
        "Cerebral palsy: School buildings and accessibility withheld. " +
        "School buildings and accessibility: Psychological, medical and pedagogical consultation 3.2.",
    );
  });

  it("numbers every other column where the numbers would touch", () => {
    const ids = Array.from({ length: 15 }, (_, at) => `t${at + 10}`);
    const header = {
      title: "Pairs",
      columns: {
        topic: ["id", "a topic"],
        other_topic: ["id", "another"],
        lift: ["number", "lift"],
      } as ChartHeader["columns"],
      chart: { kind: "matrix", row: "topic", column: "other_topic", x: "lift" },
    };
    const pairs = ids.slice(1).map((id, at) => ({ topic: ids[at], other_topic: id, lift: 1 }));
    const rows = table({
      topic: pairs.map(({ topic }) => topic),
      other_topic: pairs.map(({ other_topic }) => other_topic),
      lift: pairs.map(({ lift }) => lift),
    });
    const long = Object.fromEntries(ids.map((id) => [id, `A topic whose name is long ${id}`]));
    const { document } = new JSDOM("").window;
    const numbersAt = (width: number) =>
      texts(matrix.default(rows, header, { width, document, labels: long })).filter((text) =>
        /^\d\d?$/.test(text),
      );
    expect(numbersAt(680)).toEqual(expect.arrayContaining(["14", "15"]));
    expect(numbersAt(340)).toEqual(expect.arrayContaining(["1", "3", "15"]));
    expect(numbersAt(340)).not.toContain("14");
  });

  it("writes names of other columns upright", () => {
    const rows = table({ topic: ["autism"], unit: ["west"], share: [0.2] });
    const header = {
      title: "Topics by region",
      columns: {
        topic: ["id", "a topic"],
        unit: ["id", "a region"],
        share: ["proportion", "share"],
      } as ChartHeader["columns"],
      chart: { kind: "matrix", row: "topic", column: "unit", x: "share" },
    };
    const { document } = new JSDOM("").window;
    const drawing = matrix.default(rows, header, { width: 340, document, labels });
    const upright = [...drawing.querySelectorAll("text")].filter((one) =>
      one.getAttribute("transform")?.includes("rotate(-90)"),
    );
    expect(upright.map((one) => one.textContent)).toEqual(["west"]);
  });
});

describe("network", () => {
  it("draws a line for each pair that has a value, thicker the larger it is", () => {
    const lines = [...draw("network").querySelectorAll("line")];
    const widths = Object.fromEntries(
      lines.map((line) => [line.textContent, Number(line.getAttribute("stroke-width"))]),
    );
    expect(widths["Autism – School buildings and accessibility: 0.40"]).toBe(1);
    expect(
      widths["School buildings and accessibility – Psychological, medical and pedagogical consultation: 3.2"],
    ).toBe(5);
    expect(lines).toHaveLength(3);
  });

  it.each([340, 680])("keeps all names apart and inside at %i px", (width) => {
    const dots = [...draw("network", { width }).querySelectorAll("circle")].map((dot) =>
      ["cx", "cy"].map((name) => Number(dot.getAttribute(name))),
    );
    expect(dots).toHaveLength(4);
    for (const [x] of dots) expect(x! >= 0 && x! <= width).toBe(true);
  });

  it("names every line in the text alternative, the strongest first", () => {
    expect(alt("network")).toMatch(
      /^Which topics keep company\. School buildings.* 3\.2; Autism – Cerebral palsy 1\.5; /,
    );
  });
});

describe("diverging", () => {
  it("puts the first side right of 0 and the second left of it", () => {
    const drawing = draw("keyWords");
    const round = [...drawing.querySelectorAll("circle")].filter((one) => one.textContent !== "");
    expect(round.map((one) => one.textContent)).toEqual(["школа: 1.2 (0.40–2.0)", "важно: 1.0 (0.50–1.5)"]);
    expect(
      texts(drawing).filter((text) => text === "General public" || text === "Organisations"),
    ).toHaveLength(2);
  });

  it("states every value with its interval by panel and side", () => {
    expect(alt("keyWords")).toBe(
      "Key words. ru, General public: школа 1.2 (0.40–2.0); важно 1.0 (0.50–1.5). " +
        "ru, Organisations: вместе \u22120.60 (\u22120.80 to \u22120.40). kk, Organisations: серіктес \u22127.3 (\u221211 to \u22123.3).",
    );
  });
});

describe("the colours", () => {
  it("stand in src/style/charts.css for the page's themes", () => {
    expect(readFileSync("src/style/charts.css", "utf8")).toContain(paletteCss());
  });

  it.each([
    ["light", "#fcfcfa"],
    ["dark", "#13181b"],
  ])("of series keep a contrast of 4.5 with the paper in the %s theme", (theme, paper) => {
    const css = paletteCss();
    const part = theme === "light" ? css.split("@media")[0]! : css.split("@media")[1]!;
    const colours = [...part.matchAll(/--series-\d: (#[0-9a-f]{6})/g)].map((match) => match[1]!);
    expect(colours).toHaveLength(6);
    for (const colour of colours) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(4.5);
  });
});

/** WCAG 2.2, contrast ratio and relative luminance. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe("heat", () => {
  it("writes the values whose intervals leave the reference out, and says them in words", () => {
    expect(texts(draw("quotients")).filter((text) => text === "2.1" || text === "1.1")).toEqual(["2.1"]);
    expect(alt("quotients")).toContain("≠ 1: 1/3 (withheld 1). Autism, Northland 2.1 (1.4–3.0).");
  });
});

describe("lorenz", () => {
  it("names the units of the highest rates, and every point in words", () => {
    expect(texts(draw("curve"))).toContain("Southland");
    expect(alt("curve")).toContain("Northland 70% / 40%; Southland 100% / 100%.");
  });
});

describe("lorenz with limits", () => {
  it("draws a band through the limits, and says them", () => {
    expect(draw("band").querySelectorAll("path.band")).toHaveLength(1);
    expect(draw("curve").querySelectorAll("path.band")).toHaveLength(0);
    expect(alt("band")).toContain("Northland 70% / 40% (30%–50%)");
  });
});

describe("matrix with a facet", () => {
  it("draws a panel each in the same classes, and leaves out what a panel lacks", () => {
    const drawing = draw("panels");
    expect(texts(drawing)).toEqual(expect.arrayContaining(["The public", "Organisations"]));
    expect(tips(drawing).filter((tip) => tip.startsWith("Autism, Northland"))).toEqual([
      "Autism, Northland: 40%",
      "Autism, Northland: 10%",
    ]);
    expect(tips(drawing).filter((tip) => tip.startsWith("Autism, Southland"))).toEqual([
      "Autism, Southland: 20%",
    ]);
    expect(alt("panels")).toContain(
      "The public. Autism: Northland 40%; Southland 20%. Organisations. Autism: Northland 10%.",
    );
  });
});

describe("stacked", () => {
  const bars = (drawing: Element) => [...drawing.querySelectorAll("rect[height='18']")];

  it("cuts each bar into its pieces, one behind the other, the largest first share on top", () => {
    const drawing = draw("pieces", { width: 680 });
    const rects = bars(drawing);
    expect(rects.map((rect) => rect.textContent)).toEqual([
      "Southland, Boys: 80% (75%–85%)",
      "Southland, Girls: 20% (15%–25%)",
      "Northland, Boys: 70% (65%–75%)",
      "Northland, Girls: 30% (25%–35%)",
    ]);
    const [x, width] = ["x", "width"].map((name) => rects.map((rect) => Number(rect.getAttribute(name))));
    expect(x![1]! - x![0]!).toBeCloseTo(width![0]! + 1, 6);
    expect(width![0]! / width![1]!).toBeCloseTo(4, 0);
  });

  it("says that a bar of which a piece is withheld is withheld whole", () => {
    expect(texts(draw("pieces")).filter((text) => text === "withheld")).toHaveLength(1);
  });
});

describe("multiverse", () => {
  it("marks the combination of the report, and says the range under each choice", () => {
    expect(texts(draw("specifications")).filter((text) => text === "as reported")).toHaveLength(1);
    expect(alt("specifications")).toContain(
      "3 combinations of choices: 73%–90%. as reported: 73% (71%–75%).",
    );
    expect(alt("specifications")).toContain("Main 73%–74%; Wide 90%–90%");
  });
});

describe("dumbbell", () => {
  it("joins the dots of a row by one line, and only where there are two", () => {
    const joined = (drawing: Element) =>
      [...drawing.querySelectorAll('[stroke-width="1.25"] path, path[stroke-width="1.25"]')].filter((path) =>
        /L/.test(path.getAttribute("d") ?? ""),
      );
    expect(joined(draw("platforms"))).toHaveLength(6);
    expect(joined(draw("ranking"))).toHaveLength(0);
  });
});

describe("opposed", () => {
  it("draws negative to the left and positive to the right, as long as their shares", () => {
    const bars = [...draw("tones").querySelectorAll("rect")].map((bar) => ({
      left: Number(bar.getAttribute("x")),
      width: Number(bar.getAttribute("width")),
    }));
    const middle = bars[0]!.left + bars[0]!.width;
    expect(bars).toHaveLength(4);
    expect(bars.filter(({ left }) => Math.abs(left - middle) < 0.1)).toHaveLength(2);
    expect(bars[0]!.width / bars[1]!.width).toBeCloseTo(0.4 / 0.2, 1);
  });

  it("says both sides with intervals, and what is withheld", () => {
    expect(alt("tones")).toBe(
      "Tone by barrier (negative tone; positive tone). " +
        "Autism 40% (35%–45%), 10% (7.0%–14%); Cerebral palsy 20% (15%–26%), 30% (24%–37%); " +
        "Violence, bullying and abuse withheld, withheld.",
    );
    expect(texts(draw("tones")).filter((text) => text === "withheld")).toHaveLength(2);
  });
});

describe("flow", () => {
  it("has a box a stage and one for what is left out there, at both widths", () => {
    for (const width of [340, 680])
      expect(draw("course", { width }).querySelectorAll("rect")).toHaveLength(5);
  });

  it("keeps its boxes inside the width", () => {
    for (const width of [340, 680]) {
      for (const box of draw("course", { width }).querySelectorAll("rect")) {
        expect(Number(box.getAttribute("x")) + Number(box.getAttribute("width"))).toBeLessThanOrEqual(width);
      }
    }
  });

  it("says every number of the course", () => {
    expect(alt("course")).toBe(
      "From records to stories. records captured 1,200; unreadable 30; without an id withheld. " +
        "posts 1,160; copies 160. stories 1,000.",
    );
  });
});

describe("marks of a trend", () => {
  it("number what happened, and say it below and in the text alternative", () => {
    expect(texts(draw("marked"))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^1(?!\d)/), expect.stringMatching(/^2(?!\d)/)]),
    );
    expect(texts(draw("marked")).join(" ")).toContain("(2) March 2022: a source starts");
    expect(alt("marked")).toContain("January 2022: Connectivity cut. March 2022: a source starts.");
  });
});
