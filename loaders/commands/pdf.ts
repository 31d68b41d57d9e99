import { existsSync, readdirSync } from "node:fs";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, posix, resolve } from "node:path";
import { localised } from "../publish/blocks.ts";
import { findChromium } from "../publish/pdf/chromium.ts";
import { printPdf } from "../publish/pdf/print.ts";
import { readingOrder, wholeReport } from "../publish/pdf/whole-report.ts";
import { readProvenance } from "../publish/provenance.ts";
import { wordsOf } from "../publish/words/words.ts";
import { layoutOf } from "../study/layout.ts";
import { loadStudy } from "../study/load.ts";
import { type Command, exitCodes, exitHelp, studyHelp, studyOption, text } from "./command.ts";

export const pdf: Command = {
  name: "pdf",
  summary: "write the whole report as one PDF in each language, from the built site",
  help: `npm run pdf -- [--study DIR] [--output DIR]

Joins the pages of the built site (npm run build) to one document in each language of the report and prints it
with a Chromium, found by CHROMIUM_PATH or on PATH: a tagged PDF with bookmarks, page numbers and text
alternatives. Writes report-LANGUAGE.pdf.

${studyHelp}
  --output DIR   where to write (default: the site's folder)

${exitHelp}`,
  options: { ...studyOption, output: { type: "string" } },
  async run(values, terminal) {
    const layout = layoutOf(terminal.root, text(values, "study"));
    const study = await loadStudy(join(layout.root, layout.home));
    const site = join(layout.root, layout.site);
    if (!existsSync(join(site, "index.html"))) {
      terminal.warn(`pdf: found no site in ${layout.site}/, expected index.html: run npm run build`);
      return exitCodes.fault;
    }
    const executable = findChromium(terminal.env);
    if (executable === undefined) {
      terminal.warn("pdf: found no Chromium, expected one on PATH or its path in CHROMIUM_PATH");
      return exitCodes.fault;
    }
    const stylesheet = readdirSync(join(site, "_file/data/site")).find((name) =>
      /^report\..*css$/.test(name),
    );
    if (stylesheet === undefined) {
      terminal.warn(`pdf: found no stylesheet in ${layout.site}/_file/data/site: run npm run build`);
      return exitCodes.fault;
    }
    const output = text(values, "output") ?? layout.site;
    await mkdir(resolve(layout.root, output), { recursive: true });
    const provenance = await readProvenance(join(layout.root, layout.published));
    const { authors, publisher } = study.citation;
    const files: { language: string; pages: number; html: string; pdf: string }[] = [];
    for (const [index, language] of study.reportLanguages.entries()) {
      const front = index === 0 ? "index" : `${language}/index`;
      const paths = readingOrder(front, await readFile(join(site, `${front}.html`), "utf8"));
      const pages = await Promise.all(
        paths.map(async (path) => ({ path, html: await readFile(join(site, `${path}.html`), "utf8") })),
      );
      const edition = provenance === undefined ? [] : [`${wordsOf(language).edition} ${provenance.edition}`];
      const html = join(site, `report-${language}.partial.html`);
      await writeFile(
        html,
        wholeReport({
          pages,
          language,
          title: localised(study.title, language),
          imprint: [authors.join(", "), ...(publisher === undefined ? [] : [publisher]), ...edition],
          stylesheet: posix.join("_file/data/site", stylesheet),
        }),
      );
      files.push({
        language,
        pages: pages.length,
        html,
        pdf: resolve(layout.root, output, `report-${language}.pdf`),
      });
    }
    try {
      await printPdf(executable, files);
    } finally {
      for (const { html } of files) await rm(html, { force: true });
    }
    for (const { language, pages, pdf: file } of files) {
      const { size } = await stat(file);
      terminal.print(
        `pdf: wrote ${output}/report-${language}.pdf, ${pages} pages of the site, ${Math.round(size / 1000).toLocaleString("en")} kB.`,
      );
    }
    return exitCodes.done;
  },
};
