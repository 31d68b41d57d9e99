import type { ValidationEstimate, ValidationResult } from "../study/validation-result.ts";
import { escapeHtml } from "./html.ts";
import type { PublishedValidation } from "./validation.ts";

type Say = (text: Readonly<Record<string, string>>) => string;

const invented = "No person coded anything: the coders of this sample were invented by a program.";

/**
 * Results of validation as HTML: who coded what when, one table row an answer with its estimates and 95 % intervals,
 * and what was never validated. `say` chooses the language.
 */
export function validationTable(entries: readonly PublishedValidation[], say: Say, label: string): string {
  const validated = entries.filter(({ result }) => result !== null);
  const rows = validated.flatMap((entry) => rowsOf(entry, say));
  const missing = entries.filter(({ result }) => result === null).map(({ title }) => escapeHtml(say(title)));
  return [
    ...samples(validated.map(({ result }) => result!)),
    rows.length === 0 ? "" : table(label, rows),
    missing.length === 0
      ? ""
      : `<p class="not-validated">Not validated by people, precision and recall unknown: ${missing.join("; ")}.</p>`,
  ].join("");
}

const heads = [
  "",
  "Precision",
  "Recall",
  "F1",
  "Items coded",
  "Coders agree",
  "Cohen’s κ",
  "Krippendorff’s α",
];

function table(label: string, rows: readonly string[]): string {
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join("");
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

function rowsOf({ title, answers, stale, result }: PublishedValidation, say: Say): string[] {
  const { coded, agreement, answers: found } = result!;
  const note = stale ? " <em>validated for an earlier version of this query</em>" : "";
  return found.map((answer, index) => {
    const name =
      found.length === 1
        ? say(title)
        : `${say(title)}: ${say(answers[answer.answer] ?? { en: answer.answer })}`;
    const whole =
      index === 0
        ? [count(coded), ...[agreement.per_cent, agreement.kappa, agreement.alpha].map(estimate)]
        : ["as above", "", "", ""];
    const cells = [...[answer.precision, answer.recall, answer.f1].map(estimate), ...whole];
    return `<tr><th scope="row">${escapeHtml(name)}${note}</th>${cells.map((cell) => `<td class="number">${cell}</td>`).join("")}</tr>`;
  });
}

/** One sentence a sample: coders, seed, day, whether people coded at all. */
function samples(results: readonly ValidationResult[]): string[] {
  const seen = new Map(results.map((result) => [`${result.sample} ${result.read} ${result.coders}`, result]));
  return [...seen.values()].map(
    ({ sample, seed, read, coders, invented: byProgram }) =>
      `<p>${byProgram ? `<strong>${invented}</strong> ` : ""}${coders} coders, sample <code>${escapeHtml(sample)}</code> (seed ${seed}), read ${escapeHtml(read)}. Proportions with 95% intervals.</p>`,
  );
}

function count(value: number | null): string {
  return value === null ? "too few" : value.toLocaleString("en");
}

function estimate(value: ValidationEstimate | null): string {
  if (value === null) return "unknown";
  const interval =
    value.lower === null || value.upper === null
      ? ""
      : ` (${value.lower.toFixed(2)}–${value.upper.toFixed(2)})`;
  return `${value.value.toFixed(2)}${interval}`;
}
