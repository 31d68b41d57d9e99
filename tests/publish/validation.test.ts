import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { methodDisclosure } from "../../loaders/publish/method.ts";
import type { PublishedResult } from "../../loaders/publish/published-result.ts";
import {
  type PublishedValidation,
  publishValidation,
  readValidation,
  validatedQuestions,
} from "../../loaders/publish/validation.ts";
import { definitions } from "../../loaders/study/definition.ts";
import { loadStudy } from "../../loaders/study/load.ts";
import type { ValidationResult } from "../../loaders/study/validation-result.ts";
import { writeStudy } from "../study/small-study.ts";

const estimate = (value: number) => ({ value, lower: value - 0.1, upper: value + 0.1 });

function found(question: string, definition: string, answers: readonly string[]): ValidationResult {
  return {
    question,
    definition,
    sample: "abcd01234567",
    seed: 7,
    read: "2024-03-01",
    invented: true,
    coders: 2,
    posts: 400,
    coded: 118,
    open: 0,
    agreement: { items: 120, per_cent: estimate(0.8), kappa: estimate(0.71), alpha: estimate(0.72) },
    answers: answers.map((answer, index) => ({
      answer,
      retrieved: 40,
      relevant: 30,
      precision: estimate(0.61 + index / 100),
      recall: estimate(0.51 + index / 100),
      f1: index === 1 ? null : estimate(0.55),
    })),
    confusion: [],
  };
}

describe("what people found, in a figure's Method", () => {
  let folder: string;
  let published: readonly PublishedValidation[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "validation-"));
    const study = await loadStudy(writeStudy());
    const now = definitions(study);
    const files = [
      found("topics/flood", "written-before", ["1"]),
      found("gender", now.get("gender")!, ["boys", "girls", "both", "none"]),
    ].map((result, index) => {
      const file = join(folder, `${index}.json`);
      writeFileSync(file, JSON.stringify(result));
      return file;
    });
    await publishValidation({
      questions: validatedQuestions(study),
      files,
      output: join(folder, "validation.json"),
    });
    published = await readValidation(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const method = (validation: string | undefined, topics: readonly string[] = ["flood"]) => {
    const result: PublishedResult = {
      query: "findings/ranking",
      header: {
        title: "Topics",
        question: "q",
        population: "p",
        unit: "story",
        method: "/m",
        key: ["topic"],
        columns: { topic: ["id", "the topic"] },
        ...(validation === undefined ? {} : { validation }),
      },
      sql: "select 1",
      rows: topics.map((topic) => ({ topic })),
      tables: [],
      sha256: "0",
      withheld: 0,
      threshold: 10,
    };
    const { document } = new JSDOM(methodDisclosure(result, published, "en")).window;
    const term = [...document.querySelectorAll("dt")].find((dt) => dt.textContent === "Validation by people");
    return term!.nextElementSibling as HTMLElement;
  };

  it("stands with intervals, numbers coded, coders, agreement, seed and day, and says who did not code", () => {
    const cell = method("topics");
    expect(cell.textContent).toContain("No person coded anything");
    expect(cell.textContent).toContain("2 coders, sample abcd01234567 (seed 7), read 2024-03-01");
    expect([...cell.querySelectorAll("tbody td")].map((td) => td.textContent)).toEqual([
      "0.61 (0.51–0.71)",
      "0.51 (0.41–0.61)",
      "0.55 (0.45–0.65)",
      "118",
      "0.80 (0.70–0.90)",
      "0.71 (0.61–0.81)",
      "0.72 (0.62–0.82)",
    ]);
  });

  it("says where the query was another when it was validated", () => {
    expect(method("topics").textContent).toContain("validated for an earlier version of this query");
    expect(method("gender").textContent).not.toContain("earlier version");
  });

  it("has a row for every answer, and unknown where too few were coded", () => {
    const rows = [...method("gender").querySelectorAll("tbody tr")].map((row) => row.textContent);
    expect(rows).toHaveLength(4);
    expect(rows[1]).toContain("girls");
    expect(rows[1]).toContain("unknown");
  });

  it("shows the concepts that the figure shows, and names what nobody validated", () => {
    expect(method("topics, gender").querySelectorAll("tbody tr")).toHaveLength(5);
    expect(method("topics", []).textContent).toContain("have not been checked by human coders");
    expect(method(undefined).textContent).toContain("have not been checked by human coders");
    expect(method("none").textContent).toContain("uses no annotator");
    const places = published.find(({ question }) => question === "places");
    expect(places!.result).toBeNull();
    expect(method("places").textContent).toContain("Not validated by people");
  });

  it("refuses a name that is none", () => {
    expect(() => method("topic")).toThrow(
      'findings/ranking.sql: found validation "topic", expected none, or some of topics, barriers',
    );
  });
});

it("the demo's results stand in the repository, hold no text, and say that nobody coded", () => {
  const topic = JSON.parse(readFileSync("data/validation/topics/autism.json", "utf8")) as ValidationResult;
  expect(topic.invented).toBe(true);
  for (const name of ["coder-1", "coder-2", "adjudicated"]) {
    const lines = readFileSync(`data/validation/sheets/${name}.csv`, "utf8").trimEnd().split("\n");
    expect(lines[0]).toBe("item,question,code");
    for (const line of lines.slice(1)) expect(line).toMatch(/^[0-9a-f]{4}-\d+,[\w/-]+,[\w?-]+$/);
  }
});
