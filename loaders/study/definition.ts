import { createHash } from "node:crypto";
import type { Concept } from "./lexicons.ts";
import type { Study } from "./study.ts";

/** The families of concepts that posts are searched for. */
export const conceptFamilies = ["topics", "barriers", "programmes", "disabilities"] as const;
export type ConceptFamily = (typeof conceptFamilies)[number];

/** What people can validate: the concepts, whom of the children a post names, the one region it is about. */
export const validatedFamilies = [...conceptFamilies, "gender", "places"] as const;
export type ValidatedFamily = (typeof validatedFamilies)[number];

export type DefiningStudy = Pick<Study, ConceptFamily | "gender" | "regions">;

/**
 * By question (`topics/flood`, `gender`, `places`): twelve hex digits of SHA-256 of the words that define it in the
 * study. They change when its query, lexicon or patterns do, and with nothing else: titles and notes are left out.
 */
export function definitions(study: DefiningStudy): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const family of conceptFamilies)
    for (const { id, query } of study[family] as readonly Concept[])
      all.set(`${family}/${id}`, digest(query));
  if (study.gender !== undefined) {
    const { boys, girls } = study.gender;
    all.set("gender", digest({ boys, girls }));
  }
  if (study.regions.length > 0)
    all.set("places", digest(study.regions.map(({ id, patterns, since }) => ({ id, patterns, since }))));
  return all;
}

function digest(value: unknown): string {
  return createHash("sha256").update(sorted(value)).digest("hex").slice(0, 12);
}

/** JSON with keys sorted: the order of languages in a file does not matter. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) =>
    entry !== null && typeof entry === "object" && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
      : entry,
  );
}
