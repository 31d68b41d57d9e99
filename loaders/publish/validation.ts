import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { conceptFamilies, type DefiningStudy, definitions } from "../study/definition.ts";
import type { Localised } from "../study/study.ts";
import type { ValidationResult } from "../study/validation-result.ts";

/** Every question that people can validate, with what they found, as `src/data/validation.json` holds it. */
export interface PublishedValidation {
  /** `topics/flood`, `gender`, `places`. */
  readonly question: string;
  readonly family: string;
  /** Id of the concept; empty for gender and places. */
  readonly concept: string;
  readonly title: Localised;
  /** What answers are called, by their code; empty for a concept. */
  readonly answers: Readonly<Record<string, Localised>>;
  /** True where the question's words have changed since. */
  readonly stale: boolean;
  /** Null where nobody has validated it. */
  readonly result: ValidationResult | null;
}

type Validated = Omit<PublishedValidation, "stale" | "result"> & { readonly definition: string };

const childrenAnswers: Readonly<Record<string, Localised>> = {
  boys: { en: "boys", ru: "мальчики", kk: "ұлдар" },
  girls: { en: "girls", ru: "девочки", kk: "қыздар" },
  both: { en: "both", ru: "и те и другие", kk: "екеуі де" },
  none: { en: "neither", ru: "никто из них", kk: "ешқайсысы" },
};

/** What of a study can be validated, in its order, with the words that define it: plain data for a step's parameters. */
export function validatedQuestions(study: DefiningStudy): Validated[] {
  const defined = definitions(study);
  const concepts = conceptFamilies.flatMap((family) =>
    study[family].map(({ id, title }) => ({
      question: `${family}/${id}`,
      family: family as string,
      concept: id,
      title,
      answers: {},
    })),
  );
  const regions = Object.fromEntries(study.regions.map(({ id, name }) => [id, name]));
  const whole = [
    {
      question: "gender",
      title: {
        en: "Whom of the children a post names",
        ru: "Кого из детей называет запись",
        kk: "Жазба қай балаларды атайды",
      },
      answers: childrenAnswers,
    },
    {
      question: "places",
      title: {
        en: "The one region a post is about",
        ru: "Регион, о котором запись",
        kk: "Жазба қай өңір туралы",
      },
      answers: { ...regions, none: { en: "no one region", ru: "ни об одном", kk: "бір өңір туралы емес" } },
    },
  ].map((entry) => ({ ...entry, family: entry.question, concept: "" }));
  return [...concepts, ...whole].flatMap((entry) => {
    const definition = defined.get(entry.question);
    return definition === undefined ? [] : [{ ...entry, definition }];
  });
}

/** Joins what can be validated with result files (`validation/**.json` of the study's home). */
export async function publishValidation(options: {
  readonly questions: readonly Validated[];
  readonly files: readonly string[];
  readonly output: string;
}): Promise<{ rowsIn: number; rowsOut: number }> {
  const results = new Map<string, ValidationResult>();
  for (const file of options.files) {
    const result = JSON.parse(await readFile(file, "utf8")) as ValidationResult;
    results.set(result.question, result);
  }
  const published = options.questions.map(({ definition, ...question }): PublishedValidation => {
    const result = results.get(question.question) ?? null;
    return { ...question, stale: result !== null && result.definition !== definition, result };
  });
  await writeFile(options.output, `${JSON.stringify(published)}\n`);
  return { rowsIn: options.files.length, rowsOut: published.filter(({ result }) => result !== null).length };
}

/** Reads what `publishValidation` wrote; empty before the first build. */
export async function readValidation(published: string): Promise<readonly PublishedValidation[]> {
  const file = join(published, "validation.json");
  if (!existsSync(file)) return [];
  return JSON.parse(await readFile(file, "utf8")) as PublishedValidation[];
}
