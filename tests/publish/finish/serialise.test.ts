import fc from "fast-check";
import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { serialise } from "../../../loaders/publish/finish/serialise.ts";
import { escapeHtml } from "../../../loaders/publish/html.ts";

/** A page that says a text in each place where one may stand. */
function pageOf(text: string): string {
  const safe = escapeHtml(text);
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${safe}</title><meta name="description" content="${safe}"><script>if (1 < 2 && "&amp;") {}</script></head><body><p title="${safe}" hidden="">${safe}<br>&nbsp;<img alt="${safe}" src="x"></p><figure aria-label="${safe}"><svg viewBox="0 0 1 1"><title>${safe}</title><text x="0" data-of="${safe}">${safe}</text></svg></figure><table><tbody><tr><td>${safe}</td></tr></tbody></table><noscript class="later"><b>${safe}</b></noscript><!-- note --></body></html>`;
}

/** The same by another parser and writer. */
function byJsdom(html: string): string {
  return new JSDOM(html).window.document.documentElement.outerHTML;
}

function bySerialise(html: string): string {
  return serialise(parseHTML(html).document.documentElement);
}

test.each([
  '</title><script>document.title="run"</script>',
  '"><img src=x onerror="run()">',
  "&lt;b&gt; &amp;amp; &copy=1&nbsp;&#60;",
  "a\u00a0b 'c' `d` \u2028",
  "--> <!-- ]]> </noscript></svg></style>",
])("a text stays text wherever it stands, as jsdom writes it: %s", (text) => {
  const html = pageOf(text);
  expect(bySerialise(html)).toBe(byJsdom(html));
  const { document } = new JSDOM(bySerialise(html)).window;
  expect(document.querySelector("title")!.textContent).toBe(text);
  expect(document.querySelector("p")!.getAttribute("title")).toBe(text);
  expect(document.querySelectorAll("script, img")).toHaveLength(2);
});

test("any text is written as jsdom writes it, and read and written again it is the same", () => {
  const sign = fc.constantFrom(
    "<",
    ">",
    "&",
    '"',
    "'",
    "/",
    "!",
    "-",
    "a",
    "title",
    "script",
    "amp;",
    "lt",
    "#60;",
    "\u00a0",
    " ",
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
      const html = pageOf(signs.join(""));
      const once = bySerialise(html);
      expect(once).toBe(byJsdom(html));
      expect(bySerialise(`<!DOCTYPE html>${once}`)).toBe(once);
    }),
    { numRuns: 50 },
  );
});

test("names of SVG that have capitals lose them, and have them again where a page is read", () => {
  const html = `<!DOCTYPE html><html><head></head><body><svg viewBox="0 0 1 1"><clipPath id="c"></clipPath></svg></body></html>`;
  expect(bySerialise(html)).toContain('<svg viewBox="0 0 1 1"><clippath');
  expect(byJsdom(bySerialise(html))).toBe(byJsdom(html));
});
