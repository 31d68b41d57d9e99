import type { Estimate } from "../../validate/estimate.ts";
import type { ValidationReport } from "../../validate/report.ts";

/** Agreement and each question's precision, recall and F1 with intervals, as lines for a terminal. */
export function* reportLines({ questions }: ValidationReport): Generator<string> {
  for (const { question, answers, agreement, open } of questions) {
    const { per_cent, kappa, alpha } = agreement;
    yield `${question}: agreement ${shownEstimate(per_cent)}, kappa ${shownEstimate(kappa)}, ` +
      `alpha ${shownEstimate(alpha)}; ${open} open`;
    for (const { answer, precision, recall, f1 } of answers) {
      yield `  ${answers.length === 1 ? "" : `${answer}: `}precision ${shownEstimate(precision)}, ` +
        `recall ${shownEstimate(recall)}, F1 ${shownEstimate(f1)}`;
    }
  }
}

function shownEstimate(estimate: Estimate | null): string {
  if (estimate === null) return "unknown";
  const { value, interval } = estimate;
  const range = interval === null ? "" : ` (${interval.lower.toFixed(2)} to ${interval.upper.toFixed(2)})`;
  return `${value.toFixed(2)}${range}`;
}
