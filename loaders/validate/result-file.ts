import type { ValidationEstimate, ValidationResult } from "../study/validation-result.ts";
import type { Estimate } from "./estimate.ts";
import type { QuestionReport } from "./report.ts";

/** What stands in a result file beside what was measured. */
export type ValidationFacts = Pick<ValidationResult, "definition" | "sample" | "seed" | "read" | "invented">;

/**
 * A report as it is kept and published: counts from 1 to below the threshold are null, and so is every estimate that
 * rests on fewer items than the threshold. Estimates have four digits.
 */
export function validationResult(
  report: QuestionReport,
  facts: ValidationFacts,
  threshold: number,
): ValidationResult {
  const count = (value: number) => (value === 0 || value >= threshold ? value : null);
  const estimate = (value: Estimate | null, restsOn: number): ValidationEstimate | null =>
    value === null || restsOn < threshold
      ? null
      : {
          value: rounded(value.value),
          lower: value.interval && rounded(value.interval.lower),
          upper: value.interval && rounded(value.interval.upper),
        };
  const { agreement } = report;
  const machines = coded(report, ({ retrieved }) => retrieved);
  const people = coded(report, ({ relevant }) => relevant);
  return {
    question: report.question,
    ...facts,
    coders: report.coders,
    posts: report.posts,
    coded: count(report.coded),
    open: count(report.open),
    agreement: {
      items: count(agreement.items),
      per_cent: estimate(agreement.per_cent, agreement.items),
      kappa: estimate(agreement.kappa, agreement.items),
      alpha: estimate(agreement.alpha, agreement.items),
    },
    answers: report.answers.map(({ answer, retrieved, relevant, precision, recall, f1 }) => ({
      answer,
      retrieved: count(retrieved),
      relevant: count(relevant),
      precision: estimate(precision, retrieved),
      recall: estimate(recall, relevant),
      f1: estimate(f1, Math.min(retrieved, relevant)),
    })),
    confusion: report.confusion.map(({ machine, people: said, given_machine, given_people }) => ({
      machine,
      people: said,
      given_machine: machines(machine) < threshold ? null : rounded(given_machine),
      given_people: people(said) < threshold ? null : rounded(given_people),
    })),
  };
}

/** Settled items by answer; of a concept's two answers the second has what the first leaves. */
function coded(
  report: QuestionReport,
  of: (answer: QuestionReport["answers"][number]) => number,
): (answer: string) => number {
  const known = new Map(report.answers.map((answer) => [answer.answer, of(answer)]));
  const rest = report.coded - [...known.values()].reduce((sum, items) => sum + items, 0);
  return (answer) => known.get(answer) ?? rest;
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
