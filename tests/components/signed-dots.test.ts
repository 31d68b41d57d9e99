import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { ChartContext } from "../../src/components/charts/chart.ts";
import * as dots from "../../src/components/charts/dots.ts";
import { textWidth } from "../../src/components/charts/text-layout.ts";
import { girls, labels } from "./samples.ts";
import { changes, closeness, differences } from "./signed-samples.ts";

const samples = { girls, changes, closeness, differences };

function draw(name: keyof typeof samples, options: Partial<ChartContext> = {}): Element {
  const { document } = new JSDOM("").window;
  const { rows, header } = samples[name];
  return dots.default(rows, header, { width: 680, document, language: "en", labels, ...options });
}

const alt = (name: keyof typeof samples, context = {}) =>
  dots.alt(samples[name].rows, samples[name].header, { labels, ...context });

const texts = (drawing: Element) => [...drawing.querySelectorAll("text")].map((text) => text.textContent);
const tips = (drawing: Element) => [...drawing.querySelectorAll("title")].map((title) => title.textContent);

/** Lines of the colour that is kept for what numbers are compared with. */
const plainLines = (drawing: Element) =>
  [...drawing.querySelectorAll("line")].filter((line) =>
    (line.closest("[stroke]")?.getAttribute("stroke") ?? "").includes("--ink-faint"),
  );

/** Where a mark stands, px from the left. */
const placeOf = (mark: Element) =>
  Number(mark.getAttribute("cx") ?? /translate\(([\d.]+)/.exec(mark.getAttribute("transform") ?? "")?.[1]);

describe("dots of numbers below and above 0", () => {
  it.each([340, 680])(
    "stand to both sides of a plain line at 0, as far as they are from it, at %i px",
    (width) => {
      const drawing = draw("differences", { width });
      const zero = Number(plainLines(drawing)[0]!.getAttribute("x1"));
      const at = new Map(
        [...drawing.querySelectorAll("[transform^=translate] > title, circle > title, path > title")].map(
          (title) => [title.textContent!.split(":")[0]!, placeOf(title.parentElement!) - zero],
        ),
      );
      expect(plainLines(drawing)).toHaveLength(1);
      expect(at.size).toBe(5);
      expect(
        at.get("School buildings and accessibility")! / at.get("Violence, bullying and abuse")!,
      ).toBeCloseTo(-0.0064 / 0.0107, 2);
      expect(at.get("Autism")!).toBeLessThan(0);
      const crossing = [
        ...drawing.querySelectorAll('line[stroke-width="1.75"], [stroke-width="1.75"] line'),
      ].filter((line) => Number(line.getAttribute("x1")) < zero && Number(line.getAttribute("x2")) > zero);
      expect(crossing).toHaveLength(2);
    },
  );

  it("say differences of shares in percentage points, with signs, and no sign of what rounds to 0", () => {
    expect(alt("differences")).toBe(
      "Difference of the corpora. Violence, bullying and abuse +1.1\u00a0pp (0.0 to +2.1); " +
        "Cerebral palsy +0.4\u00a0pp; Autism 0.0\u00a0pp (\u22120.5 to +0.5); " +
        "Psychological, medical and pedagogical consultation \u22120.6\u00a0pp (\u22121.0 to \u22120.1); " +
        "School buildings and accessibility \u22120.6\u00a0pp (\u22121.4 to +0.1); " +
        "Участие родителей и местных сообществ withheld.",
    );
    expect(alt("differences", { language: "ru" })).toContain("+1,1\u00a0п. п. (от 0,0 до +2,1)");
    expect(alt("differences", { language: "kk" })).toContain("+1,1\u00a0п. т. (0,0 … +2,1)");
    const written = texts(draw("differences"));
    expect(written).toContain("\u22120.6\u00a0pp");
    expect(written).toContain("Share of the one less share of the other, percentage points");
    expect(written.filter((text) => text === "0" || text === "+1" || text === "\u22121")).toHaveLength(3);
    expect(tips(draw("differences"))).toContain("Cerebral palsy: +0.4\u00a0pp");
  });

  it.each([340, 680])("write no number through the line at 0, nor over an edge, at %i px", (width) => {
    const drawing = draw("differences", { width });
    const zero = Number(plainLines(drawing)[0]!.getAttribute("x1"));
    const numbers = [...drawing.querySelectorAll("text")].filter((text) => text.textContent!.endsWith("pp"));
    expect(numbers).toHaveLength(5);
    for (const text of numbers) {
      const size = textWidth(text.textContent!, 12);
      const start = Number(text.getAttribute("x")) - (text.getAttribute("text-anchor") === "end" ? size : 0);
      expect(start > zero || start + size < zero, text.textContent!).toBe(true);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(start + size).toBeLessThanOrEqual(width);
    }
  });

  it("share one axis in panels, each with its series named", () => {
    const drawing = draw("changes");
    const written = texts(drawing);
    expect(written.filter((text) => text === "All months" || text === "Without events")).toHaveLength(2);
    const zeros = plainLines(drawing).map((line) => line.getAttribute("x1"));
    expect(zeros).toHaveLength(2);
    expect(new Set(zeros).size).toBe(1);
    expect(alt("changes")).toBe(
      "Trend on each topic. all months, General public: Autism +2.6 (+0.5 to +4.8); Cerebral palsy \u22120.2 (\u22120.4 to +0.1). " +
        "all months, Organisations: Autism +1.9 (+1.1 to +3.5). " +
        "without events, General public: Autism +2.4 (+0.5 to +4.3); Cerebral palsy 0.0 (\u22120.6 to +0.6).",
    );
  });

  it("draw the line of no change in ratios at 1, on an axis from 0", () => {
    const header = { ...girls.header, chart: { ...girls.header.chart, reference: 0.5 } };
    const { document } = new JSDOM("").window;
    const drawing = dots.default(girls.rows, header, { width: 680, document, labels });
    const line = Number(plainLines(drawing)[0]!.getAttribute("x1"));
    const faint = [...drawing.querySelectorAll("line")].map((one) => Number(one.getAttribute("x1")));
    expect(plainLines(draw("girls"))).toHaveLength(0);
    expect(line).toBeCloseTo((Math.min(...faint) + Math.max(...faint)) / 2, 0);
  });

  it("tell near scores apart by decimals", () => {
    expect(alt("closeness")).toContain("детского сада 13.70 (13.66–13.74); ерекше бала 11.77 (11.59–11.95)");
    expect(texts(draw("closeness"))).toContain("13.70");
  });
});
