import { posix } from "node:path";
import { withSlash } from "../with-slash.ts";
import { wordsOf } from "../words/words.ts";
import { elementOf } from "./element.ts";

/** Where a page stands among its translations. */
export interface PageLanguages {
  /** Path without extension: `ru/findings/gender/index`. */
  readonly path: string;
  readonly language: string;
  /** The report's languages, the first of them first: its pages have no folder of their own. */
  readonly languages: readonly string[];
  /** Home page's name: the report's title in this language. */
  readonly title: string;
  /** Language to the path of the same page, in the order of the report's languages. */
  readonly translations: Readonly<Record<string, string>>;
  /** The site's address, where it is known. */
  readonly url?: string;
}

/**
 * Leaves the page the navigation of its own language, and adds the switch to the same page in the others with
 * `hreflang`, and the alternates for search engines. A page without translations keeps all as it is.
 */
export function addLanguages(document: Document, page: PageLanguages): void {
  const languages = Object.keys(page.translations);
  addPlaces(document);
  keepOwnNavigation(document, page);
  for (const old of document.querySelectorAll("link[rel='alternate'][hreflang], .languages")) old.remove();
  if (languages.length < 2) return;
  addAlternates(document, page);
  const words = wordsOf(page.language);
  const nav = elementOf(document, "nav", { class: "languages", "aria-label": words.languages });
  for (const language of languages) {
    const link = elementOf(document, "a", {
      lang: language,
      hreflang: language,
      href: addressFrom(page.path, page.translations[language]!),
      ...(language === page.language ? { "aria-current": "true" } : {}),
    });
    link.textContent = wordsOf(language).language;
    nav.append(link);
  }
  (document.querySelector("#observablehq-center") ?? document.body).prepend(nav);
}

/** Search engines take absolute addresses alone; where the site's is not known, the switch's links say the languages. */
function addAlternates(document: Document, { url, translations }: PageLanguages): void {
  if (url === undefined) return;
  const base = withSlash(url);
  const add = (hreflang: string, path: string) => {
    const { href } = new URL(`${path}.html`, base);
    document.head.append(elementOf(document, "link", { rel: "alternate", hreflang, href }));
  };
  for (const [language, path] of Object.entries(translations)) add(language, path);
  add("x-default", Object.values(translations)[0]!);
}

function keepOwnNavigation(document: Document, page: PageLanguages): void {
  const sidebar = document.querySelector("#observablehq-sidebar");
  if (!sidebar) return;
  const home = sidebar.querySelector("a");
  if (home && page.language !== page.languages[0]) {
    home.textContent = page.title;
    home.setAttribute("href", addressFrom(page.path, `${page.language}/index`));
    const isHome = page.path === `${page.language}/index`;
    home.closest("li")?.classList.toggle("observablehq-link-active", isHome);
  }
  for (const link of sidebar.querySelectorAll("ol a[href]")) {
    if (link === home) continue;
    const target = posix.join(posix.dirname(page.path), link.getAttribute("href")!.replace(/\.html$/, ""));
    if (!isOf(page, target)) itemOf(link)?.remove();
  }
  for (const group of sidebar.querySelectorAll("section, details, nav > ol")) {
    if (!group.querySelector("a")) group.remove();
  }
}

/** The list item around a link. JSDOM's `closest` on a link looks up the document's base address anew, which searches the page. */
function itemOf(link: Element): Element | undefined {
  for (let element = link.parentElement; element; element = element.parentElement) {
    if (element.localName === "li") return element;
  }
  return undefined;
}

/** True where a page's path is of the language of this page. */
function isOf(page: PageLanguages, path: string): boolean {
  const folder = path.split("/")[0]!;
  const [first, ...others] = page.languages;
  return page.language === first ? !others.includes(folder) : folder === page.language;
}

/** Anchors that translations of a page share, one a section, so that the switch can keep the reader's place. */
function addPlaces(document: Document): void {
  for (const old of document.querySelectorAll("main .place")) old.remove();
  for (const [index, heading] of document.querySelectorAll("main > h2").entries()) {
    heading.prepend(elementOf(document, "span", { class: "place", id: `s${index + 1}` }));
  }
}

function addressFrom(from: string, to: string): string {
  const address = posix.relative(posix.dirname(from), `${to}.html`);
  return address.startsWith(".") ? address : `./${address}`;
}
