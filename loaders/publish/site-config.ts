import { join } from "node:path";
import type MarkdownIt from "markdown-it";
import { layoutOf } from "../study/layout.ts";
import { loadStudy } from "../study/load.ts";
import { readPublishedTables } from "./block-dictionary.ts";
import { localised, studyBlocks } from "./blocks.ts";
import { figureReader } from "./figure-parts.ts";
import { holdPart } from "./held-parts.ts";
import { literatePage } from "./markdown.ts";
import { navigation } from "./navigation.ts";
import { pageFrame } from "./page-frame.ts";
import { languageOf, readPages } from "./pages.ts";
import { previewParts } from "./preview.ts";
import { readProvenance } from "./provenance.ts";
import { resultReader } from "./published-result.ts";
import { readValidation } from "./validation.ts";

export interface SiteSettings {
  /** Folder of a study other than the workspace's own. */
  readonly study?: string;
  /** Folder to build into; the study's site folder where absent. */
  readonly output?: string;
  /** The site's path on its server. */
  readonly base?: string;
  /** True in a preview, whose pages are not finished. */
  readonly preview?: boolean;
  /** Absolute folder for long HTML that finishing puts in, with header and footer. Without, all stands in the pages at once. */
  readonly held?: string;
}

/**
 * The Observable Framework configuration of a study's report. Nothing in it leaves the site's own origin: no
 * web fonts, no extensions of DuckDB (Framework 1.13 fetches both unless told otherwise).
 */
export async function siteConfig(root: string, settings: SiteSettings) {
  const layout = layoutOf(root, settings.study);
  const study = await loadStudy(join(layout.root, layout.home));
  const published = join(layout.root, layout.published);
  const provenance = await readProvenance(published);
  const first = study.reportLanguages[0] ?? "en";
  const language = (path: string) => languageOf(path, study.reportLanguages);
  const validation = await readValidation(published);
  const { held } = settings;
  const frame = (path: string) =>
    held === undefined ? pageFrame(study, provenance?.edition, language(path)) : undefined;
  return {
    root: layout.pages,
    output: settings.output ?? layout.site,
    base: settings.base ?? "/",
    title: localised(study.title, first),
    pages: navigation(readPages(layout.root, layout.pages, study.reportLanguages), study.reportLanguages),
    style: null,
    globalStylesheets: [],
    duckdb: { extensions: { json: null, parquet: null } },
    // Links name the file, so that they work on a plain file server and from disk.
    preserveIndex: true,
    preserveExtension: true,
    search: false,
    pager: true,
    toc: { label: "On this page" },
    head: () =>
      '<link rel="stylesheet" href="/data/site/report.css"><script type="module" src="/data/site/report.js"></script>',
    header: ({ path }: { path: string }) => frame(path)?.header ?? null,
    footer: ({ path }: { path: string }) => frame(path)?.footer ?? null,
    markdownIt: (md: MarkdownIt) => {
      if (settings.preview === true) previewParts(md, language);
      return literatePage(md, {
        results: resultReader(published),
        figures: figureReader(published, first),
        sources: study.sources,
        blocks: studyBlocks(study, provenance, validation, readPublishedTables(join(published, "tables"))),
        language,
        ...(held === undefined ? {} : { hold: (html: string) => holdPart(html, held) }),
      });
    },
  };
}
