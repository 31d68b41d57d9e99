const cyrillic = new Set(["ru", "kk"]);

/**
 * Asks for the text face of the page's language together with the stylesheet, not after it. The addresses
 * follow from the stylesheet's, beside which the fonts stand.
 */
export function addFontPreloads(document: Document, language: string): void {
  const sheet = document.querySelector<HTMLLinkElement>("link[rel='stylesheet'][href*='/data/site/report']");
  if (!sheet) return;
  const folder = sheet.getAttribute("href")!.replace(/[^/]*$/, "fonts/");
  const subsets = cyrillic.has(language) ? ["cyrillic", "latin"] : ["latin"];
  for (const subset of subsets) {
    const href = `${folder}source-serif-4-${subset}-wght-normal.woff2`;
    if (document.querySelector(`link[rel='preload'][href='${href}']`)) continue;
    const link = document.createElement("link");
    link.rel = "preload";
    link.setAttribute("as", "font");
    link.type = "font/woff2";
    link.setAttribute("crossorigin", "");
    link.setAttribute("href", href);
    sheet.before(link);
  }
}
