/** The cuts of a face (`src/style/fonts.css`) whose letters the pages of a language use. */
const alphabets: Readonly<Record<string, readonly string[]>> = {
  kk: ["kazakh", "cyrillic", "latin"],
  ru: ["cyrillic", "latin"],
};

const faces = ["source-serif-4", "inter"];

/**
 * Asks for the upright faces of the page's language together with the stylesheet, not after it: a browser takes a
 * face of `font-display: optional` only if it is there for the first paint, so that no line breaks anew under the
 * reader. The addresses follow from the stylesheet's, beside which the fonts stand.
 */
export function addFontPreloads(document: Document, language: string): void {
  const sheet = document.querySelector<HTMLLinkElement>("link[rel='stylesheet'][href*='/data/site/report']");
  if (!sheet) return;
  const folder = sheet.getAttribute("href")!.replace(/[^/]*$/, "fonts/");
  for (const face of faces) {
    for (const alphabet of alphabets[language] ?? ["latin"]) {
      const href = `${folder}${face}-${alphabet}-wght-normal.woff2`;
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
}
