import { numberIn } from "../../src/components/charts/in-locale.ts";
import type { ValidationEstimate, ValidationResult } from "../study/validation-result.ts";
import { blockTable } from "./block-table.ts";
import { escapeHtml } from "./html.ts";
import type { PublishedValidation } from "./validation.ts";
import { type ValidationWords, wordsOf } from "./words/words.ts";

/**
 * Results of validation as HTML: who coded what when, one table row an answer with its estimates and 95 % intervals,
 * and what was never validated.
 */
export function validationTable(
  entries: readonly PublishedValidation[],
  language: string,
  label: string,
): string {
  const words = wordsOf(language).validation;
  const say = (text: Readonly<Record<string, string>>) => text[language] ?? Object.values(text)[0] ?? "";
  const validated = entries.filter(({ result }) => result !== null);
  const rows = validated.flatMap((entry) => rowsOf(entry, say, language));
  const missing = entries.filter(({ result }) => result === null).map(({ title }) => escapeHtml(say(title)));
  return [
    ...samples(
      validated.map(({ result }) => result!),
      words,
    ),
    rows.length === 0 ? "" : blockTable(label, words.heads, rows),
    missing.length === 0 ? "" : `<p class="not-validated">${words.missing(missing.join("; "))}</p>`,
  ].join("");
}

function rowsOf(
  { title, answers, stale, result }: PublishedValidation,
  say: (text: Readonly<Record<string, string>>) => string,
  language: string,
): string[] {
  const words = wordsOf(language).validation;
  const { coded, agreement, answers: found } = result!;
  const write = (value: ValidationEstimate | null) => estimate(value, language);
  const note = stale ? ` <em>${words.stale}</em>` : "";
  return found.map((answer, index) => {
    const name =
      found.length === 1
        ? say(title)
        : `${say(title)}: ${say(answers[answer.answer] ?? { en: answer.answer })}`;
    const items = coded === null ? words.tooFew : numberIn(language, coded);
    const whole =
      index === 0
        ? [items, ...[agreement.per_cent, agreement.kappa, agreement.alpha].map(write)]
        : [words.above, "", "", ""];
    const cells = [...[answer.precision, answer.recall, answer.f1].map(write), ...whole];
    return `<tr><th scope="row">${escapeHtml(name)}${note}</th>${cells.map((cell) => `<td class="number">${cell}</td>`).join("")}</tr>`;
  });
}

/** One sentence a sample: coders, seed, day, whether people coded at all. */
function samples(results: readonly ValidationResult[], words: ValidationWords): string[] {
  const seen = new Map(results.map((result) => [`${result.sample} ${result.read} ${result.coders}`, result]));
  return [...seen.values()].map(({ sample, seed, read, coders, invented }) => {
    const notice = invented ? `<strong>${words.invented}</strong> ` : "";
    return `<p>${notice}${words.sample(coders, `<code>${escapeHtml(sample)}</code>`, seed, escapeHtml(read))}</p>`;
  });
}

function estimate(value: ValidationEstimate | null, language: string): string {
  if (value === null) return wordsOf(language).validation.unknown;
  const write = (number: number) =>
    numberIn(language, number, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const interval =
    value.lower === null || value.upper === null ? "" : ` (${write(value.lower)}–${write(value.upper)})`;
  return `${write(value.value)}${interval}`;
}
