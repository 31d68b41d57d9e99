import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Study } from "../study/study.ts";
import type { ValidationResult } from "../study/validation-result.ts";
import type { Boundary } from "./methods/contiguity.ts";

/** What study tables are made of beside the definition: the map's areas, and what validation by people found. */
export interface StudyFiles {
  readonly areas: readonly { readonly unit: string; readonly boundary: Boundary }[];
  readonly validations: readonly ValidationResult[];
}

export const noStudyFiles: StudyFiles = { areas: [], validations: [] };

interface Collection {
  readonly features: readonly { properties: Record<string, unknown>; geometry: Boundary }[];
}

/**
 * Reads the study's boundaries, where it has some, and the given results of validation. `home` is the study's home,
 * absolute. The shape of the boundaries was checked when the study was loaded.
 */
export function readStudyFiles(study: Study, home: string, results: readonly string[]): StudyFiles {
  const { boundaries } = study;
  const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
  const features = boundaries === undefined ? [] : (read(join(home, boundaries.file)) as Collection).features;
  return {
    areas: features.map(({ properties, geometry }) => ({
      unit: String(properties[boundaries!.property]),
      boundary: geometry,
    })),
    validations: results.map((file) => read(file) as ValidationResult),
  };
}
