import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { glob } from "../pipeline/glob.ts";
import { type StepDefinition, step } from "../pipeline/step.ts";
import type { Layout } from "../study/layout.ts";
import type { Localised, Study } from "../study/study.ts";
import { localised } from "./blocks.ts";
import { readBoundaries } from "./boundaries.ts";
import { cardPages } from "./cards/card-pages.ts";
import { explorerSteps } from "./explorer/step.ts";
import { readPages } from "./pages.ts";
import { validatedQuestions } from "./validation.ts";

const kinds = "src/components/charts";

/**
 * The steps of this stage: tables to query, results under the disclosure threshold, what people
 * found of the annotators, figures drawn ahead, and the report's styles, script and fonts. `queries` are the ids of the study's queries.
 */
export function publishSteps(
  layout: Layout,
  study: Study,
  queries: readonly string[],
  tables: TableFiles,
): StepDefinition[] {
  return [
    tablesStep(layout, study, tables),
    resultsStep(layout, study, queries),
    validationStep(layout, study),
    figuresStep(layout, study, queries),
    cardsStep(layout, study),
    assetsStep(layout),
    ...explorerSteps(
      layout,
      study,
      Object.fromEntries(study.reportLanguages.map((language) => [language, labelsOf(study, language)])),
      tables.counted,
    ),
  ];
}

/** The tables that are published, as `statistics` wrote them. */
export interface TableFiles {
  /** Name to Parquet file, disclosed, with a description `.json` beside it. */
  readonly counted: Readonly<Record<string, string>>;
  /** Name to Parquet file of the tables made of the study. */
  readonly register: Readonly<Record<string, string>>;
  /** The file of SQL macros. */
  readonly macros: string;
}

function tablesStep(layout: Layout, study: Study, { counted, register, macros }: TableFiles): StepDefinition {
  const titles = Object.keys(counted).length === 0 ? [] : study.reportLanguages.slice(1);
  const file = (kind: string, language: string) =>
    posix.join(layout.pages, "tables", `${kind}.${language}.yml`);
  const files = (kind: string) =>
    Object.fromEntries(titles.map((language) => [language, join(layout.root, file(kind, language))]));
  const descriptions = Object.values(counted).map((file) => file.replace(/parquet$/, "json"));
  return step({
    name: "publish:tables",
    reads: {
      "counted?": Object.values(counted),
      "descriptions?": descriptions,
      register: Object.values(register),
      macros,
      "titles?": titles.map((language) => file("titles", language)),
      "texts?": titles.map((language) => file("texts", language)),
    },
    params: { titles },
    writes: { tables: `${layout.published}/tables/` },
    code: ["loaders/publish/published-tables.ts"],
    run: async ({ outputs }) => {
      const { publishTables } = await import("./published-tables.ts");
      return publishTables({
        root: layout.root,
        counted,
        register,
        macros,
        titles: files("titles"),
        texts: files("texts"),
        output: outputs.tables!,
      });
    },
  });
}

function resultsStep(layout: Layout, study: Study, queries: readonly string[]): StepDefinition {
  const file = (query: string, extension: string) =>
    posix.join(layout.derived, "results", `${query}.${extension}`);
  const languages = study.reportLanguages.slice(1);
  return step({
    name: "publish:results",
    reads: {
      results: queries.map((query) => file(query, "parquet")),
      descriptions: queries.map((query) => file(query, "json")),
      "translations?": languages.flatMap((language) =>
        queries.map((query) => posix.join(layout.pages, `${query}.${language}.yml`)),
      ),
    },
    writes: { results: `${layout.published}/results/` },
    params: { threshold: study.threshold, languages },
    code: ["loaders/publish/results.ts"],
    run: async ({ outputs, progress }) => {
      const { publishResults } = await import("./results.ts");
      return publishResults({
        files: queries.map((query) => ({
          query,
          parquet: join(layout.root, file(query, "parquet")),
          json: join(layout.root, file(query, "json")),
        })),
        threshold: study.threshold,
        languages,
        pages: layout.pages,
        output: outputs.results!,
        progress,
      });
    },
  });
}

