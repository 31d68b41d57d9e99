import type { Browser } from "playwright-core";
import { look } from "./browser.ts";

/** What a first visit costs, before the reader does anything. */
export interface PageLoad {
  /** Bytes over the wire, headers included, by what they are for. */
  readonly bytes: number;
  readonly parts: Readonly<Record<string, number>>;
  /** Cumulative layout shift. */
  readonly shift: number;
  /** Largest contentful paint after navigation, ms. */
  readonly paint: number;
  /** The longest task of the main thread of 50 ms or more, ms; 0 without one. */
  readonly longestTask: number;
}

/** Slow 4G as Lighthouse has it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
export const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

/** Opens a page in a browser that knows nothing of the site, until all its figures are drawn; `slow` is slow 4G and a quarter of the processor. */
export async function loadPage(
  browser: Browser,
  url: string,
  { slow = false, width = 1400 }: { slow?: boolean; width?: number } = {},
): Promise<PageLoad> {
  const context = await look(browser, { width });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const types = new Map<string, string>();
    const parts: Record<string, number> = {};
    await session.send("Network.enable");
    session.on("Network.responseReceived", ({ requestId, type, response }) => {
      // What stands in another file does not come over the wire once more.
      if (!response.url.startsWith("data:")) types.set(requestId, type);
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const type = types.get(requestId);
      if (type === undefined) return;
      parts[type] = (parts[type] ?? 0) + encodedDataLength;
    });
    if (slow) {
      await session.send("Network.emulateNetworkConditions", slow4g);
      await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    }
    await page.addInitScript(() => {
      // No named functions here: tsx marks them with a helper that a page does not know.
      const seen = { shift: 0, paint: 0, task: 0 };
      Object.assign(globalThis, { seen });
      for (const type of ["layout-shift", "largest-contentful-paint", "longtask"]) {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if (type === "layout-shift") seen.shift += (entry as PerformanceEntry & { value: number }).value;
            else if (type === "longtask") seen.task = Math.max(seen.task, entry.duration);
            else seen.paint = Math.max(seen.paint, entry.startTime);
          }
        }).observe({ type, buffered: true });
      }
    });
    await page.goto(url, { waitUntil: "load" });
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
    });
    await page.waitForFunction(
      () =>
        document.querySelector(".undrawn") === null &&
        [...document.querySelectorAll<HTMLElement>(".figure, .number-methods")].every(
          ({ style }) => style.contentVisibility === "visible",
        ),
    );
    const seen = await page.evaluate(
      () => (globalThis as unknown as { seen: { shift: number; paint: number; task: number } }).seen,
    );
    return {
      bytes: Object.values(parts).reduce((sum, size) => sum + size, 0),
      parts,
      shift: seen.shift,
      paint: seen.paint,
      longestTask: seen.task,
    };
  } finally {
    await context.close();
  }
}
