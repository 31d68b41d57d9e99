import { spawn } from "node:child_process";
import { rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { checkPages } from "../publish/check-pages.ts";
import { checkPublished, readPublishedData } from "../publish/check-published.ts";
import { finishSite } from "../publish/finish/finish-site.ts";
import { fillFrameworkCache } from "../publish/framework-cache.ts";
import { describeFault } from "../publish/page/check-page.ts";
import { pageFrame } from "../publish/page-frame.ts";
import { readProvenance, writeProvenance } from "../publish/provenance.ts";
import { pipeline } from "../steps.ts";
import { layoutOf } from "../study/layout.ts";
import { loadStudy } from "../study/load.ts";
import { type Command, exitCodes, exitHelp, studyHelp, studyOption, type Terminal, text } from "./command.ts";

export const site: Command = {
  name: "site",
  summary: "check the pages and build the report from the data as it is",
  help: `npm run site -- [--study DIR] [--base PATH]

Checks every sentence's numbers, builds the pages with Observable Framework, finishes the HTML and searches all
of it for text, accounts and links of people. The old site stays in place if anything fails.

${studyHelp}
  --base PATH    the site's path on its server, such as /report/ (default: TYNDAU_BASE or /)

${exitHelp}`,
  options: { ...studyOption, base: { type: "string" } },
  async run(values, terminal) {
    const built = await buildSite(terminal, text(values, "study"), text(values, "base"));
    return built ? exitCodes.done : exitCodes.fault;
  },
};

/** Builds a study's site into its folder. Returns false, with the faults on standard error, if it must not be published. */
export async function buildSite(terminal: Terminal, name?: string, base?: string): Promise<boolean> {
  const layout = layoutOf(terminal.root, name);
  const study = await loadStudy(join(layout.root, layout.home));
  const report = checkPages(layout.root, layout.pages, layout.published, study);
  if (report.faults.length > 0) {
    for (const fault of report.faults) terminal.warn(describeFault(fault));
    terminal.warn(
      `site: ${report.faults.length} faults in the pages' numbers; nothing was built. npm run claims -- --update writes the computed numbers.`,
    );
    return false;
  }
  terminal.print(`site: ${report.claims.length} claims hold on ${report.pages} pages.`);
  const begun = performance.now();
  const reached = (what: string) =>
    terminal.print(`site: ${what}, ${((performance.now() - begun) / 1000).toFixed(0)} s.`);
  await writeProvenance(layout, study, pipeline(layout, study, terminal.env));
  const partial = `${layout.site}.partial`;
  const output = join(layout.root, partial);
  await rm(output, { recursive: true, force: true });
  const held = join(layout.root, layout.pages, ".observablehq", "cache", "_held");
  await rm(held, { recursive: true, force: true });
  const address = base ?? terminal.env.TYNDAU_BASE ?? "/";
  await fillFrameworkCache(join(layout.root, layout.pages), report.cells);
  const [words] = await Promise.all([
    readPublishedData(layout, study),
    runFramework(terminal, ["build"], {
      ...(name === undefined ? {} : { TYNDAU_STUDY: name }),
      TYNDAU_OUTPUT: partial,
      TYNDAU_BASE: address,
      TYNDAU_HELD: held,
    }),
  ]);
  reached("pages built");
  const provenance = await readProvenance(join(layout.root, layout.published));
  await finishSite({
    dist: output,
    held: { folder: held, frame: (language) => pageFrame(study, provenance?.edition, language) },
    assets: join(layout.root, layout.published, "site"),
    study,
    base: address,
    ...(provenance === undefined ? {} : { edition: provenance.edition }),
    ...(study.citation.url === undefined ? {} : { url: study.citation.url }),
  });
  await rm(held, { recursive: true, force: true });
  reached("pages finished");
  const privacy = await checkPublished(layout, study, words, output, terminal.env);
  if (privacy.faults.length > 0) {
    for (const fault of privacy.faults) terminal.warn(`${fault.file}: ${fault.kind}: ${fault.count} found`);
    await rm(output, { recursive: true, force: true });
    terminal.warn(
      "site: personal data in what would be published; nothing was built. Take it out of the named files' sources.",
    );
    return false;
  }
  await rm(join(layout.root, layout.site), { recursive: true, force: true });
  await rename(output, join(layout.root, layout.site));
  terminal.print(
    `site: no text, account or link of a person in ${privacy.files} files (checked against ${privacy.posts} posts). Wrote ${layout.site}/. Open it with any file server: npx serve ${layout.site}, or npm run dev.`,
  );
  return true;
}

/** Runs Observable Framework. Its output is shown only where it fails, or line by line with `show`. */
export function runFramework(
  terminal: Terminal,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  show = false,
): Promise<void> {
  const cli = createRequire(import.meta.url).resolve("@observablehq/framework/dist/bin/observable.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...words], {
      cwd: terminal.root,
      env: {
        ...terminal.env,
        ...environment,
        OBSERVABLE_TELEMETRY_DISABLE: "true",
        TZ: "UTC",
      } as NodeJS.ProcessEnv,
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout?.on("data", (bytes) => (output += bytes));
    child.stderr?.on("data", (bytes) => (output += bytes));
    // A preview must not outlive its command, however that is ended.
    const end = () => child.kill();
    const stop = () => process.exit(143);
    process.once("exit", end);
    process.once("SIGTERM", stop);
    child.on("error", reject);
    child.on("close", (code) => {
      process.removeListener("exit", end);
      process.removeListener("SIGTERM", stop);
      if (code === 0) return resolve();
      reject(new Error(`Observable Framework ended with code ${code}:\n${output.trim()}`));
    });
  });
}
