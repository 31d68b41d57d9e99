import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, dirname, join } from "node:path/posix";
import { copyCards, copyChartDefinitions, copyExplorer, copyFonts, copyTables } from "../assets.ts";
import { withHeldParts } from "../held-parts.ts";
import { type PageFrame, withFrame } from "../page-frame.ts";
import { languageOf, placeOf } from "../pages.ts";
import { searchFile } from "../search/index-file.ts";
import type { Section } from "../search/sections.ts";
import type { ReportIdentity } from "./citation.ts";
import { citationFile } from "./citation-file.ts";
import { copyEngine } from "./engine-files.ts";
import { languageFaces } from "./fonts.ts";
import type { PageContext, PageInfo } from "./page.ts";
import { finishPages } from "./pages.ts";
import { withoutModificationTimes } from "./runtime.ts";
import { searchAddress } from "./search-box.ts";
import { type PageStyles, splitStyles } from "./stylesheet.ts";

export interface FinishOptions {
  /** The folder that Framework built. */
  readonly dist: string;
  /** What Framework did not see of the pages: the folder with HTML put aside, and what stands above and below each. */
  readonly held?: { readonly folder: string; frame(language: string): PageFrame };
  /** The `data/site` folder of the pages, with the fonts; the published tables stand beside it. */
  readonly assets: string;
  /** Path that the site is served under, such as `/` or `/tyndau/`. Only the 404 page needs it. */
  readonly base: string;
  /** Address of the site's root, where it is known: gives canonical links. */
  readonly url?: string;
  readonly study: ReportIdentity;
  /** The edition's short hash. */
  readonly edition?: string;
  /** What is known of single pages, by path without extension: `findings/gender/index`. */
  readonly pages?: Readonly<Record<string, PageInfo>>;
}

/**
 * Finishes the pages that Framework built: language, viewport, security policy, citation metadata, landmarks,
 * fonts, and nothing that depends on the clock. Finishing twice changes nothing.
 *
 * @returns paths of the finished pages, relative to `dist`, sorted
 * @throws Error that lists every image without `alt`, with its page
 */
export async function finishSite(options: FinishOptions): Promise<string[]> {
  const { dist, held, assets, base, url, study, edition, pages = {} } = options;
  await copyFonts(assets, dist);
  await copyTables(join(assets, "../tables"), dist);
  await copyChartDefinitions(join(assets, "../figures"), dist);
  const cards = await copyCards(join(assets, "../cards"), dist);
  await writeFile(join(dist, "CITATION.cff"), citationFile(study, edition, url));
  await copyExplorer(join(assets, "../explorer"), dist);
  const files = (await readdir(dist, { recursive: true })).map((file) => file.replaceAll("\\", "/")).sort();
  const translations = translationsOf(
    files.filter((file) => file.endsWith(".html")).map((file) => file.slice(0, -".html".length)),
    study.reportLanguages,
  );
  const finished = files.filter((file) => file.endsWith(".html"));
  const tables = files
    .filter((file) => /^data\/tables\/[^/]+\.parquet$/.test(file))
    .map((file) => basename(file));
  const styles = await writeStyles(dist, files, study.reportLanguages);
  const explorer = files.find((file) => /^_import\/data\/site\/explorer-[^/]+\.js$/.test(file));
  const raw = await Promise.all(
    finished.map(async (file) => {
      const path = file.slice(0, -".html".length);
      const context: PageContext = {
        path,
        base,
        url,
        study: identityOf(study),
        ...(edition === undefined ? {} : { edition }),
        ...(styles === undefined ? {} : { styles: styles(languageOf(path, study.reportLanguages)) }),
        ...(explorer === undefined ? {} : { explorer }),
        ...cardOf(path, cards, study.reportLanguages),
        ...(placeOf(path, study.reportLanguages) === "index" ? { tables } : {}),
        translations: translations.get(placeOf(path, study.reportLanguages)) ?? {},
        ...pages[path],
      };
      const html = await readFile(join(dist, file), "utf8");
      if (held === undefined) return { html, context };
      const frame = held.frame(languageOf(path, study.reportLanguages));
      return { html: withHeldParts(withFrame(html, frame), held.folder), context };
    }),
  );
  const results = await finishPages(raw, threadsFor(raw.length));
  await Promise.all(results.map(({ html }, index) => writeFile(join(dist, finished[index]!), html)));
  const faults = results.flatMap((result, index) =>
    result.faults.map((fault) => `${join(dist, finished[index]!)}: ${fault}`),
  );
  if (faults.length > 0) throw new Error(faults.join("\n"));
  await forgetModificationTimes(dist, files);
  await removeIdleRuntime(dist, finished);
  await copyEngine(dist, finished);
  await writeSearch(
    dist,
    results.flatMap(({ sections }) => sections),
    study.reportLanguages,
  );
  return finished;
}

