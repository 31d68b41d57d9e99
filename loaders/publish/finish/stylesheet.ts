/** The report's stylesheet in two: the rules, and the faces that come from files. */
export interface SplitStyles {
  /** Everything but those faces; stands in each page. */
  readonly rules: string;
  /** The `@font-face` rules with a `url()`. */
  readonly faces: string;
}

/** A page's part of them: the rules, and the name of the file with the faces of its language, beside the stylesheet's own. */
export interface PageStyles {
  readonly rules: string;
  readonly faces: string;
}

const face = /@font-face\{[^}]*url\([^}]*\}/g;

/**
 * Splits a stylesheet that esbuild has minified. Throws where the rules could end a `<style>` early, or name a file: its
 * address would lead nowhere from a page.
 */
export function splitStyles(css: string): SplitStyles {
  const rules = css.replace(face, "").trim();
  const odd = /<\/style|url\((?!"?(?:data:|#))/i.exec(rules)?.[0];
  if (odd !== undefined)
    throw new Error(
      `found ${odd} in the report's stylesheet, expected neither it nor files other than fonts`,
    );
  return { rules, faces: (css.match(face) ?? []).join("") };
}

/**
 * The page's HTML with the rules in place of the link that asks for them: a browser paints the first lines when they arrive,
 * and does not wait for a second file. As text: a parser would read the rules for nothing.
 */
export function withStyles(html: string, link: string, rules: string): string {
  const at = html.indexOf(link);
  if (at === -1) throw new Error(`found no ${link} in the page, expected it`);
  return `${html.slice(0, at)}<style>${rules}</style>${html.slice(at + link.length)}`;
}
