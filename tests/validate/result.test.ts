import { describe, expect, it } from "vitest";
import { confusionOf } from "../../loaders/validate/confusion.ts";
import type { QuestionReport } from "../../loaders/validate/report.ts";
import { validationResult } from "../../loaders/validate/result-file.ts";

const times = (count: number, answer: string) => new Array<string>(count).fill(answer);

describe("the confusion matrix", () => {
  /** 1,000 posts: 100 said to be girls (90 of 100 right), 900 none, of which 1 in 10 of 90 coded is girls. */
  const strata = [
    { machine: "girls", size: 100, answers: [...times(45, "girls"), ...times(5, "none")] },
    { machine: "none", size: 300, answers: [...times(10, "girls"), ...times(20, "none")] },
    { machine: "none", size: 600, answers: times(60, "none") },
  ];

  it("is of posts, not of coded items, and sums to 1 both ways", () => {
    const cells = confusionOf(strata)!;
    const cell = (machine: string, people: string) =>
      cells.find((one) => one.machine === machine && one.people === people)!;
    expect(cell("girls", "girls").given_machine).toBeCloseTo(0.9, 12);
    expect(cell("none", "girls").given_machine).toBeCloseTo(100 / 900, 12);
    expect(cell("girls", "girls").given_people).toBeCloseTo(90 / 190, 12);
    expect(cell("none", "none").given_people).toBeCloseTo(800 / 810, 12);
  });

  it("gives the true shares back by Rogan and Gladen's correction", () => {
    const cells = confusionOf(strata)!;
    const given = (people: string) =>
      cells.find((one) => one.machine === "girls" && one.people === people)?.given_people ?? 0;
    // Apparent share 0.1; sensitivity P(girls | girls), specificity 1 - P(girls | none); the true share is 190 of 1,000.
    const [sensitivity, specificity] = [given("girls"), 1 - given("none")];
    expect((0.1 + specificity - 1) / (sensitivity + specificity - 1)).toBeCloseTo(0.19, 12);
  });

  it("is unknown where a stratum was not coded", () => {
    expect(confusionOf([...strata, { machine: "boys", size: 10, answers: [] }])).toBeNull();
  });
});

describe("what is kept of a report", () => {
  const estimate = { value: 1 / 3, interval: { lower: 0.1, upper: 0.55555 } };
  const answer = (name: string, retrieved: number, relevant: number) => ({
    answer: name,
    retrieved,
    relevant,
    strata: [{ stratum: "retrieved", size: 3, drawn: 3, coded: 3, positive: 2 }],
    precision: estimate,
    recall: estimate,
    f1: estimate,
  });
  const report: QuestionReport = {
    question: "gender",
    coders: 2,
    posts: 900,
    coded: 60,
    open: 2,
    agreement: { items: 61, disagreements: 3, per_cent: estimate, kappa: estimate, alpha: null },
    answers: [answer("boys", 4, 12), answer("none", 56, 48)],
    confusion: [
      { machine: "boys", people: "boys", given_machine: 0.75, given_people: 0.25 },
      { machine: "none", people: "none", given_machine: 0.9, given_people: 1 },
    ],
  };
  const facts = { definition: "d", sample: "s", seed: 1, read: "2024-03-01", invented: false };

  it("has no count from 1 to below the threshold, and no estimate that rests on one", () => {
    const kept = validationResult(report, facts, 10);
    expect(kept.open).toBeNull();
    expect(kept.answers[0]).toEqual({
      answer: "boys",
      retrieved: null,
      relevant: 12,
      precision: null,
      recall: { value: 0.3333, lower: 0.1, upper: 0.5556 },
      f1: null,
    });
    expect(kept.answers[1]!.precision!.value).toBe(0.3333);
    expect(kept.confusion.map(({ given_machine }) => given_machine)).toEqual([null, 0.9]);
    expect(kept.confusion.map(({ given_people }) => given_people)).toEqual([0.25, 1]);
    const counts = JSON.stringify(kept)
      .match(/(?<=:)\d+(?=[,}])/g)!
      .map(Number);
    expect(counts.filter((count) => count > 2 && count < 10)).toEqual([]);
    expect(JSON.stringify(kept)).not.toContain("positive");
  });
});
