import { describe, expect, it } from "vitest";
import { mistakeLine } from "../../loaders/study/mistake.ts";
import type { KeyRow } from "../../loaders/validate/coding-item.ts";
import { readSheet } from "../../loaders/validate/read-sheet.ts";
import { validationReport } from "../../loaders/validate/report.ts";
import { settle } from "../../loaders/validate/settle.ts";

const yesNo = ["1", "0"];
const children = ["boys", "girls", "both", "none"];
const items = new Map([
  ...["a-1", "a-2", "a-3", "a-4"].map((item) => [item, yesNo] as const),
  ["g-1", children] as const,
  ["r-1", ["XX-1", "none"]] as const,
]);
const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (text: string) => {
  const { sheet, mistakes } = await readSheet("sheets/b.csv", bytes(text), items);
  return { codes: Object.fromEntries(sheet.codes), mistakes: mistakes.map(mistakeLine) };
};

describe("reading a coder's sheet", () => {
  it("takes commas, semicolons and tabs, a byte order mark, and yes and no in three languages", async () => {
    const codes = { "a-1": "1", "a-2": "0", "a-3": "?" };
    expect(
      await read('\uFEFFitem,text,code\r\na-1,"x\r\ny, z",1\r\na-2,t,0\r\na-3,t,?\r\na-4,t,\r\n'),
    ).toEqual({
      codes,
      mistakes: [],
    });
    expect(await read("item;text;code\na-1;x, y, z;да\na-2;t;Жоқ\na-3;t;?\n;;\n")).toEqual({
      codes,
      mistakes: [],
    });
    expect(await read("Item\tCode\na-1\tYes\na-2\tнет\na-3\t?")).toEqual({ codes, mistakes: [] });
  });

  it("takes the codes of each item's question, and no other's", async () => {
    expect((await read("item,code\na-1,1\ng-1,Girls\nr-1,xx-1\n")).codes).toEqual({
      "a-1": "1",
      "g-1": "girls",
      "r-1": "XX-1",
    });
    expect((await read("item,code\ng-1,1\nr-1,girls\n")).mistakes).toEqual([
      'sheets/b.csv:2:1: code: found "1", expected boys, girls, both, none, ? or nothing',
      'sheets/b.csv:3:1: code: found "girls", expected XX-1, none, ? or nothing',
    ]);
  });

  it("refuses a sheet whose questions are not those of the key", async () => {
    const key = new Map([
      ["a-1", "topics/water"],
      ["g-1", "gender"],
    ]);
    const text = "item,question,code\na-1,gender,1\ng-1,gender,girls\na-2,,1\n";
    const { sheet, mistakes } = await readSheet("b.csv", bytes(text), items, key);
    expect(mistakes.map(mistakeLine)).toEqual([
      'b.csv:2:1: question: found "gender", expected topics/water, as key.csv has it for a-1; was the sheet sorted in part?',
    ]);
    expect([...sheet.codes.keys()]).toEqual(["g-1", "a-2"]);
  });

  it("tells all mistakes, each with the line on which its row begins", async () => {
    const text = 'item,text,code\na-1,"two\nlines",2\na-9,t,1\na-2,t,1\n\na-2,t,0\na-3,"a\r\nb",да?\n';
    expect((await read(text)).mistakes).toEqual([
      'sheets/b.csv:2:1: code: found "2", expected 1, 0, ? or nothing',
      'sheets/b.csv:4:1: item: found "a-9", expected an item of the sample in key.csv; is the sheet of another sample?',
      'sheets/b.csv:7:1: item: found "a-2" again, expected each item once; it stands on line 5',
      'sheets/b.csv:8:1: code: found "да?", expected 1, 0, ? or nothing',
    ]);
  });

  it("refuses what is no sheet", async () => {
    expect((await read("post,answer\na-1,1")).mistakes[0]).toContain(
      "expected the columns item and code among them",
    );
    expect((await read("")).mistakes[0]).toContain("expected the columns item and code");
    expect((await read("item,code\na-1,\n")).mistakes[0]).toContain("found no code at all");
    expect((await read('item,code\na-1,"1\na-2,0')).mistakes[0]).toContain("found a row that is not CSV");
    const cyrillic = Uint8Array.from([...bytes("item,code,note\na-1,1,"), 0xe4, 0xe0]);
    expect((await readSheet("b.csv", cyrillic, items)).mistakes.map(mistakeLine)[0]).toContain('"CSV UTF-8"');
  });
});