function validationStep(layout: Layout, study: Study): StepDefinition {
  const questions = validatedQuestions(study);
  return step({
    name: "publish:validation",
    reads: { "results?": posix.join(layout.home, "validation", "**", "*.json") },
    writes: { validation: `${layout.published}/validation.json` },
    params: { questions },
    code: ["loaders/publish/validation.ts"],
    run: async ({ inputs, outputs }) => {
      const { publishValidation } = await import("./validation.ts");
      return publishValidation({ questions, files: inputs.results ?? [], output: outputs.validation! });
    },
  });
}

function figuresStep(layout: Layout, study: Study, queries: readonly string[]): StepDefinition {
  const languages = study.reportLanguages;
  const labels = Object.fromEntries(languages.map((language) => [language, labelsOf(study, language)]));
  const own = queries
    .map((query) => posix.join(layout.pages, `${query}.ts`))
    .filter((file) => existsSync(join(layout.root, file)));
  const standard = glob(`${kinds}/*.ts`, layout.root);
  const boundaries = study.boundaries === undefined ? [] : [posix.join(layout.home, study.boundaries.file)];
  return step({
    name: "publish:figures",
    reads: {
      results: `${layout.published}/results/`,
      tables: `${layout.published}/tables/`,
      validation: `${layout.published}/validation.json`,
      "boundaries?": boundaries,
    },
    writes: { figures: `${layout.published}/figures/` },
    params: { languages, labels, property: study.boundaries?.property ?? null },
    code: ["loaders/publish/figures.ts", ...standard, ...own],
    run: async ({ outputs, progress }) => {
      const { drawFigures } = await import("./figures.ts");
      const { readValidation } = await import("./validation.ts");
      return drawFigures({
        results: join(layout.root, layout.published, "results"),
        tables: join(layout.root, layout.published, "tables"),
        queries,
        pages: join(layout.root, layout.pages),
        kinds: join(layout.root, kinds),
        languages,
        labels,
        validation: await readValidation(join(layout.root, layout.published)),
        output: outputs.figures!,
        progress,
        ...(study.boundaries === undefined || boundaries[0] === undefined
          ? {}
          : {
              boundaries: await readBoundaries(join(layout.root, boundaries[0]), study.boundaries.property),
            }),
      });
    },
  });
}

function cardsStep(layout: Layout, study: Study): StepDefinition {
  const pages = cardPages(readPages(layout.root, layout.pages, study.reportLanguages), study);
  return step({
    name: "publish:cards",
    reads: { figures: `${layout.published}/figures/` },
    writes: { cards: `${layout.published}/cards/` },
    params: { pages },
    code: ["loaders/publish/cards/draw-cards.ts"],
    run: async ({ outputs, progress }) => {
      const { drawCards } = await import("./cards/draw-cards.ts");
      return drawCards(pages, join(layout.root, layout.published, "figures"), outputs.cards!, progress);
    },
  });
}

function assetsStep(layout: Layout): StepDefinition {
  return step({
    name: "publish:site",
    reads: {
      styles: ["src/report.css", "src/style/*.css"],
      script: "src/components/{page,editor,explorer,charts}/*.ts",
    },
    writes: { site: `${layout.published}/site/` },
    code: ["loaders/publish/assets.ts", "src/components/report.ts"],
    run: async ({ inputs, outputs }) => {
      const { writeAssets } = await import("./assets.ts");
      const files = await writeAssets({ workspace: join(layout.root, "src"), out: outputs.site! });
      return { rowsIn: inputs.styles?.length ?? 0, rowsOut: files.length };
    },
  });
}

/** What ids are called in figures and tables, by the column that they stand in; each in the study's order. */
function labelsOf(study: Study, language: string): Record<string, Record<string, string>> {
  const titles = (entries: readonly { id: string; title: Localised }[]) =>
    Object.fromEntries(entries.map(({ id, title }) => [id, localised(title, language)]));
  const names = (entries: readonly { id: string; name: Localised }[]) =>
    Object.fromEntries(entries.map(({ id, name }) => [id, localised(name, language)]));
  return {
    corpus: titles(study.corpora),
    scope: titles(study.scopes),
    platform: titles(study.platforms),
    topic: titles(study.topics),
    barrier: titles(study.barriers),
    programme: titles(study.programmes),
    disability: titles(study.disabilities),
    region: names(study.regions),
    place_focus: names(study.regions),
    map_unit: names(study.mapUnits),
    organisation: names(study.organisations),
    event: titles(study.events ?? []),
  };
}
