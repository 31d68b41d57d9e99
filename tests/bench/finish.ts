/**
 * Finishing the pages of the built site, beside reading and writing them with jsdom alone: `npm run bench -- finish`, on
 * one thread. Finishing a finished page changes nothing but its identity here, so the site as it stands serves as input.
 * Needs `npm run build`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM, VirtualConsole } from "jsdom";
import { finishPage } from "../../loaders/publish/finish/page.ts";
import { dist, htmlPages } from "../browser/site-pages.ts";

const pages = htmlPages(dist).map((path) => ({ path, html: readFileSync(join(dist, path), "utf8") }));
const study = {
  title: { en: "Bench" },
  reportLanguages: ["en", "ru", "kk"],
  citation: { authors: ["Nobody"] },
};
const spent = { finish: 0, jsdom: 0 };
let characters = 0;
for (const { path, html } of pages) {
  const begun = performance.now();
  finishPage(html, { path: path.replace(/\.html$/, ""), base: "/", study });
  const read = performance.now();
  // Its stylesheet has rules that jsdom complains of.
  new JSDOM(html, { virtualConsole: new VirtualConsole() }).serialize();
  spent.finish += read - begun;
  spent.jsdom += performance.now() - read;
  characters += html.length;
}
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
console.log(
  `${pages.length} pages, ${(characters / 1e6).toFixed(1)} million characters: finished in ${seconds(spent.finish)}; read and written by jsdom alone in ${seconds(spent.jsdom)}, ${(spent.jsdom / spent.finish).toFixed(1)} times as long`,
);
