import { join } from "node:path";
import type { TermQuery } from "../query/ast.ts";
import { matchesGlob } from "../query/glob.ts";
import { parsePattern } from "../query/term.ts";
import { readYaml } from "../study/read-study.ts";
import type { Study } from "../study/study.ts";

/** A word of the study's gender lexicon. */
export interface LexiconWord {
  leaf: TermQuery;
  /** `FILE:LINE:COLUMN`. */
  place: string;
  name: string;
  /** Whether a single word of `except` takes a folded form back. */
  takesBack?(form: string): boolean;
}

/** The words of the gender lexicon, in the file's order; none where the study has no lexicon. */
export function lexiconWords(study: Study): LexiconWord[] {
  const { gender } = study;
  if (gender === undefined) return [];
  const yaml = readYaml(study.home, "gender", []);
  return (["boys", "girls"] as const).flatMap((sex) => {
    const except = Object.values(gender[sex].except)
      .flat()
      .map(parsePattern)
      .flatMap((term) => (term.kind === "word" ? [[...term.form]] : []));
    const takesBack = (form: string) => except.some((pattern) => matchesGlob(pattern, form));
    return Object.entries(gender[sex].words).flatMap(([language, words]) =>
      words.map((word, index) => {
        const mistake = yaml?.mistake([sex, "words", language, index], "", "");
        const place =
          mistake === undefined ? join("lexicons", sex) : `${mistake.file}:${mistake.line}:${mistake.column}`;
        return { leaf: parsePattern(word), place, name: `${sex} in ${language}`, takesBack };
      }),
    );
  });
}
