import { numberIn } from "../../src/components/charts/in-locale.ts";
import { validatedFamilies } from "../study/definition.ts";
import type { Concept } from "../study/lexicons.ts";
import type { Localised, Remark, Study } from "../study/study.ts";
import { capturesBlock } from "./block-captures.ts";
import { dictionaryBlock } from "./block-dictionary.ts";
import { glossaryBlock } from "./block-glossary.ts";
import { blockTable } from "./block-table.ts";
import { escapeHtml } from "./html.ts";
import { languageOf } from "./pages.ts";
import type { PublishedProvenance } from "./provenance.ts";
import type { PublishedTable } from "./published-tables.ts";
import type { PublishedValidation } from "./validation.ts";
import { validationTable } from "./validation-table.ts";
import { type Words, wordsOf } from "./words/words.ts";

type Block = (argument: string, path: string) => string;

const families = ["topics", "barriers", "programmes", "disabilities"] as const;

/**
 * Blocks that a page names with `::: NAME`: `steps` (the pipeline with rows and hashes), `queries FAMILY` (each
 * topic, barrier, programme or disability with its query), `organisations`, `questions`, `captures`, `validation FAMILY`
 * (what people found of each of a family), `glossary` and `dictionary published` or
 * `dictionary private` (the columns of every counted table, of every table of posts).
 */
export function studyBlocks(
  study: Study,
  provenance: PublishedProvenance | undefined,
  validation: readonly PublishedValidation[] = [],
  tables: readonly PublishedTable[] = [],
): Record<string, Block> {
  const language = (path: string) => languageOf(path, study.reportLanguages);
  const inLanguageOf = (path: string) => (text: Remark) => localised(text, language(path));
  return {
    steps: (_argument, path) => stepsTable(provenance, language(path)),
    queries: (family, path) => queryBook(study, family, inLanguageOf(path)),
    organisations: (_argument, path) =>
      organisationsTable(study, inLanguageOf(path), wordsOf(language(path))),
    questions: (_argument, path) => questionsList(study, inLanguageOf(path)),
    captures: (_argument, path) => capturesBlock(study, inLanguageOf(path), wordsOf(language(path))),
    validation: (family, path) => validationBlock(validation, family, language(path)),
    glossary: (_argument, path) => glossaryBlock(study.glossary, language(path), inLanguageOf(path)),
    dictionary: (which, path) => dictionaryBlock(which, tables, language(path)),
  };
}

/** A text in a language, or in the first that there is. */
export function localised(text: Remark, language: string): string {
  if (typeof text === "string") return text;
  return text[language] ?? Object.values(text)[0] ?? "";
}

function stepsTable(provenance: PublishedProvenance | undefined, language: string): string {
  const words = wordsOf(language).blocks.steps;
  if (provenance === undefined) return `<p class="missing">${words.missing}</p>`;
  const number = (value: number) => numberIn(language, value);
  const rows = provenance.steps.map((step) => {
    const setAside = Object.entries(step.setAside).map(
      ([reason, count]) => `${escapeHtml(reason)}: ${number(count)}`,
    );
    const inputs = step.inputs.map(
      ({ path, sha256 }) => `<li><code>${escapeHtml(path)}</code> ${hash(sha256)}</li>`,
    );
    const outputs = step.outputs.map(
      ({ path, sha256, bytes }) =>
        `<li><code>${escapeHtml(path)}</code> ${hash(sha256)} ${number(bytes)} ${words.bytes}</li>`,
    );
    const packages = Object.entries(step.packages).map(([name, version]) => escapeHtml(`${name} ${version}`));
    const code = words.code(hash(step.code), step.modules);
    return `<tr><th scope="row">${escapeHtml(step.name)}<details><summary>${words.files}</summary><p>${words.reads}</p><ul>${inputs.join("")}</ul><p>${words.writes}</p><ul>${outputs.join("")}</ul><p>${code}${packages.length === 0 ? "" : `; ${packages.join(", ")}`}</p></details></th><td class="number">${step.inputs.length}</td><td class="number">${number(step.rowsIn)}</td><td class="number">${number(step.rowsOut)}</td><td>${setAside.join("<br>") || words.none}</td><td>${outputHashes(step.outputs, words.more)}</td></tr>`;
  });
  return blockTable(words.title, words.heads, rows);
}

const shownOutputs = 2;

function outputHashes(
  outputs: readonly { readonly sha256: string }[],
  more: (count: number) => string,
): string {
  const shown = outputs.slice(0, shownOutputs).map(({ sha256 }) => hash(sha256));
  const rest = outputs.length - shown.length;
  return [...shown, ...(rest > 0 ? [more(rest)] : [])].join("<br>");
}

function queryBook(study: Study, family: string, say: (text: Remark) => string): string {
  const known = families.find((name) => name === family);
  if (known === undefined)
    return `<p class="missing">found "${escapeHtml(family)}", expected ${families.join(", ")}</p>`;
  const concepts: readonly Concept[] = study[known];
  const rows = concepts.map((concept) => {
    const queries = Object.entries(concept.query).map(
      ([language, query]) =>
        `<dt>${escapeHtml(language)}</dt><dd lang="${escapeHtml(language)}"><code>${escapeHtml(query)}</code></dd>`,
    );
    return `<section class="query" id="query-${escapeHtml(concept.id)}"><h3>${escapeHtml(say(concept.title))}</h3>${concept.note === undefined ? "" : `<p>${escapeHtml(say(concept.note))}</p>`}<dl>${queries.join("")}</dl></section>`;
  });
  return rows.join("");
}

function validationBlock(
  validation: readonly PublishedValidation[],
  family: string,
  language: string,
): string {
  const { of, families: names } = wordsOf(language).validation;
  const own = validation.filter((entry) => entry.family === family);
  return own.length === 0
    ? `<p class="missing">found no "${escapeHtml(family)}" to validate, expected ${validatedFamilies.join(", ")}</p>`
    : validationTable(own, language, of(names[family] ?? family));
}

function organisationsTable(study: Study, say: (text: Localised) => string, words: Words): string {
  const { title, heads, wholeCountry } = words.blocks.organisations;
  const regions = new Map(study.regions.map((region) => [region.id, say(region.name)]));
  const rows = study.organisations.map((organisation) => {
    const accounts = Object.entries(organisation.accounts).map(([platform, account]) =>
      escapeHtml(`${platform}: ${account}`),
    );
    return `<tr><th scope="row">${escapeHtml(say(organisation.name))}</th><td>${escapeHtml(say({ type: organisation.type, ...organisation.typeTitle }))}</td><td>${escapeHtml(regions.get(organisation.region ?? "") ?? wholeCountry)}</td><td>${accounts.join("<br>")}</td></tr>`;
  });
  return blockTable(title, heads, rows);
}

function questionsList(study: Study, say: (text: Localised) => string): string {
  const items = study.questions.map(
    (question) =>
      `<li>${escapeHtml(say(question.text))} <span class="stakeholder">${escapeHtml(say(question.stakeholder))}</span></li>`,
  );
  return `<ol class="questions">${items.join("")}</ol>`;
}

function hash(sha256: string): string {
  return `<code class="hash" title="${sha256}">${sha256.slice(0, 12)}</code>`;
}
