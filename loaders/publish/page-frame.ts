import { localised } from "./blocks.ts";
import type { ReportIdentity } from "./finish/citation.ts";
import { escapeHtml } from "./html.ts";
import { wordsOf } from "./words/words.ts";

/** What stands above and below every page of a language. */
export interface PageFrame {
  readonly header: string | null;
  readonly footer: string;
}

export interface FramedStudy extends ReportIdentity {
  readonly synthetic: boolean;
}

/** The notice of a synthetic corpus, and the report's imprint with the edition's short hash. */
export function pageFrame(study: FramedStudy, edition: string | undefined, language: string): PageFrame {
  return { header: syntheticNotice(study, language), footer: imprint(study, edition, language) };
}

/**
 * Puts a frame into a page that Framework 1.13.4 built without one, where and as it does itself: it would parse
 * the same header and footer six times a page.
 */
export function withFrame(html: string, { header, footer }: PageFrame): string {
  const centre = '<div id="observablehq-center">';
  const opening = '\n<header id="observablehq-header">';
  const [before, after, ...more] = html.split(centre);
  const end = after?.lastIndexOf("</main>") ?? -1;
  if (after === undefined || more.length > 0 || end < 0) {
    throw new Error(
      `found a page without one ${centre} around a <main>, expected what Framework 1.13.4 writes`,
    );
  }
  const [main, rest] = [after.slice(0, end + "</main>".length), after.slice(end + "</main>".length)];
  // A page's own header or footer, of its front matter, stays instead.
  const above = header === null || main.startsWith(opening) ? "" : `${opening}\n${header}\n</header>`;
  const below = rest.includes("</div>\n</footer>")
    ? rest
    : rest.includes("\n</footer>")
      ? rest.replace("\n</footer>", () => `\n<div>${footer}</div>\n</footer>`)
      : `\n<footer id="observablehq-footer">\n<div>${footer}</div>\n</footer>${rest}`;
  return `${before}${centre}${above}${main}${below}`;
}

function syntheticNotice(study: FramedStudy, language: string): string | null {
  if (!study.synthetic) return null;
  const { name, text } = wordsOf(language).synthetic;
  return `<aside class="synthetic" role="note"><strong>${escapeHtml(name)}</strong> ${escapeHtml(text)}</aside>`;
}

function imprint(study: FramedStudy, edition: string | undefined, language: string): string {
  const { authors, publisher, licence } = study.citation;
  const made = [authors.join(", "), publisher].filter((part) => part !== undefined && part !== "").join(", ");
  const known = edition === undefined ? "" : ` ${wordsOf(language).edition} <code>${edition}</code>.`;
  const terms = licence === undefined ? "" : ` ${escapeHtml(licence)}.`;
  return `<div class="edition"><p>${escapeHtml(localised(study.title, language))}. ${escapeHtml(made)}.${known}${terms}</p></div>`;
}
