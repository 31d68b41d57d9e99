import { QueryError } from "../query/error.ts";
import { parseQuery } from "../query/parse.ts";
import { parsePattern } from "../query/term.ts";
import { entriesAt, pairsAt, textsAt } from "./loose.ts";
import type { Mistake } from "./mistake.ts";
import { suggestion } from "./nearest.ts";
import type { Path, YamlFile } from "./yaml-file.ts";

/** Each query of a file of concepts must be readable and in a language of the study. */
export function checkConcepts(yaml: YamlFile, study: YamlFile | undefined): Mistake[] {
  return entriesAt(yaml).flatMap(({ entry, path }) =>
    (["query", "net"] as const).flatMap((part) => {
      const queries = pairsAt(entry, part);
      if (queries.length === 0 && Object.hasOwn(entry, part))
        return [yaml.mistake([...path, part], "no query", "a query in at least one language of the study")];
      return queries.flatMap(([language, query]) => {
        const here = [...path, part, language];
        return [...languageMistakes(yaml, here, language, study), ...queryMistakes(yaml, here, query)];
      });
    }),
  );
}

/** The lexicon's words must be readable, in a language of the study, and name one sex only. */
export function checkGender(yaml: YamlFile, study: YamlFile | undefined): Mistake[] {
  const seen = new Map<string, string>();
  return ["boys", "girls"]
    .flatMap((sex) =>
      ["words", "except"].flatMap((part) =>
        pairsAt(yaml.value, sex, part).flatMap(([language, words]) => {
          const here = [sex, part, language];
          const mistakes = languageMistakes(yaml, here, language, study);
          if (!Array.isArray(words)) return mistakes;
          words.forEach((word: unknown, index) => {
            if (typeof word !== "string" || word.trim() === "") return;
            mistakes.push(
              ...patternMistakes(word, (found, expected, at) =>
                yaml.mistakeInside([...here, index], at, found, expected),
              ),
            );
            if (part !== "words") return;
            const before = seen.get(word.toLowerCase());
            if (before !== undefined)
              mistakes.push(
                yaml.mistake([...here, index], `"${word}"`, `each word once; it stands in ${before} already`),
              );
            seen.set(word.toLowerCase(), here.join("."));
          });
          return mistakes;
        }),
      ),
    )
    .concat(pairsAt(yaml.value, "variants").flatMap(([variant]) => checkVariant(yaml, study, variant)));
}

/** A variant's words must be readable, in a language of the study; what it leaves out must stand in the lexicon. */
function checkVariant(yaml: YamlFile, study: YamlFile | undefined, variant: string): Mistake[] {
  return ["add", "drop"].flatMap((change) =>
    ["boys", "girls"].flatMap((sex) =>
      pairsAt(yaml.value, "variants", variant, change, sex).flatMap(([language, words]) => {
        const here = ["variants", variant, change, sex, language];
        const mistakes = languageMistakes(yaml, here, language, study);
        if (!Array.isArray(words)) return mistakes;
        const known = pairsAt(yaml.value, sex, "words").find(([name]) => name === language)?.[1];
        words.forEach((word: unknown, index) => {
          if (typeof word !== "string" || word.trim() === "") return;
          mistakes.push(
            ...patternMistakes(word, (found, expected, at) =>
              yaml.mistakeInside([...here, index], at, found, expected),
            ),
          );
          if (change === "drop" && !(Array.isArray(known) && known.includes(word)))
            mistakes.push(
              yaml.mistake(
                [...here, index],
                `"${word}"`,
                `a word of ${sex}.words.${language}, written as there`,
              ),
            );
        });
        return mistakes;
      }),
    ),
  );
}

/** Mistakes of one wildcard word or phrase, placed by the caller. */
export function patternMistakes(
  pattern: string,
  place: (found: string, expected: string, position: number) => Mistake,
): Mistake[] {
  return readingMistakes(() => parsePattern(pattern), place);
}

function queryMistakes(yaml: YamlFile, path: Path, query: unknown): Mistake[] {
  if (typeof query !== "string") return [];
  if (query.trim() === "") {
    const expected = 'a query such as "river* OR flood*"; a language without a query is left out';
    return [yaml.mistake(path, "an empty query", expected)];
  }
  return readingMistakes(
    () => parseQuery(query),
    (found, expected, position) => yaml.mistakeInside(path, position, found, expected),
  );
}

function readingMistakes(
  read: () => unknown,
  place: (found: string, expected: string, position: number) => Mistake,
): Mistake[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const { found, expected, advice, position } = error;
    return [place(found, advice === undefined ? expected : `${expected}; ${advice}`, position)];
  }
}

/** A language that the study's queries are not written in. */
export function languageMistakes(
  yaml: YamlFile,
  path: Path,
  language: string,
  study: YamlFile | undefined,
): Mistake[] {
  const known = textsAt(study?.value, "languages");
  if (known.length === 0 || known.includes(language)) return [];
  const expected = `a language of study.yml: ${known.join(", ")}${suggestion(language, known)}`;
  return [yaml.mistake(path, `the language "${language}"`, expected, "key")];
}