/** A thread a core; a few pages are finished before a second thread has started. */
function threadsFor(pages: number): number {
  return Math.min(availableParallelism(), Math.ceil(pages / 8));
}

/** Only what a page names of the study: the rest of it need not go to other threads. */
function identityOf({ title, reportLanguages, citation }: ReportIdentity): ReportIdentity {
  return { title, reportLanguages, citation };
}

async function forgetModificationTimes(dist: string, files: readonly string[]): Promise<void> {
  for (const file of files.filter((name) => name.startsWith("_import/") && name.endsWith(".js"))) {
    const source = await readFile(join(dist, file), "utf8");
    const stable = withoutModificationTimes(source);
    if (stable !== source) await writeFile(join(dist, file), stable);
  }
}

/** Writes each language's faces beside the report's stylesheet. Undefined where there is none. */
async function writeStyles(
  dist: string,
  files: readonly string[],
  languages: readonly string[],
): Promise<((language: string) => PageStyles) | undefined> {
  const sheet = files.find((file) => /^_file\/data\/site\/report\.\w+\.css$/.test(file));
  if (sheet === undefined) return undefined;
  const { rules, faces } = splitStyles(await readFile(join(dist, sheet), "utf8"));
  const folder = join(dist, dirname(sheet));
  const names = new Map<string, string>();
  for (const language of languages) {
    const { name, text } = await languageFaces(faces, language, join(folder, "fonts"));
    await writeFile(join(folder, name), text);
    names.set(language, name);
  }
  return (language) => ({ rules, faces: names.get(language)! });
}

/** One search file a language, over its pages. */
async function writeSearch(
  dist: string,
  sections: readonly Section[],
  languages: readonly string[],
): Promise<void> {
  await mkdir(join(dist, "search"), { recursive: true });
  for (const language of languages) {
    const own = sections.filter(
      ({ path }) => languageOf(path, languages) === language && placeOf(path, languages) !== "404",
    );
    await writeFile(join(dist, searchAddress(language)), `${JSON.stringify(searchFile(own, language))}\n`);
  }
}

/** Framework's client, where no page loads it: it names packages that no page needs. */
async function removeIdleRuntime(dist: string, pages: readonly string[]): Promise<void> {
  for (const page of pages) {
    if ((await readFile(join(dist, page), "utf8")).includes("/_observablehq/")) return;
  }
  await rm(join(dist, "_observablehq"), { recursive: true, force: true });
}

/** Place to language to path, languages in the report's order. */
function translationsOf(
  paths: readonly string[],
  languages: readonly string[],
): Map<string, Record<string, string>> {
  const found = new Map<string, Record<string, string>>();
  const inOrder = [...paths].sort(
    (a, b) => languages.indexOf(languageOf(a, languages)) - languages.indexOf(languageOf(b, languages)),
  );
  for (const path of inOrder) {
    const place = placeOf(path, languages);
    const known = found.get(place) ?? {};
    found.set(place, { ...known, [languageOf(path, languages)]: path });
  }
  return found;
}

/** A page's own card, else that of the front page in its language. */
function cardOf(path: string, cards: ReadonlySet<string>, languages: readonly string[]): { card?: string } {
  const language = languageOf(path, languages);
  const front = language === languages[0] ? "index" : `${language}/index`;
  const found = [path, front, "index"].find((name) => cards.has(`${name}.png`));
  return found === undefined ? {} : { card: `cards/${found}.png` };
}
