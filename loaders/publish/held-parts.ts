import type { FigureReader } from "./figure-parts.ts";

/** Parts of a figure that Framework need not read. */
export type HeldPart = "chart" | "table";

/** What Framework rewrites or collects in a page's HTML: addresses, code, headings, scripts and its own elements. */
const concernsFramework = /\s(?:href|src|srcset|name)\s*=|<(?:code|h[1-4]|script|observablehq-)/i;

/**
 * What stands for a figure's chart or table while Framework builds: a comment, which finishing replaces. Framework
 * parses each page's text three times, and these are most of a page. A part in which Framework has anything to do stays.
 */
export function heldPart(part: HeldPart, query: string, language: string, html: string): string {
  if (html === "" || concernsFramework.test(html)) return html;
  // Two hyphens would end the comment.
  return `<!--held ${part} ${language} ${encodeURIComponent(query).replaceAll("-", "%2D")}-->`;
}

/** The page with its held parts. Throws where a part is gone. */
export function withHeldParts(html: string, figures: FigureReader): string {
  return html.replace(
    /<!--held (chart|table) (\S+) (\S+)-->/g,
    (_comment, part: HeldPart, language: string, name: string) => {
      const query = decodeURIComponent(name);
      const found = figures(query, language)?.[part];
      if (found === undefined) {
        throw new Error(
          `found no figure ${query} in ${language}, which was there when the page was built: build the site again`,
        );
      }
      return found;
    },
  );
}
