import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type { Study } from "../study/study.ts";
import { type CheckedClaim, checkPage, type PageFault } from "./page/check-page.ts";
import { translationFaults } from "./page/translations.ts";
import { readPages } from "./pages.ts";
import { resultReader } from "./published-result.ts";

export interface PagesReport {
  readonly pages: number;
  readonly claims: readonly CheckedClaim[];
  readonly faults: readonly PageFault[];
  /** True if a page has Framework's own code cells. */
  readonly cells: boolean;
}

const codeCell = /^ {0,3}(?:`{3,}|~{3,}) *(?:jsx?|tsx?|sql|html|svg|tex|dot|mermaid)\b(?!.*run=false)|\$\{/m;

/**
 * Checks every page of a report: each claim against its result, each cited figure against its source, numbers
 * that have neither, and figures that name no query. A page with `numbers: free` in its front matter (a
 * methodology page, whose numbers are definitions) is not searched for bare numbers.
 */
export function checkPages(root: string, pages: string, published: string, study: Study): PagesReport {
  const results = resultReader(join(root, published));
  const sources = new Map(
    study.sources.map((source) => [
      source.id,
      { facts: source.facts ?? {}, statements: source.statements ?? {} },
    ]),
  );
  const faults: PageFault[] = [];
  const claims: CheckedClaim[] = [];
  const found = readPages(root, pages, study.reportLanguages);
  for (const page of found) {
    const checked = checkPage(page.source, {
      language: page.language,
      results,
      sources: (id) => sources.get(id),
      checkBareNumbers: page.frontMatter.numbers !== "free",
    });
    faults.push(...checked.faults);
    claims.push(...checked.claims);
    for (const query of page.figures) {
      if (existsSync(join(root, published, "figures", `${query}.json`))) continue;
      const at = page.source.text.indexOf(query);
      faults.push({
        file: page.source.file,
        line: page.source.lineOf(Math.max(0, at)),
        kind: "claim",
        message: `::: figure ${query}: found no such query, expected a file ${posix.join(pages, `${query}.sql`)}`,
      });
    }
  }
  faults.push(...translationFaults(found, study.reportLanguages));
  const cells = found.some(({ source }) => codeCell.test(source.text));
  return { pages: found.length, claims, faults, cells };
}
