/** The report's stylesheet as a page holds it: the link that asks for it, and its text with the page's own addresses. */
export interface PageStyles {
  readonly link: string;
  readonly text: string;
}

/**
 * The stylesheet for a page that holds it in place of a link: a browser then paints the first lines when they arrive, and
 * does not wait for a second file, which shares the line with the rest of the page. `css`: the text of the file, whose
 * addresses begin with `./`. Undefined where the page has no link to it. Throws where the text could end the element early.
 */
export function pageStyles(document: Document, css: string): PageStyles | undefined {
  const link = document.querySelector("link[rel='stylesheet'][href*='/data/site/report']");
  if (link === null) return undefined;
  if (/<\/style/i.test(css)) throw new Error("found </style in the report's stylesheet, expected none");
  const folder = link.getAttribute("href")!.replace(/[^/]*$/, "");
  return { link: link.outerHTML, text: css.trim().replaceAll('url("./', `url("${folder}`) };
}

/** The page's HTML with the stylesheet in place of its link. As text: a parser would read the rules for nothing. */
export function withStyles(html: string, { link, text }: PageStyles): string {
  const at = html.indexOf(link);
  if (at === -1) throw new Error(`found no ${link} in the page, expected it`);
  return `${html.slice(0, at)}<style>${text}</style>${html.slice(at + link.length)}`;
}
