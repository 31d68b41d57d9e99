import { textAt } from "./loose.ts";
import type { Mistake } from "./mistake.ts";
import { suggestion } from "./nearest.ts";
import type { YamlFile } from "./yaml-file.ts";

/** The source of the boundaries must stand in sources.yml. */
export function unknownSource(study: YamlFile, sources: readonly string[] | undefined): Mistake[] {
  const source = textAt(study.value, "boundaries", "source");
  if (source === undefined || sources === undefined || sources.includes(source)) return [];
  const expected = `an id of sources.yml${suggestion(source, sources)}`;
  return [study.mistake(["boundaries", "source"], `"${source}"`, expected)];
}
