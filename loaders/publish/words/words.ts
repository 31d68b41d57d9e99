import { en } from "./en.ts";
import { kk } from "./kk.ts";
import { ru } from "./ru.ts";

/** Everything that the report says by itself, outside the study's own texts. One object a language. */
export interface Words {
  /** The language's own name, as its switch says it. */
  readonly language: string;
  readonly languages: string;
  readonly skip: string;
  readonly pages: string;
  readonly showPages: string;
  readonly contents: string;
  readonly neighbours: string;
  readonly search: string;
  readonly runHere: string;
  /** Before the link to a result under every combination of choices. */
  readonly choices: string;
  readonly query: string;
  readonly code: string;
  readonly table: string;
  readonly sources: string;
  readonly numbers: string;
  readonly yes: string;
  readonly no: string;
  readonly synthetic: { readonly name: string; readonly text: string };
  readonly edition: string;
  readonly noResult: (query: string) => string;
  /** Units of `loaders/statistics/header-schema.ts` that stand beside a column's name. */
  readonly units: Readonly<Record<string, string>>;
  /** All units of `loaders/statistics/header-schema.ts`, where a column is described. */
  readonly columnUnits: Readonly<Record<string, string>>;
  readonly withheldRows: (withheld: number, rows: number, threshold: number) => string;
  readonly method: MethodWords;
  readonly validation: ValidationWords;
  readonly cite: {
    readonly page: string;
    readonly figure: string;
    readonly permalink: string;
    /** In place of the year. */
    readonly undated: string;
  };
  /** What the marks at numbers mean, on paper. */
  readonly paper: { readonly computed: string; readonly cited: string };
  /** Of the report in one document. */
  readonly whole: {
    readonly contents: string;
    readonly figures: string;
    readonly figure: (number: number) => string;
  };
  readonly blocks: BlockWords;
}

/** What the Method disclosure says; functions take text that is already escaped. */
export interface MethodWords {
  readonly name: string;
  readonly question: string;
  readonly population: string;
  readonly unit: string;
  readonly denominator: string;
  readonly noDenominator: string;
  readonly interval: string;
  readonly none: string;
  readonly validation: string;
  readonly limits: string;
  readonly seePage: string;
  readonly rows: string;
  readonly rowsAll: (rows: number, threshold: number) => string;
  readonly rowsWithheld: (rows: number, withheld: number, threshold: number) => string;
  readonly page: string;
  readonly columns: string;
  readonly hash: string;
  readonly download: string;
  readonly table: string;
  readonly estimator: string;
  readonly counted: (file: string) => string;
  readonly register: string;
  readonly load: (file: string) => string;
}

/** What tables of validation by people say; functions take text that is already escaped. */
export interface ValidationWords {
  readonly heads: readonly [string, string, string, string, string, string, string, string];
  readonly families: Readonly<Record<string, string>>;
  readonly of: (what: string) => string;
  readonly invented: string;
  readonly sample: (coders: number, sample: string, seed: number, read: string) => string;
  readonly missing: (titles: string) => string;
  readonly stale: string;
  readonly above: string;
  readonly tooFew: string;
  readonly unknown: string;
  readonly notStated: string;
  readonly noneUsed: string;
}

export interface BlockWords {
  readonly steps: {
    readonly title: string;
    readonly heads: readonly [string, string, string, string, string, string];
    readonly files: string;
    readonly reads: string;
    readonly writes: string;
    readonly code: (hash: string, modules: number) => string;
    readonly bytes: string;
    readonly more: (count: number) => string;
    readonly none: string;
    readonly missing: string;
  };
  readonly organisations: {
    readonly title: string;
    readonly heads: readonly [string, string, string, string];
    readonly wholeCountry: string;
  };
  readonly glossary: { readonly title: string; readonly meaning: string; readonly missing: string };
  readonly dictionary: {
    readonly missing: string;
    readonly heads: readonly [string, string, string];
    readonly key: string;
    readonly nullable: string;
    readonly unit: (unit: string) => string;
    readonly rows: (rows: string, withheld: string) => string;
    readonly row: (row: string) => string;
  };
  readonly captures: {
    readonly title: string;
    readonly heads: readonly [string, string, string, string, string];
  };
  readonly exports: {
    readonly title: string;
    readonly heads: readonly [string, string, string, string, string];
  };
}

const words: Readonly<Record<string, Words>> = { en, ru, kk };

/** Languages that a report can be written in. */
export const reportLanguages: readonly string[] = Object.keys(words);

/**
 * The words of a language.
 *
 * @throws Error where there are none: a report half in another language is not published
 */
export function wordsOf(language: string): Words {
  const found = words[language];
  if (found !== undefined) return found;
  throw new Error(
    `study.yml: found report language "${language}", expected one of ${reportLanguages.join(", ")}; a new one needs its words in loaders/publish/words/${language}.ts`,
  );
}
