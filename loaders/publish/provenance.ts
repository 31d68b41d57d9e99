import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../pipeline/hash.ts";
import { readSidecars } from "../pipeline/provenance.ts";
import type { StepDefinition } from "../pipeline/step.ts";
import type { Layout } from "../study/layout.ts";
import type { Study } from "../study/study.ts";

/** What made the published data: every step with its inputs, code and rows, as `src/data/provenance.json` holds it. */
export interface PublishedProvenance {
  readonly study: string;
  /** First 12 hex digits of the SHA-256 over all published results: equal results, equal edition. */
  readonly edition: string;
  readonly steps: readonly PublishedStep[];
}

export interface PublishedStep {
  readonly name: string;
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  readonly outputs: readonly { readonly path: string; readonly sha256: string; readonly bytes: number }[];
  /** One hash over all modules of the step. */
  readonly code: string;
  readonly modules: number;
  readonly packages: Readonly<Record<string, string>>;
  readonly rowsIn: number;
  readonly rowsOut: number;
  readonly setAside: Readonly<Record<string, number>>;
}

/** Gathers the sidecars of all steps into one file for the report. */
export async function writeProvenance(
  layout: Layout,
  study: Study,
  steps: readonly StepDefinition[],
): Promise<void> {
  const found = readSidecars(steps, layout.root);
  const provenance: PublishedProvenance = {
    study: study.id,
    edition: editionOf(found),
    steps: found.map(({ name, outputs, provenance, report, codeSha256 }) => ({
      name,
      inputs: Object.values(provenance.inputs)
        .flatMap((files) => Object.entries(files).map(([path, sha256]) => ({ path, sha256 })))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
      outputs: outputs.map(({ path, sha256, bytes }) => ({ path, sha256, bytes })),
      code: codeSha256,
      modules: Object.keys(provenance.code.files).length,
      packages: provenance.code.packages,
      ...report,
    })),
  };
  await mkdir(join(layout.root, layout.published), { recursive: true });
  await writeFile(join(layout.root, layout.published, "provenance.json"), `${JSON.stringify(provenance)}\n`);
}

/** Reads the provenance that the last site build wrote, or undefined before the first. */
export async function readProvenance(published: string): Promise<PublishedProvenance | undefined> {
  const file = join(published, "provenance.json");
  return existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as PublishedProvenance) : undefined;
}

function editionOf(steps: readonly { name: string; outputs: readonly { sha256: string }[] }[]): string {
  const results = steps.filter((step) => step.name.startsWith("publish:results"));
  return sha256(JSON.stringify(results.flatMap((step) => step.outputs.map((output) => output.sha256)))).slice(
    0,
    12,
  );
}
