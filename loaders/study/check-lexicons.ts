import { languageMistakes, patternMistakes } from "./check-queries.ts";
import { pairsAt } from "./loose.ts";
import type { Mistake } from "./mistake.ts";
import { slotOf } from "./place-context.ts";
import type { Path, YamlFile } from "./yaml-file.ts";

/** The words of lexicons/tone.yml must be readable, in a language of the study, and each of one tone only. */
export function checkTone(yaml: YamlFile, study: YamlFile | undefined): Mistake[] {
  return pairsAt(yaml.value).flatMap(([language, words]) => {
    const toned = new Map<string, string>();
    const lists = (list: [string, unknown][], path: Path) =>
      list.flatMap(([name, patterns]) =>
        patternsAt([...path, name], patterns, (pattern, here) => [
          ...readable(yaml, here, pattern, 0),
          ...(name === "positive" || name === "negative" ? twice(yaml, here, pattern, name, toned) : []),
        ]),
      );
    return [
      ...languageMistakes(yaml, [language], language, study),
      ...lists(pairsAt(words), [language]),
      ...lists(pairsAt(words, "negation"), [language, "negation"]),
    ];
  });
}

/** The contexts of lexicons/places.yml must be readable and hold the name's place once. */
export function checkPlaceWords(yaml: YamlFile, study: YamlFile | undefined): Mistake[] {
  return ["not_a_place", "elsewhere", "and", "shared"].flatMap((list) =>
    pairsAt(yaml.value, list).flatMap(([language, patterns]) => [
      ...languageMistakes(yaml, [list, language], language, study),
      ...patternsAt([list, language], patterns, (pattern, here) => {
        if (list === "and" || list === "shared") return readable(yaml, here, pattern, 0);
        const slot = slotOf(pattern);
        if (slot === undefined || (slot.before === "" && slot.after === "")) {
          const expected = 'words and, once, the place\'s name in braces, such as "street {*}"';
          return [yaml.mistake(here, `"${pattern}"`, expected)];
        }
        const after = pattern.indexOf("}") + 1;
        return [
          ...(slot.before === "" ? [] : readable(yaml, here, slot.before, 0)),
          ...(slot.after === "" ? [] : readable(yaml, here, slot.after, after)),
        ];
      }),
    ]),
  );
}

function patternsAt(
  path: Path,
  patterns: unknown,
  check: (pattern: string, path: Path) => Mistake[],
): Mistake[] {
  if (!Array.isArray(patterns)) return [];
  return patterns.flatMap((pattern: unknown, index) =>
    typeof pattern === "string" && pattern.trim() !== "" ? check(pattern, [...path, index]) : [],
  );
}

function readable(yaml: YamlFile, path: Path, pattern: string, offset: number): Mistake[] {
  return patternMistakes(pattern, (found, expected, position) =>
    yaml.mistakeInside(path, offset + position, found, expected),
  );
}

function twice(
  yaml: YamlFile,
  path: Path,
  pattern: string,
  list: string,
  seen: Map<string, string>,
): Mistake[] {
  const key = pattern.toLowerCase();
  const before = seen.get(key);
  seen.set(key, list);
  if (before === undefined) return [];
  return [yaml.mistake(path, `"${pattern}"`, `each word once; it stands in ${before} already`)];
}
