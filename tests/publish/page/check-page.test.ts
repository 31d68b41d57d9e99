import { describe, expect, test } from "vitest";
import { checkPage, describeFault, type PageContext } from "../../../loaders/publish/page/check-page.ts";
import { readPageSource } from "../../../loaders/publish/page/source-text.ts";
import type { PublishedResult } from "../../../loaders/publish/published-result.ts";

const share: PublishedResult = {
  query: "findings/gender/share",
  header: {
    title: "Whom posts name",
    question: "Whom?",
    population: "stories",
    unit: "story",
    method: "/methodology/shares",
    key: ["scope", "sex"],
    columns: {
      scope: ["id", "query set"],
      sex: ["id", "boys or girls"],
      stories: ["count", "stories"],
      share: ["proportion", "share of stories"],
    },
  },
  sql: "select 1",
  tables: [],
  rows: [
    { scope: "general", sex: "boys", stories: 750, share: 0.75 },
    { scope: "general", sex: "girls", stories: 250, share: 0.25 },
    { scope: "inclusive", sex: "girls", stories: null, share: null },
  ],
  sha256: "0",
  withheld: 1,
  threshold: 5,
};

const context: PageContext = {
  language: "en",
  results: (query) => (query === share.query ? share : undefined),
  sources: (id) =>
    id === "brief"
      ? { facts: { boys: { value: 0.75, unit: "proportion" } }, statements: { "human-check": {} } }
      : undefined,
  checkBareNumbers: true,
};

function faultsOf(markdown: string): string[] {
  return checkPage(readPageSource("src/page.md", markdown), context).faults.map(describeFault);
}

describe("claims", () => {
  test("a claim that holds", () => {
    const markdown = "Boys: [75%](claim:findings/gender/share/share?scope=general&sex=boys).";
    const { faults, claims } = checkPage(readPageSource("src/page.md", markdown), context);
    expect(faults).toEqual([]);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({ line: 1, text: "75%", value: 0.75 });
  });

  test("76% where the result is 75% names page, line, both numbers and the sentence", () => {
    const [fault] = faultsOf(
      "---\ntitle: x\n---\n\nGirls come later. Most name boys: [76%](claim:findings/gender/share/share?scope=general&sex=boys) of them.\n",
    );
    expect(fault).toContain("src/page.md:5:");
    expect(fault).toContain("says 76%");
    expect(fault).toContain("says 75% (0.75)");
    expect(fault).toContain("“Most name boys: 76% of them.”");
  });

  test.each([
    ["[75%](claim:nowhere/share?sex=boys)", 'no result "nowhere"'],
    ["[75%](claim:findings/gender/share/part?scope=general&sex=boys)", 'no column "part"'],
    ["[75%](claim:findings/gender/share/share?scope=general&kind=boys)", 'no column "kind"'],
    ["[75%](claim:findings/gender/share/share?scope=general)", "2 rows"],
    ["[75%](claim:findings/gender/share/share?scope=none&sex=boys)", "no row"],
    ["[75%](claim:findings/gender/share/share?scope=inclusive&sex=girls)", "withheld"],
    ["[most](claim:findings/gender/share/share?scope=general&sex=boys)", "no single number"],
    ["[75](claim:findings/gender/share/share?scope=general&sex=boys)", "per cent sign"],
    ["[75%](claim:share)", "expected QUERY/COLUMN"],
  ])("%s", (markdown, message) => {
    expect(faultsOf(`A sentence with ${markdown}.`).join()).toContain(message);
  });

  test("examples in code are not claims", () => {
    expect(faultsOf("Write `[76%](claim:a/b/c)`.\n\n```md\n[76%](claim:a/b/c) 12\n```\n")).toEqual([]);
  });

  test("the correction replaces exactly the number", () => {
    const markdown = "x [about 76%](claim:findings/gender/share/share?scope=general&sex=boys) y";
    const { faults } = checkPage(readPageSource("src/page.md", markdown), context);
    const { start, end, text } = faults[0]!.correction!;
    expect(markdown.slice(0, start) + text + markdown.slice(end)).toBe(
      "x [about 75%](claim:findings/gender/share/share?scope=general&sex=boys) y",
    );
  });
});

describe("sources", () => {
  test("a known source and fact", () => {
    expect(faultsOf("[188,000](source:brief) and [75%](source:brief?fact=boys).")).toEqual([]);
  });
  test("a statement is cited in words, and its name is checked", () => {
    expect(faultsOf("Queries were checked ([brief](source:brief?fact=human-check)).")).toEqual([]);
    expect(faultsOf("Queries were checked ([brief](source:brief?fact=human-checks)).").join()).toContain(
      'found fact "human-checks" of source "brief", expected one of boys, human-check',
    );
  });
  test.each([
    ["[1](source:other)", 'found source "other"'],
    ["[75%](source:brief?fact=girls)", 'found fact "girls"'],
    ["[74%](source:brief?fact=boys)", "the source says 75%"],
  ])("%s", (markdown, message) => {
    expect(faultsOf(markdown).join()).toContain(message);
  });
});

describe("bare numbers", () => {
  test.each([
    "In May 2023 the window ends.",
    "On 8 June 2022 three regions were split off.",
    "2023 жылғы 1 қаңтарда; 2022 жылдың 8 маусымынан.",
    "2022-01-05",
    "COVID-19 and G20 are names.",
    "1. First\n2. Second",
    'See [the table](/table-2 "Table 2").',
    "The interval is [95%](given:confidence-level).",
    "::: figure findings/gender/share2\nCaption.\n:::",
  ])("none in: %s", (markdown) => {
    expect(faultsOf(markdown)).toEqual([]);
  });

  test.each([
    ["Of these 75% name boys.", "75"],
    ["About 188,000 children.", "188,000"],
    ["It rose 3.5 times.", "3.5"],
    ["2023 жылғы 12 мектеп.", "12"],
    ["| a | 12 |\n|---|---|\n", "12"],
    ["::: figure q\nA caption with 40 posts.\n:::", "40"],
  ])("one in: %s", (markdown, number) => {
    const faults = faultsOf(markdown);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`found the number ${number} without`);
  });
});
