import type { BrowserContext, Page, Request } from "playwright-core";

/** Requests on their way, by page, and when the last one began or ended. */
const traffic = new WeakMap<BrowserContext, { open: Set<Request>; last: number }>();

/** Counts the requests of a context from now on, for `quiet`. */
export function countRequests(context: BrowserContext): void {
  const seen = { open: new Set<Request>(), last: performance.now() };
  traffic.set(context, seen);
  const end = (request: Request) => {
    seen.open.delete(request);
    seen.last = performance.now();
  };
  context.on("request", (request) => {
    seen.open.add(request);
    seen.last = performance.now();
  });
  context.on("requestfinished", end);
  context.on("requestfailed", end);
}

/**
 * Waits until no request of a page is on its way and none began or ended for half a second. The browser's own
 * "networkidle" now and then never comes.
 *
 * @param page a page of a context that `look` made
 * @throws after a minute, with the addresses that are waited for
 */
export async function quiet(page: Page): Promise<void> {
  const seen = traffic.get(page.context())!;
  const begun = performance.now();
  const own = () => [...seen.open].filter((request) => !page.isClosed() && isOf(request, page));
  while (own().length > 0 || performance.now() - seen.last < 500) {
    if (performance.now() - begun > 60_000)
      throw new Error(
        `still on their way after a minute: ${own()
          .map((request) => request.url())
          .join(", ")}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Whether a request is of a page. One that leaves for another page has no frame yet. */
function isOf(request: Request, page: Page): boolean {
  try {
    return request.frame().page() === page;
  } catch {
    return false;
  }
}
