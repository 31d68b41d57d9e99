import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

/**
 * Prints HTML files with a headless Chromium, each as a tagged PDF with bookmarks of its headings. Nothing is
 * fetched but files.
 *
 * @param executable the browser
 * @param files absolute paths: the HTML, and the PDF to write
 */
export async function printPdf(
  executable: string,
  files: readonly { readonly html: string; readonly pdf: string }[],
): Promise<void> {
  // Chromium refuses to run as root inside its own sandbox.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: executable, args });
  try {
    const context = await browser.newContext({ javaScriptEnabled: false });
    await context.route(/^(?!file:|data:)/, (route) => route.abort());
    for (const { html, pdf } of files) {
      const page = await context.newPage();
      await page.goto(pathToFileURL(html).href, { waitUntil: "load" });
      await page.pdf({ path: pdf, format: "A4", preferCSSPageSize: true, tagged: true, outline: true });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}
