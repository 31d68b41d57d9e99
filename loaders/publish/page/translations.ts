import type { Page } from "../pages.ts";
import type { PageFault } from "./check-page.ts";
import { claimScheme, sourceScheme } from "./links.ts";
import { sentenceLinks } from "./sentence-links.ts";

/**
 * Checks that each page stands in every language of the report, with the same figures, the same claims and the same
 * sources: a translation that says less, or other numbers, is a fault. Pages that are the same for all (404) and
 * pages that are not in the first language are named too.
 *
 * @param languages the report's languages, the first of them first
 */
export function translationFaults(pages: readonly Page[], languages: readonly string[]): PageFault[] {
  const [first, ...others] = languages;
  const originals = pages.filter((page) => page.language === first && page.place !== "404");
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const places = new Set(originals.map((page) => page.place));
  const strays = pages
    .filter((page) => page.language !== first && !places.has(page.place))
    .map((page) => fault(page, `found a page that is not in ${first}, expected ${page.place}.md beside it`));
  return [
    ...strays,
    ...others.flatMap((language) =>
      originals.flatMap((page) => {
        const translation = byPath.get(`${language}/${page.place}`);
        return translation === undefined
          ? [fault(page, `found no translation, expected the page ${language}/${page.place}.md`)]
          : compare(page, translation);
      }),
    ),
  ];
}

function compare(page: Page, translation: Page): PageFault[] {
  const parts: [string, readonly string[], readonly string[]][] = [
    ["figure", page.figures, translation.figures],
    ["claim", links(page, claimScheme), links(translation, claimScheme)],
    ["source", links(page, sourceScheme), links(translation, sourceScheme)],
  ];
  return parts.flatMap(([kind, own, said]) => {
    const missing = without(own, said).map(
      (name) => `found no ${kind} ${name}, which ${page.source.file} has`,
    );
    const extra = without(said, own).map((name) => `found ${kind} ${name}, which ${page.source.file} lacks`);
    return [...missing, ...extra].map((message) => fault(translation, message));
  });
}

function links(page: Page, scheme: string): string[] {
  return sentenceLinks(page.source)
    .map(({ href }) => href)
    .filter((href) => href.startsWith(scheme));
}

/** Members of `all` that `taken` lacks, each as often as it is missing. */
function without(all: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return all.filter((name) => {
    const at = left.indexOf(name);
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
}

function fault(page: Page, message: string): PageFault {
  return { file: page.source.file, line: 1, kind: "translation", message };
}
