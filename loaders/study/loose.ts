import type { Path, YamlFile } from "./yaml-file.ts";

/**
 * Reading of values whose shape may be wrong. The checks across files run beside the check of shapes, so that
 * all mistakes show at once: what has the wrong shape is skipped here, for it is reported there.
 */

export function textAt(value: unknown, ...path: PropertyKey[]): string | undefined {
  const found = at(value, path);
  return typeof found === "string" ? found : undefined;
}

/** The mappings of a list at a path, each with its own path. */
export function entriesAt(
  yaml: YamlFile | undefined,
  ...path: PropertyKey[]
): { entry: object; path: Path }[] {
  const list = at(yaml?.value, path);
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown, index) =>
    typeof entry === "object" && entry !== null ? [{ entry, path: [...path, index] }] : [],
  );
}

/** Key and value of a mapping at a path; none where there is no mapping. */
export function pairsAt(value: unknown, ...path: PropertyKey[]): [string, unknown][] {
  const found = at(value, path);
  return typeof found === "object" && found !== null && !Array.isArray(found) ? Object.entries(found) : [];
}

/** The ids of a list's mappings, or undefined where the file is not there or can't be read. */
export function idsAt(yaml: YamlFile | undefined, ...path: PropertyKey[]): string[] | undefined {
  if (yaml === undefined) return undefined;
  return entriesAt(yaml, ...path).flatMap(({ entry }) => textAt(entry, "id") ?? []);
}

/** The texts of a list; those that are not text are left out. */
export function textsAt(value: unknown, ...path: PropertyKey[]): string[] {
  const list = at(value, path);
  return Array.isArray(list) ? list.filter((item): item is string => typeof item === "string") : [];
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) => (here as Record<PropertyKey, unknown> | null | undefined)?.[step],
    value,
  );
}
