import { posix } from "node:path";
import { withSlash } from "../with-slash.ts";
import { elementOf } from "./element.ts";
import { addMeta, addProperty, setMeta } from "./head.ts";

/** What the report is, for those who cite it. A study fits. */
export interface ReportIdentity {
  readonly title: Readonly<Record<string, string>>;
  /** The first is the default. */
  readonly reportLanguages: readonly string[];
  readonly citation: {
    readonly authors: readonly string[];
    readonly publisher?: string;
    /** ISO date of the edition. */
    readonly issued?: string;
    /** SPDX identifier or address. */
    readonly licence?: string;
  };
}

export interface CitationContext {
  readonly path: string;
  readonly url?: string;
  readonly language: string;
  readonly description?: string;
  /** The page's card, as a path below the site's root. */
  readonly card?: string;
  /** Names of the published tables' Parquet files. */
  readonly tables?: readonly string[];
  readonly study: ReportIdentity;
}

/**
 * Citation metadata: Highwire Press tags (what Google Scholar and Zotero read), Dublin Core terms, and JSON-LD
 * (schema.org Report; WebPage for the pages inside it). A canonical link only where the site's address is known.
 */
export function addCitation(document: Document, context: CitationContext): void {
  const { study, language, path, url } = context;
  const { authors, publisher, issued, licence } = study.citation;
  const reportTitle = study.title[language] ?? Object.values(study.title)[0] ?? "";
  const heading = document.querySelector("main h1")?.textContent?.trim() || document.title;
  const isFront = path === "index" || path === `${language}/index`;
  const title = isFront ? reportTitle : heading;
  const description = context.description ?? firstParagraph(document);
  const address = url ? new URL(path.replace(/(^|\/)index$/, "$1"), withSlash(url)).href : undefined;

  for (const old of document.querySelectorAll("meta[name^='citation_'], meta[name^='dcterms.']"))
    old.remove();
  setMeta(document, "description", description);
  addMeta(document, "citation_title", title);
  for (const author of authors) addMeta(document, "citation_author", author);
  if (issued) addMeta(document, "citation_publication_date", issued.replaceAll("-", "/"));
  if (publisher) addMeta(document, "citation_technical_report_institution", publisher);
  addMeta(document, "citation_language", language);
  if (address) addMeta(document, "citation_public_url", address);

  addMeta(document, "dcterms.title", title);
  for (const author of authors) addMeta(document, "dcterms.creator", author);
  if (publisher) addMeta(document, "dcterms.publisher", publisher);
  if (issued) addMeta(document, "dcterms.issued", issued);
  addMeta(document, "dcterms.language", language);
  if (!isFront) addMeta(document, "dcterms.isPartOf", reportTitle);
  if (licence) addMeta(document, "dcterms.license", licenceAddress(licence));

  for (const old of document.querySelectorAll("meta[property^='og:']")) old.remove();
  addProperty(document, "og:type", isFront ? "website" : "article");
  addProperty(document, "og:title", title);
  if (description) addProperty(document, "og:description", description);
  addProperty(document, "og:site_name", reportTitle);
  addProperty(document, "og:locale", language);
  if (address) addProperty(document, "og:url", address);
  if (context.card !== undefined) {
    // Readers of shared links want an absolute address; a relative one is right as a link all the same.
    const image = url
      ? new URL(context.card, withSlash(url)).href
      : posix.relative(posix.dirname(path), context.card);
    addProperty(document, "og:image", image);
    addProperty(document, "og:image:width", "1200");
    addProperty(document, "og:image:height", "630");
    addProperty(document, "og:image:alt", title);
    document.querySelector("meta[name='twitter:card']")?.remove();
    addMeta(document, "twitter:card", "summary_large_image");
  }

  for (const old of document.querySelectorAll("link[rel='canonical']")) old.remove();
  if (address && !/(^|\/)404$/.test(path)) {
    document.head.append(elementOf(document, "link", { rel: "canonical", href: address }));
  }

  const report = {
    "@type": "Report",
    name: reportTitle,
    author: authors.map(authorOf),
    ...(publisher ? { publisher: { "@type": "Organization", name: publisher } } : {}),
    ...(issued ? { datePublished: issued } : {}),
    ...(licence ? { license: licenceAddress(licence) } : {}),
    ...(url ? { url: withSlash(url) } : {}),
    inLanguage: [...study.reportLanguages],
  };
  const described = isFront
    ? {
        "@context": "https://schema.org",
        ...report,
        ...(description ? { abstract: description } : {}),
        hasPart: datasetOf(context, reportTitle),
      }
    : {
        "@context": "https://schema.org",
        "@type": "WebPage",
        name: title,
        inLanguage: language,
        ...(description ? { description } : {}),
        ...(address ? { url: address } : {}),
        isPartOf: report,
        ...figureData(document, context),
      };
  document.querySelector("script[type='application/ld+json']")?.remove();
  const script = elementOf(document, "script", { type: "application/ld+json" });
  script.textContent = JSON.stringify(described).replaceAll("<", "\\u003c");
  document.head.append(script);
}

