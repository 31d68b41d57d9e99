import { typescriptWorker } from "../../pipeline/typescript-worker.ts";
import { type FinishedPage, finishPage, type PageContext } from "./page.ts";

export interface RawPage {
  /** As Framework wrote it. */
  readonly html: string;
  readonly context: PageContext;
}

/**
 * Finishes pages in worker threads, or in this one where `threads` is 1. Each thread takes the next page that
 * none has; the results stand in the order of the pages.
 */
export async function finishPages(pages: readonly RawPage[], threads: number): Promise<FinishedPage[]> {
  if (threads < 2) return pages.map(({ html, context }) => finishPage(html, context));
  const finished = new Array<FinishedPage>(pages.length);
  const module = new URL("./page-worker.ts", import.meta.url).href;
  const workers = Array.from({ length: threads }, () => typescriptWorker(module));
  let next = 0;
  try {
    await Promise.all(
      workers.map(async (worker) => {
        while (next < pages.length) {
          const index = next++;
          finished[index] = await new Promise<FinishedPage>((resolve, reject) => {
            worker.removeAllListeners();
            worker.once("message", resolve).once("error", reject);
            worker.postMessage(pages[index]);
          });
        }
      }),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return finished;
}
