import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../pipeline/hash.ts";

/** Shorter HTML is parsed sooner than it is put aside. */
const worthHolding = 1000;

/** What Framework rewrites or collects in a page's HTML: addresses, code in colours, headings, scripts, its own elements. */
const concernsFramework = /\s(?:href|src|srcset)\s*=|language-|<(?:h[1-4]|script|observablehq-)|<!--/i;

/**
 * Puts ready HTML of a page aside while Framework builds, as a file in `folder`; a comment holds its place.
 * Framework parses each page three times, and charts and tables, in which it changes nothing, are most of a page. HTML
 * in which Framework has anything to do is returned as it is.
 */
export function holdPart(html: string, folder: string): string {
  if (html.length < worthHolding || concernsFramework.test(html)) return html;
  const name = sha256(html);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.html`), html);
  return `<!--held ${name}-->`;
}

/** The page with its held parts. Throws where a part is gone. */
export function withHeldParts(html: string, folder: string): string {
  return html.replace(/<!--held ([0-9a-f]{64})-->/g, (_comment, name: string) =>
    readFileSync(join(folder, `${name}.html`), "utf8"),
  );
}
