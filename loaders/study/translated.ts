import { pairsAt } from "./loose.ts";
import type { Mistake } from "./mistake.ts";
import type { Path, YamlFile } from "./yaml-file.ts";

/** Remarks under `fields`, at any depth, that a language of the report lacks. A study of one language writes plain text. */
export function untranslated(
  yaml: YamlFile,
  fields: readonly string[],
  languages: readonly string[],
): Mistake[] {
  if (languages.length < 2) return [];
  function within(value: unknown, path: Path): Mistake[] {
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => {
      const here = [...path, Array.isArray(value) ? Number(key) : key];
      if (!fields.includes(key)) return within(inner, here);
      if (typeof inner === "string")
        return [yaml.mistake(here, "one text", `one per language of the report: ${languages.join(", ")}`)];
      if (pairsAt(inner).length === 0) return [];
      const missing = languages.filter((language) => !Object.hasOwn(inner as object, language));
      return missing.length === 0
        ? []
        : [
            yaml.mistake(
              here,
              `only ${Object.keys(inner as object).join(", ")}`,
              `also ${missing.join(", ")}`,
            ),
          ];
    });
  }
  return within(yaml.value, []);
}
