import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Browser, Page } from "playwright-core";
import { look, type View } from "./browser.ts";
import { type BlockLook, type PageLook, takeLook } from "./page-look.ts";
import { quiet } from "./quiet.ts";

/** The ways in which the look of every page is kept. Print is the sheet's style in a window of a sheet's width. */
const views = {
  light: {},
  dark: { scheme: "dark" },
  narrow: { width: 360 },
  print: { width: 700 },
} satisfies Record<string, View>;

export type LookView = keyof typeof views;
export const lookViews = Object.keys(views) as LookView[];

export interface LookBaseline {
  /** Major version of the Chromium that the looks were taken with; 0 where none are kept. */
  readonly chromium: number;
  /** By page and view. */
  readonly looks: ReadonlyMap<string, PageLook>;
}

/** A look as it is kept: its blocks as left edge, width, height and cells. */
type KeptLook = [
  ground: number,
  blocks: Record<string, [number, number, number, string]>,
  overlaps: readonly string[],
];

/** One file a view: a file of all would be a megabyte. */
const fileOf = (view: LookView) => new URL(`baseline/${view}.json`, import.meta.url).pathname;

/** The looks that are kept. */
export function readBaseline(): LookBaseline {
  let chromium = 0;
  const looks = new Map<string, PageLook>();
  for (const view of lookViews) {
    if (!existsSync(fileOf(view))) continue;
    const { chromium: major, ...kept } = JSON.parse(readFileSync(fileOf(view), "utf8"));
    chromium = major as number;
    for (const [path, look] of Object.entries(kept as Record<string, KeptLook>))
      looks.set(lookName(path, view), readLook(look));
  }
  return { chromium, looks };
}

function readLook([ground, blocks, overlaps]: KeptLook): PageLook {
  const read = Object.entries(blocks).map(([key, [left, width, height, cells]]): [string, BlockLook] => [
    key,
    { left, width, height, cells },
  ]);
  return { ground, blocks: Object.fromEntries(read), overlaps };
}

/** Keeps looks in place of all that were kept, a page a line, so that a diff names the pages that changed. */
export function writeBaseline({ chromium, looks }: LookBaseline): void {
  for (const view of lookViews) {
    const end = ` ${view}`;
    const lines = [...looks]
      .filter(([name]) => name.endsWith(end))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(
        ([name, look]) => `${JSON.stringify(name.slice(0, -end.length))}: ${JSON.stringify(toKeep(look))}`,
      );
    mkdirSync(dirname(fileOf(view)), { recursive: true });
    writeFileSync(fileOf(view), `{\n${[`"chromium": ${chromium}`, ...lines].join(",\n")}\n}\n`);
  }
}

function toKeep({ ground, blocks, overlaps }: PageLook): KeptLook {
  const kept = Object.entries(blocks).map(
    ([key, { left, width, height, cells }]): [string, KeptLook[1][string]] => [
      key,
      [left, width, height, cells],
    ],
  );
  return [ground, Object.fromEntries(kept), overlaps];
}

export const lookName = (path: string, view: LookView) => `${path} ${view}`;
export const majorOf = (browser: Browser) => Number.parseInt(browser.version(), 10);

/** Gives the look of a site's page in a view, with something done to it first where asked. */
export type Looker = (path: string, view: LookView, change?: () => void) => Promise<PageLook>;

/**
 * Looks at a site's pages, each view in a tab of its own, one page after the other there: a tab costs more than a page.
 * Every machine's look is made with the site's own fonts, for code too.
 */
export function looker(browser: Browser, root: string): Looker {
  const tabs = new Map<LookView, Promise<Page>>();
  const sheets = new Map<string, Promise<string>>();
  const last = new Map<LookView, Promise<unknown>>();
  const takeIn = async (view: LookView, path: string, change?: () => void) => {
    const opening = tabs.get(view) ?? open(browser, view, sheets);
    tabs.set(view, opening);
    const page = await opening;
    await page.goto(root + path, { waitUntil: "load" });
    // The explorer fetches what it shows, and figures fetch what they answer with.
    await quiet(page);
    await page.evaluate(() => document.documentElement.style.setProperty("--mono", "var(--sans)"));
    if (change) await page.evaluate(change);
    return takeLook(page);
  };
  /** A tab now and then never answers when its picture is asked for: then another looks. */
  const takeInTime = async (view: LookView, path: string, change?: () => void) => {
    for (let tries = 1; ; tries++) {
      const look = await inTime(takeIn(view, path, change));
      if (look !== undefined) return look;
      if (tries === 3)
        throw new Error(`${path}, ${view}: no picture in ${tries} times ${answerTime / 1000} s`);
      void tabs.get(view)?.then((page) => page.context().close());
      tabs.delete(view);
    }
  };
  return (path, view, change) => {
    const turn = (last.get(view) ?? Promise.resolve()).then(() => takeInTime(view, path, change));
    last.set(
      view,
      turn.catch(() => {}),
    );
    return turn;
  };
}

/** Longest time for a look, milliseconds: on a busy machine the longest page takes a fifth of it. */
const answerTime = 90_000;

/** What is awaited, or undefined where it takes too long. */
async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, answerTime, undefined);
  });
  // What fails after that fails unheard.
  work.catch(() => {});
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function open(browser: Browser, view: LookView, sheets: Map<string, Promise<string>>): Promise<Page> {
  const context = await look(browser, views[view]);
  // A face that comes late is left out of the first paint, and how late it comes is the machine's affair.
  await context.route(/\.css(\?|$)/, async (route) => {
    const url = route.request().url();
    const sheet = sheets.get(url) ?? sheetOf(url);
    sheets.set(url, sheet);
    await route.fulfill({ contentType: "text/css; charset=utf-8", body: await sheet });
  });
  const page = await context.newPage();
  if (view === "print") await page.emulateMedia({ media: "print" });
  return page;
}

async function sheetOf(url: string): Promise<string> {
  // A connection that is kept may end under the next request.
  const response = await fetch(url, { headers: { connection: "close" } });
  return (await response.text()).replace(/font-display:\s*\w+/g, "font-display:block");
}
