import { parentPort } from "node:worker_threads";
import { finishPage } from "./page.ts";
import type { RawPage } from "./pages.ts";

/** In a worker thread: one finished page for each page that is sent. */
parentPort!.on("message", ({ html, context }: RawPage) => parentPort!.postMessage(finishPage(html, context)));
