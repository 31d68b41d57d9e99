import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium as findIn } from "../../loaders/publish/pdf/chromium.ts";
import { countRequests } from "./quiet.ts";

/** Path of a Chromium, or undefined where there is none. */
export function findChromium(): string | undefined {
  return findIn(process.env);
}

/** Starts the browser with everything off that would talk to the network by itself. */
export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--disable-quic",
    ],
  });
}

export interface View {
  readonly scheme?: "light" | "dark";
  /** Window width in CSS pixels. */
  readonly width?: number;
  readonly scripts?: boolean;
}

/** A context for one way of looking at the site. */
export async function look(browser: Browser, view: View = {}): Promise<BrowserContext> {
  const { scheme = "light", width = 1400, scripts = true } = view;
  const context = await browser.newContext({
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    reducedMotion: "reduce",
    viewport: { width, height: width < 600 ? 780 : 1000 },
    deviceScaleFactor: 1,
  });
  countRequests(context);
  if (scripts) waitForWhole(context);
  return context;
}

/** Lets pages of a context be called loaded when they are whole: parts of them are made after the first paint. */
function waitForWhole(context: BrowserContext): void {
  const newPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await newPage();
    for (const name of ["goto", "reload"] as const) {
      const load = page[name].bind(page) as (...given: unknown[]) => ReturnType<Page["goto"]>;
      Object.assign(page, {
        async [name](...given: unknown[]) {
          const response = await load(...given);
          await whole(page);
          return response;
        },
      });
    }
    return page;
  };
}

/** Waits until no part of a page is put off (loaders/publish/finish/later.ts). */
async function whole(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector("noscript.later") === null);
}

/** Troubles of a page, gathered while it is used: requests off the origin, errors, refusals by the policy. */
export function watch(page: Page, origin: string): string[] {
  const troubles: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url))
      troubles.push(`request off origin: ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== "document") {
      troubles.push(`${response.status()} ${response.url()}`);
    }
  });
  // Refusals by the Content-Security-Policy come as console errors too.
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  return troubles;
}
