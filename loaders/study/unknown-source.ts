import { textAt } from "./loose.ts";
import type { Mistake } from "./mistake.ts";
import { suggestion } from "./nearest.ts";
import type { YamlFile } from "./yaml-file.ts";

/** The sources of the boundaries and of platforms' market shares must stand in sources.yml. */
export function unknownSource(study: YamlFile, sources: readonly string[] | undefined): Mistake[] {
  const platforms = (study.value as { platforms?: unknown } | null)?.platforms;
  const places = [
    ["boundaries", "source"],
    ...(Array.isArray(platforms) ? platforms : []).map((_, at) => [
      "platforms",
      at,
      "market_share",
      "source",
    ]),
  ];
  return places.flatMap((path) => {
    const source = textAt(study.value, ...path);
    if (source === undefined || sources === undefined || sources.includes(source)) return [];
    const expected = `an id of sources.yml${suggestion(source, sources)}`;
    return [study.mistake(path, `"${source}"`, expected)];
  });
}
