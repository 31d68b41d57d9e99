import { type CaptureKind, captureKinds, platformOfKind } from "./capture.ts";
import { entriesAt, idsAt, pairsAt, textAt, textsAt } from "./loose.ts";
import { type Mistake, shown } from "./mistake.ts";
import { suggestion } from "./nearest.ts";
import type { Path, YamlFile } from "./yaml-file.ts";

/** Fields that hold a text per language. */
const localisedFields = ["title", "text", "stakeholder", "description"] as const;

/** What study.yml says of itself must fit together: ids, window, captures, languages. */
export function checkStudy(study: YamlFile): Mistake[] {
  return [
    ...["corpora", "scopes", "questions", "platforms", "captures"].flatMap((list) =>
      duplicateIds(study, list),
    ),
    ...windowMistakes(study),
    ...missingTitles(study, study),
    ...entriesAt(study, "captures").flatMap(({ entry, path }) => captureMistakes(study, entry, path)),
  ];
}

/** Ids that an earlier entry of the same list (of the whole document where no list is named) has. */
export function duplicateIds(yaml: YamlFile, ...list: string[]): Mistake[] {
  const seen = new Set<string>();
  return entriesAt(yaml, ...list).flatMap(({ entry, path }) => {
    const id = textAt(entry, "id");
    if (id === undefined) return [];
    if (seen.has(id))
      return [yaml.mistake([...path, "id"], `a second "${id}"`, "an id that no other entry has")];
    seen.add(id);
    return [];
  });
}

/** Titles and texts that lack the report's default language. */
export function missingTitles(yaml: YamlFile, study: YamlFile): Mistake[] {
  const [language] = textsAt(study.value, "report_languages");
  if (language === undefined) return [];
  function within(value: unknown, path: Path): Mistake[] {
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => {
      const here = [...path, Array.isArray(value) ? Number(key) : key];
      const isLocalised = (localisedFields as readonly string[]).includes(key) && pairsAt(inner).length > 0;
      if (!isLocalised) return within(inner, here);
      if (Object.hasOwn(inner, language!)) return [];
      const expected = `also "${language}", the report's default language`;
      return [yaml.mistake(here, `only ${Object.keys(inner).join(", ")}`, expected)];
    });
  }
  return within(yaml.value, []);
}

function windowMistakes(study: YamlFile): Mistake[] {
  const from = textAt(study.value, "window", "from");
  const to = textAt(study.value, "window", "to");
  if (from === undefined || to === undefined || from <= to) return [];
  return [
    study.mistake(
      ["window", "to"],
      `"${to}"`,
      `a day on or after the window's first, "${from}"; swap the two`,
    ),
  ];
}

function captureMistakes(study: YamlFile, capture: object, path: Path): Mistake[] {
  const mistakes: Mistake[] = [];
  for (const [field, list] of [
    ["corpus", "corpora"],
    ["scope", "scopes"],
    ["platform", "platforms"],
  ] as const) {
    const value = textAt(capture, field);
    const known = idsAt(study, list) ?? [];
    if (value === undefined || known.includes(value)) continue;
    const expected = `one of ${list}: ${known.join(", ")}${suggestion(value, known)}`;
    mistakes.push(study.mistake([...path, field], shown(value), expected));
  }
  const kind = textAt(capture, "kind");
  const isTable = kind === "table";
  const isOther = !isTable && (captureKinds as readonly (string | undefined)[]).includes(kind);
  mistakes.push(...impliedPlatformMistakes(study, capture, path));
  if (kind === "meltwater") mistakes.push(...meltwaterMistakes(study, capture, path));
  for (const field of ["format", "columns"]) {
    if (isTable && !Object.hasOwn(capture, field))
      mistakes.push(study.mistake(path, `no "${field}"`, `it for a capture of kind "table"`));
    if (isOther && Object.hasOwn(capture, field) && !(kind === "meltwater" && field === "columns"))
      mistakes.push(
        study.mistake([...path, field], `"${field}"`, `it only for kind "table"; remove it`, "key"),
      );
  }
  if (isTable && Object.hasOwn(capture, "columns")) mistakes.push(...columnMistakes(study, capture, path));
  return mistakes;
}

/** A kind that holds one platform needs that platform in the list, or another named. */
function impliedPlatformMistakes(study: YamlFile, capture: object, path: Path): Mistake[] {
  const kind = textAt(capture, "kind");
  const platform = platformOfKind[kind as CaptureKind];
  const known = idsAt(study, "platforms") ?? [];
  if (platform === undefined || Object.hasOwn(capture, "platform") || known.includes(platform)) return [];
  const expected = `a platform with the id "${platform}" in platforms, or the capture's "platform"`;
  return [study.mistake([...path, "kind"], `"${kind}"`, expected)];
}

/** Meltwater's columns are known: a study can only say how its dates are written. */
function meltwaterMistakes(study: YamlFile, capture: object, path: Path): Mistake[] {
  return pairsAt(capture, "columns")
    .filter(([target]) => target !== "published_at")
    .map(([target]) =>
      study.mistake(
        [...path, "columns", target],
        `"${target}"`,
        'only "published_at" for kind "meltwater", whose columns are known; remove it',
        "key",
      ),
    );
}

function columnMistakes(study: YamlFile, capture: object, path: Path): Mistake[] {
  const columns = pairsAt(capture, "columns");
  const named = new Set(columns.map(([target]) => target));
  const needed = [["native_id"], ["published_at"], ["text", "title"]];
  const missing = needed.filter((targets) => !targets.some((target) => named.has(target)));
  const mistakes = missing.map((targets) => {
    const found = targets.map((target) => `no "${target}"`).join(" and ");
    return study.mistake([...path, "columns"], found, "a source for it: no post is without");
  });
  for (const [target, source] of columns) {
    if (typeof source !== "object" || source === null) continue;
    const here = [...path, "columns", target];
    const hasFrom = Object.hasOwn(source, "from");
    if (hasFrom === Object.hasOwn(source, "value")) {
      const found = hasFrom ? '"from" and "value"' : 'neither "from" nor "value"';
      mistakes.push(
        study.mistake(here, found, 'one of the two: "from" reads a column, "value" is the same for all'),
      );
    }
    if (Object.hasOwn(source, "format") && target !== "published_at")
      mistakes.push(
        study.mistake([...here, "format"], '"format"', "it only for published_at; remove it", "key"),
      );
  }
  return mistakes;
}
