import { spawn } from "node:child_process";
import { existsSync, type FSWatcher, utimesSync, watch } from "node:fs";
import { join, sep } from "node:path";
import { checkPages } from "../publish/check-pages.ts";
import { fillFrameworkCache } from "../publish/framework-cache.ts";
import { describeFault } from "../publish/page/check-page.ts";
import { readPages } from "../publish/pages.ts";
import { linkPreviewFiles } from "../publish/preview.ts";
import { type Layout, layoutOf } from "../study/layout.ts";
import { loadStudy } from "../study/load.ts";
import { type Command, exitCodes, exitHelp, studyHelp, studyOption, type Terminal, text } from "./command.ts";
import { runData } from "./data.ts";
import { runFramework } from "./site.ts";

export const dev: Command = {
  name: "dev",
  summary: "preview the report; reruns stale steps and reloads when a file of the study changes",
  help: `npm run dev -- [--study DIR] [--port N]

Rebuilds what is stale, opens a preview on this machine, and watches the study, captures, queries, charts and
loaders: a change reruns the stale steps and reloads the page. Claims that fail are listed, not fatal. Pages are not
finished: no search, citations or content policy; the query editor and the explorer are there, in English.

${studyHelp}
  --port N       the preview's port (default: the first free one from 3000)

${exitHelp}`,
  options: { ...studyOption, port: { type: "string" } },
  async run(values, terminal) {
    const name = text(values, "study");
    const layout = layoutOf(terminal.root, name);
    await runData(terminal, name);
    await listFaults(terminal, layout);
    await fillFrameworkCache(join(layout.root, layout.pages), true);
    await linkPreviewFiles(join(layout.root, layout.pages), join(layout.root, layout.published));
    const watchers = watchStudy(terminal, layout, name);
    const port = text(values, "port");
    try {
      const words = ["preview", "--no-open", ...(port === undefined ? [] : ["--port", port])];
      await runFramework(
        terminal,
        words,
        { TYNDAU_PREVIEW: "true", ...(name === undefined ? {} : { TYNDAU_STUDY: name }) },
        true,
      );
    } finally {
      for (const watcher of watchers) watcher.close();
    }
    return exitCodes.done;
  },
};

/** Reruns the pipeline a moment after the last change, one run at a time. */
function watchStudy(terminal: Terminal, layout: Layout, name: string | undefined): FSWatcher[] {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  const rerun = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      await runDataApart(terminal, name);
      await listFaults(terminal, layout);
      await touchPages(layout);
    } catch (error) {
      terminal.warn(error instanceof Error ? error.message : String(error));
    }
    running = false;
    if (again) {
      again = false;
      void rerun();
    }
  };
  const folders = [`${layout.home}/study`, `${layout.home}/raw`, layout.pages, "loaders"];
  return folders
    .map((folder) => join(layout.root, folder))
    .filter((folder) => existsSync(folder))
    .map((folder) =>
      watch(folder, { recursive: true }, (_event, file) => {
        if (file === null || ignored(file)) return;
        clearTimeout(timer);
        timer = setTimeout(() => void rerun(), 200);
      }),
    );
}

/** A process of its own: this one keeps the modules that it loaded, and would run old code under a new hash. */
function runDataApart(terminal: Terminal, name: string | undefined): Promise<void> {
  const words = [
    "--import",
    "tsx",
    "loaders/main.ts",
    "data",
    ...(name === undefined ? [] : ["--study", name]),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: terminal.root, stdio: "inherit" });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`the data steps ended with code ${code}`)),
    );
  });
}

/** Pages reload by themselves; published data and caches are what a rerun writes. */
function ignored(file: string): boolean {
  const first = file.split(sep)[0];
  return first === "data" || first === ".observablehq" || file.endsWith(".md") || file.endsWith(".tmp");
}

/** Framework reloads a page whose file changed; figures come from elsewhere, so the pages that may show them are touched. */
async function touchPages(layout: Layout): Promise<void> {
  const study = await loadStudy(join(layout.root, layout.home));
  const now = new Date();
  for (const page of readPages(layout.root, layout.pages, study.reportLanguages)) {
    utimesSync(join(layout.root, page.source.file), now, now);
  }
}

async function listFaults(terminal: Terminal, layout: Layout): Promise<void> {
  const study = await loadStudy(join(layout.root, layout.home));
  const { faults } = checkPages(layout.root, layout.pages, layout.published, study);
  for (const fault of faults) terminal.warn(describeFault(fault));
}