/** The published tables as a schema.org Dataset. */
function datasetOf(
  { path, url, study, tables = [] }: CitationContext,
  title: string,
): Record<string, unknown> {
  const { authors, licence } = study.citation;
  const file = (name: string) =>
    url
      ? new URL(`data/tables/${name}`, withSlash(url)).href
      : posix.relative(posix.dirname(path), `data/tables/${name}`);
  return {
    "@type": "Dataset",
    name: `${title}: counted tables`,
    description:
      "Counts behind every figure of the report, small ones withheld, as Parquet files with the SQL that opens them.",
    creator: authors.map(authorOf),
    isAccessibleForFree: true,
    ...(licence ? { license: licenceAddress(licence) } : {}),
    distribution: [
      { "@type": "DataDownload", encodingFormat: "application/sql", contentUrl: file("load.sql") },
      ...tables.map((table) => ({
        "@type": "DataDownload",
        name: table.replace(/\.parquet$/, ""),
        encodingFormat: encodings.parquet,
        contentUrl: file(table),
      })),
    ],
  };
}

const encodings: Readonly<Record<string, string>> = {
  csv: "text/csv",
  parquet: "application/vnd.apache.parquet",
};

/** The rows behind each figure of a page as schema.org Datasets, by the downloads that its Method offers. */
function figureData(document: Document, { path, url }: CitationContext): Record<string, unknown> {
  const parts = [...document.querySelectorAll("main figure.figure[id]")].flatMap((figure) => {
    const distribution = [...figure.querySelectorAll(".downloads a[download]")].flatMap((link) => {
      const href = link.getAttribute("href") ?? "";
      const encodingFormat = encodings[/\.(csv|parquet)$/.exec(href)?.[1] ?? ""];
      if (encodingFormat === undefined) return [];
      const contentUrl = url ? new URL(posix.join(posix.dirname(path), href), withSlash(url)).href : href;
      return [{ "@type": "DataDownload", encodingFormat, contentUrl }];
    });
    const name = figure.querySelector(".figure-title")?.firstChild?.textContent?.trim();
    return distribution.length === 0 ? [] : [{ "@type": "Dataset", name, distribution }];
  });
  return parts.length === 0 ? {} : { hasPart: parts };
}

/** `Family, Given` is a person; every other name an organisation. */
function authorOf(name: string): Record<string, string> {
  const [family, given] = name.split(", ");
  return given === undefined
    ? { "@type": "Organization", name }
    : { "@type": "Person", name: `${given} ${family}` };
}

/** `CC-BY-4.0` becomes its page at spdx.org; an address stays. */
function licenceAddress(licence: string): string {
  return /^https?:/.test(licence) ? licence : `https://spdx.org/licenses/${encodeURIComponent(licence)}`;
}

/** The page's first paragraph outside notices and figures, cut at a word to at most 200 characters. */
function firstParagraph(document: Document): string | undefined {
  for (const paragraph of document.querySelectorAll("main p")) {
    if (paragraph.closest("aside, figure, .edition, .synthetic")) continue;
    const text = (paragraph.textContent ?? "").replace(/\s+/g, " ").trim();
    if (text.length <= 200) return text || undefined;
    return `${text.slice(0, 200).replace(/\s+\S*$/, "")}…`;
  }
  return undefined;
}
