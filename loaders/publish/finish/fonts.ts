import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../../pipeline/hash.ts";
import { elementOf } from "./element.ts";

/** The cuts of a face (`src/style/fonts.css`) whose letters the pages of a language use. */
const alphabets: Readonly<Record<string, readonly string[]>> = {
  kk: ["kazakh", "cyrillic", "latin"],
  ru: ["cyrillic", "latin"],
};

/**
 * The stylesheet of a language's faces. It holds the upright faces of that language's letters, so that they come with it and
 * the first paint, which waits for stylesheets and not for fonts, has them. Other faces are files, as before: they come after
 * the first paint, and are left for the next page.
 *
 * @param rules the `@font-face` rules, whose addresses are `./fonts/NAME`
 * @param folder where those files are
 */
export async function languageFaces(
  rules: string,
  language: string,
  folder: string,
): Promise<{ readonly name: string; readonly text: string }> {
  const held = alphabets[language] ?? ["latin"];
  let text = "";
  for (const [rule] of rules.matchAll(/@font-face\{[^}]*\}/g)) {
    const [address, file, alphabet] =
      /url\("\.\/fonts\/([\w-]+?-([a-z]+)-wght-normal\.woff2)"\)/.exec(rule) ?? [];
    if (address === undefined || !held.includes(alphabet!)) {
      text += rule;
      continue;
    }
    const bytes = await readFile(join(folder, file!));
    text += rule
      .replace(address, `url("data:font/woff2;base64,${bytes.toString("base64")}")`)
      .replace("font-display:optional", "font-display:block");
  }
  return { name: `faces-${language}.${sha256(text).slice(0, 8)}.css`, text };
}

/**
 * Asks for the faces before the first paint where the line answers soon: the parser reads the link as if it stood in the
 * page, so every browser waits for it. From 150 ms an answer on (slow 4G; the browser's own estimate, or how long this page
 * took) text comes first, in the faces' stand-ins, and the faces are fetched for the next page.
 */
const ask = `{
const faces = document.currentScript.previousElementSibling.textContent;
const [visit] = performance.getEntriesByType("navigation");
const answer = navigator.connection?.rtt ?? visit?.responseStart - visit?.requestStart;
let wait = !(answer >= 150);
try { wait ||= sessionStorage.getItem("faces") !== null; } catch {}
if (wait) document.write(faces);
else {
  addEventListener("load", () => {
    document.head.insertAdjacentHTML("beforeend", faces.replace("stylesheet", "prefetch"));
    try { sessionStorage.setItem("faces", ""); } catch {}
  });
}
}`;

/**
 * Runs when that stylesheet is there, and has the faces in it read before anything is laid out in their stand-ins. Where
 * faces were put off it finds none.
 */
const read = `for (const face of document.fonts) if (face.display === "block") face.load();`;

/** Adds the faces of the file `name`, which stands beside the report's stylesheet, after the link to that. */
export function addFaces(sheet: Element, name: string): void {
  const document = sheet.ownerDocument;
  const held = document.createElement("noscript");
  held.className = "faces";
  const href = sheet.getAttribute("href")!.replace(/[^/]*$/, name);
  held.append(elementOf(document, "link", { rel: "stylesheet", href }));
  const scripts = [ask, read].map((text) => {
    const element = document.createElement("script");
    element.textContent = text;
    return element;
  });
  sheet.after(held, ...scripts);
}
