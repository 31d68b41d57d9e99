import { parseHTML } from "linkedom";
import { languageOf } from "../pages.ts";
import { type Section, sectionsOf } from "../search/sections.ts";
import { wordsOf } from "../words/words.ts";
import { addCitation, type ReportIdentity } from "./citation.ts";
import { addCiteBoxes } from "./cite-box.ts";
import { addEditor } from "./editor.ts";
import { elementOf } from "./element.ts";
import { addExplorer } from "./explorer.ts";
import { addFaces } from "./fonts.ts";
import { setMeta } from "./head.ts";
import { imageFaults, mendCharts, mendLandmarks, mendScrollBoxes } from "./landmarks.ts";
import { addLanguages } from "./languages.ts";
import { putOff } from "./later.ts";
import { resolveNotFound } from "./not-found.ts";
import { addPaperParts } from "./paper.ts";
import { contentPolicy } from "./policy.ts";
import { dropIdleRuntime, hasRuntime, withoutModificationTimes, yieldToPaint } from "./runtime.ts";
import { addSearchBox } from "./search-box.ts";
import { serialise } from "./serialise.ts";
import { type PageStyles, withStyles } from "./stylesheet.ts";

export interface PageInfo {
  /** BCP-47; otherwise the path's first folder where it is a report language, else the first report language. */
  readonly language?: string;
  /** One sentence for search engines; otherwise the page's first paragraph. */
  readonly description?: string;
  /** Language to the path of the same page in it, this page's own included. */
  readonly translations?: Readonly<Record<string, string>>;
  /** The edition's short hash. */
  readonly edition?: string;
  /** The page's card, as a path below the site's root. */
  readonly card?: string;
  /** Names of the published tables' Parquet files, for the front pages. */
  readonly tables?: readonly string[];
  /** True where the page compiles WebAssembly (the query editor). */
  readonly wasm?: boolean;
}

export interface PageContext extends PageInfo {
  /** Path without extension: `findings/gender/index`. */
  readonly path: string;
  readonly base: string;
  readonly url?: string;
  readonly study: ReportIdentity;
  /** The explorer's code, as a path below the site's root. */
  readonly explorer?: string;
  /** The report's stylesheet, for the page to hold; without it the page asks for the file. */
  readonly styles?: PageStyles;
}

// The waveform of the sidebar, in a colour that shows on light and dark tabs.
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'%3E%3Cpath d='M2 8v4M6 4v12M10 1v18M14 5v10M18 8v4' stroke='%232a8fa3' stroke-width='2.6' stroke-linecap='round'/%3E%3C/svg%3E";

export interface FinishedPage {
  readonly html: string;
  /** Images without alternative text. */
  readonly faults: string[];
  /** What the search reads of the page. */
  readonly sections: Section[];
}

/** One page as it is published. Pure: the same text and context give the same bytes. */
export function finishPage(html: string, context: PageContext): FinishedPage {
  const { document } = parseHTML(html);
  // The parser begins a new text at each character reference.
  document.documentElement.normalize();
  const language = context.language ?? languageOf(context.path, context.study.reportLanguages);
  const words = wordsOf(language);

  document.documentElement.setAttribute("lang", language);
  setMeta(document, "viewport", "width=device-width, initial-scale=1");
  setMeta(document, "color-scheme", "light dark");
  if (!document.querySelector("link[rel='icon']")) {
    document.head.append(elementOf(document, "link", { rel: "icon", href: icon }));
  }

  if (/(^|\/)404$/.test(context.path)) resolveNotFound(document, context.base);
  dropIdleRuntime(document);
  for (const script of document.querySelectorAll("script:not([src])")) {
    const stable = withoutModificationTimes(script.textContent ?? "");
    if (stable !== script.textContent) script.textContent = stable;
  }
  yieldToPaint(document);
  const sheet = document.querySelector("link[rel='stylesheet'][href*='/data/site/report']");
  const styles = sheet === null ? undefined : context.styles;
  if (styles !== undefined) addFaces(sheet!, styles.faces);
  addLanguages(document, {
    path: context.path,
    language,
    languages: context.study.reportLanguages,
    title: context.study.title[language] ?? Object.values(context.study.title)[0] ?? "",
    translations: context.translations ?? {},
    ...(context.url === undefined ? {} : { url: context.url }),
  });
  addPaperParts(document, language);
  addSearchBox(document, context.path, language);
  addCiteBoxes(document, { ...context, language });
  addExplorer(document, context);
  const runs = addEditor(document, context.path, language);
  mendLandmarks(document, words);
  mendScrollBoxes(document, words);
  mendCharts(document);
  addCitation(document, { ...context, language });
  const sections = sectionsOf(context.path, document);
  putOff(document);

  const policy = contentPolicy(document, {
    wasm: runs || (context.wasm ?? false),
    cells: hasRuntime(document),
    styles: styles === undefined ? [] : [styles.rules],
  });
  document.querySelector("meta[http-equiv='Content-Security-Policy']")?.remove();
  const meta = elementOf(document, "meta", { "http-equiv": "Content-Security-Policy", content: policy });
  // Before anything that loads; after the encoding, which must stand in the first kilobyte.
  (document.querySelector("meta[charset]") ?? document.head.firstChild!).after(meta);

  tidyWhiteSpace(document);
  const serialised = `<!DOCTYPE html>${serialise(document.documentElement)}\n`;
  return {
    html: styles === undefined ? serialised : withStyles(serialised, serialise(sheet!), styles.rules),
    faults: imageFaults(document),
    sections,
  };
}

/**
 * One element a line in the head, one line break before the body and after its last element: so that a second finishing
 * adds none.
 */
function tidyWhiteSpace(document: Document): void {
  const { documentElement, head, body } = document;
  for (const node of [...documentElement.childNodes, ...head.childNodes])
    if (node.nodeType === node.TEXT_NODE) node.remove();
  for (const element of [...head.children]) element.before("\n");
  head.append("\n");
  body.before("\n");
  body.normalize();
  const last = body.lastChild;
  if (last?.nodeType === last?.TEXT_NODE && last?.textContent?.trim() === "") last?.remove();
  body.append("\n");
}