describe("settling an item", () => {
  it.each([
    [["1", "1"], undefined, "1"],
    [["0", "0"], undefined, "0"],
    [["1", null], undefined, "1"],
    [["1", "?"], undefined, "1"],
    [["?", "?"], undefined, null],
    [["1", "0"], undefined, null],
    [["1", "0"], "0", "0"],
    [["1", "0"], "?", null],
    [["1", "1", "0"], undefined, "1"],
    [["boys", "girls", "both"], undefined, null],
    [["boys", "girls", "boys", "both"], undefined, null],
    [["boys", "girls"], "both", "both"],
    [["1", "0", "?"], undefined, null],
    [[null, null], undefined, null],
  ] as const)("%j, adjudicated %s: %s", (codes, adjudicated, settled) => {
    expect(settle(codes, adjudicated)).toBe(settled);
  });
});

describe("the report", () => {
  const key: KeyRow[] = Array.from({ length: 20 }, (_, i) => ({
    item: `a-${i}`,
    question: "topics/water",
    post_id: `p${i}`,
    stratum: i < 10 ? "retrieved" : "rest",
    stratum_size: i < 10 ? 100 : 1000,
    stratum_drawn: 10,
    probability: i < 10 ? 0.1 : 0.01,
    weight: i < 10 ? 10 : 100,
  }));
  const sheet = (codes: string) => ({
    file: "x.csv",
    codes: new Map([...codes].map((code, i) => [`a-${i}`, code])),
  });
  const sample = { seed: 1, key };
  const water = {
    id: "topics/water",
    concept: "water",
    answers: ["1", "0"].map((code) => ({ code, title: {} })),
  };
  const first = sheet("11111111001000000000");
  const second = sheet("11111111000000000000");

  it("estimates from what is settled, and asks for what is not", () => {
    const report = validationReport(sample, [water], [first, second]);
    const [report0] = report.questions;
    expect(report0!.agreement.per_cent!.value).toBe(0.95);
    expect(report0!.agreement.kappa!.interval!.lower).toBeGreaterThan(0.5);
    expect(report0!.open).toBe(1);
    expect(report0!.answers[0]!.strata).toEqual([
      { stratum: "retrieved", size: 100, drawn: 10, coded: 10, positive: 8 },
      { stratum: "rest", size: 1000, drawn: 10, coded: 9, positive: 0 },
    ]);
    expect(report0!.answers[0]!.precision!.value).toBe(0.8);
    expect(report0!.answers[0]!.recall!.value).toBe(1);
    expect(report.disagreements.map(({ row }) => row.item)).toEqual(["a-10"]);
  });

  it("takes an adjudicator's word", () => {
    const adjudicated = { file: "d.csv", codes: new Map([["a-10", "1"]]) };
    const report = validationReport(sample, [water], [first, second], adjudicated);
    expect(report.disagreements).toEqual([]);
    expect(report.questions[0]!.open).toBe(0);
    expect(report.questions[0]!.answers[0]!.recall!.value).toBeCloseTo(80 / (80 + 100), 12);
  });

  it("gives the same bytes for the same sheets, and holds no post", () => {
    const [once, twice] = [1, 2].map(() =>
      JSON.stringify(validationReport(sample, [water], [first, second]).questions),
    );
    expect(once).toBe(twice);
    expect(once).not.toContain("p10");
    expect(once).not.toContain("x.csv");
  });

  it("has no kappa for three coders, but alpha", () => {
    const { agreement } = validationReport(sample, [water], [first, second, second]).questions[0]!;
    expect(agreement.kappa).toBeNull();
    expect(agreement.alpha!.value).toBeGreaterThan(0.8);
  });
});
