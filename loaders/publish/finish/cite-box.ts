import { withSlash } from "../with-slash.ts";
import { wordsOf } from "../words/words.ts";
import type { ReportIdentity } from "./citation.ts";
import { apa, bibtex, type CitedWork, csl } from "./cite-forms.ts";

export interface CiteContext {
  readonly path: string;
  readonly language: string;
  readonly url?: string;
  readonly edition?: string;
  readonly study: ReportIdentity;
}

/**
 * How to cite the page, at its end, and each figure, in its Method: APA, BibTeX, CSL-JSON. Gives each figure a link to
 * itself. The 404 page gets none.
 */
export function addCiteBoxes(document: Document, context: CiteContext): void {
  for (const old of document.querySelectorAll(".cite, .permalink")) old.remove();
  const main = document.querySelector("main");
  if (!main || /(^|\/)404$/.test(context.path)) return;
  const words = wordsOf(context.language).cite;
  const page = citedPage(document, context);
  for (const figure of main.querySelectorAll("figure.figure[id]")) {
    const name = figure.querySelector(".figure-title");
    const title = name?.textContent?.trim() ?? "";
    const url = page.url === undefined ? undefined : `${page.url}#${figure.id}`;
    const work: CitedWork = {
      ...page,
      title,
      container: page.container ?? page.title,
      ...(url === undefined ? {} : { url }),
    };
    figure.querySelector(".method")?.append(boxOf(document, words.figure, title, work));
    const link = document.createElement("a");
    link.className = "permalink";
    link.setAttribute("href", `#${figure.id}`);
    link.setAttribute("aria-label", `${words.permalink}: ${title}`);
    link.textContent = "#";
    name?.append(link);
  }
  main.append(boxOf(document, words.page, page.title, page));
}

function citedPage(document: Document, { path, language, url, edition, study }: CiteContext): CitedWork {
  const words = wordsOf(language);
  const report = study.title[language] ?? Object.values(study.title)[0] ?? "";
  const isFront = path === "index" || path === `${language}/index`;
  const heading = document.querySelector("main h1")?.textContent?.trim() ?? report;
  const { authors, issued, publisher } = study.citation;
  return {
    authors,
    title: isFront ? report : heading,
    language,
    words: { undated: words.cite.undated, edition: words.edition },
    ...(isFront ? {} : { container: report }),
    ...(issued === undefined ? {} : { issued }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(edition === undefined ? {} : { edition }),
    ...(url === undefined ? {} : { url: new URL(`${path}.html`, withSlash(url)).href }),
  };
}

function boxOf(document: Document, label: string, title: string, work: CitedWork): HTMLElement {
  const box = document.createElement("details");
  box.className = "cite";
  const summary = document.createElement("summary");
  summary.textContent = label;
  const of = document.createElement("span");
  of.className = "visually-hidden";
  of.textContent = `: ${title}`;
  summary.append(of);
  const text = document.createElement("p");
  text.textContent = apa(work);
  box.append(summary, text);
  for (const [name, form] of [
    ["BibTeX", bibtex(work)],
    ["CSL-JSON", csl(work)],
  ] as const) {
    const heading = document.createElement("p");
    heading.className = "cite-form";
    heading.textContent = name;
    const code = document.createElement("pre");
    code.setAttribute("tabindex", "0");
    code.setAttribute("role", "group");
    code.setAttribute("aria-label", `${name}: ${title}`);
    code.textContent = form;
    box.append(heading, code);
  }
  return box;
}
