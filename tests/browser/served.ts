import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { findChromium, launch } from "./browser.ts";
import { type Serving, serve } from "./serve.ts";
import { dist } from "./site-pages.ts";

/** The built site and a browser; both are there while tests run, not before. */
export interface Served {
  readonly site: Serving;
  readonly browser: Browser;
}

/** Serves the built site, and has a browser, while the tests of a `describe` run. */
export function served(start: (folder: string) => Promise<Serving> = serve): Served {
  const found: { site?: Serving; browser?: Browser } = {};
  beforeAll(async () => {
    found.site = await start(dist);
    found.browser = await launch(findChromium()!);
  });
  afterAll(async () => {
    await found.browser?.close();
    await found.site?.close();
  });
  return found as Served;
}
