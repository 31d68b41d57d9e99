import { existsSync, readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, posix } from "node:path";
import { runSteps } from "../pipeline/run.ts";
import { checkPages } from "../publish/check-pages.ts";
import { checkPublished, readPublishedData } from "../publish/check-published.ts";
import { describeFault } from "../publish/page/check-page.ts";
import { pipeline, pipelineSideBySide } from "../steps.ts";
import { type Layout, layoutOf } from "../study/layout.ts";
import { loadStudy } from "../study/load.ts";
import { type Command, exitCodes, exitHelp, studyHelp, studyOption, text } from "./command.ts";
import { jobsHelp, jobsOf, jobsOption } from "./jobs.ts";

export const verify: Command = {
  name: "verify",
  summary: "rebuild everything from the captures in a scratch folder and compare it with what is published",
  help: `npm run verify -- [--study DIR] [--jobs N]

Rebuilds all data from the captures beside the present data and compares every published file byte by byte,
checks every claim, and searches the published data and the site for text, accounts and links of people.

${studyHelp}
${jobsHelp}

${exitHelp}`,
  options: { ...studyOption, ...jobsOption },
  async run(values, terminal) {
    const name = text(values, "study");
    const layout = layoutOf(terminal.root, name);
    const study = await loadStudy(join(layout.root, layout.home));
    const scratch: Layout = {
      ...layout,
      derived: posix.join(layout.derived, "verify"),
      published: posix.join(layout.derived, "verify/published"),
    };
    await rm(join(layout.root, scratch.derived), { recursive: true, force: true });
    await runSteps(pipeline(scratch, study, terminal.env), {
      root: layout.root,
      lockFile: join(layout.root, layout.derived, "run.lock"),
      logFile: join(layout.root, layout.derived, "run.log"),
      sideBySide: pipelineSideBySide(jobsOf(values), {
        layout: scratch,
        study,
        environment: terminal.env,
      }),
      print: terminal.print,
      progress: process.stderr,
    });
    const differences = ["results", "figures", "site"].flatMap((folder) =>
      compareFolders(
        join(layout.root, layout.published, folder),
        join(layout.root, scratch.published, folder),
      ).map((difference) => posix.join(layout.published, folder, difference)),
    );
    await rm(join(layout.root, scratch.derived), { recursive: true, force: true });
    const { faults, claims } = checkPages(layout.root, layout.pages, layout.published, study);
    const words = await readPublishedData(layout, study);
    const privacy = await checkPublished(layout, study, words, join(layout.root, layout.site), terminal.env);
    for (const difference of differences) terminal.warn(`verify: ${difference}`);
    for (const fault of faults) terminal.warn(describeFault(fault));
    for (const fault of privacy.faults) terminal.warn(`${fault.file}: ${fault.kind}: ${fault.count} found`);
    const wrong = differences.length + faults.length + privacy.faults.length;
    terminal.print(
      wrong === 0
        ? `verify: the published files are what the captures give, ${claims.length} claims hold, and ${privacy.files} files hold nothing of a person.`
        : `verify: ${differences.length} files differ, ${faults.length} claims or numbers fail, ${privacy.faults.length} privacy faults. npm run build makes the site anew.`,
    );
    return wrong === 0 ? exitCodes.done : exitCodes.fault;
  },
};

/** Files of two folders that differ or stand in one only, by path with what is wrong. */
function compareFolders(published: string, rebuilt: string): string[] {
  const own = filesOf(published);
  const anew = filesOf(rebuilt);
  return [...new Set([...own, ...anew])].sort().flatMap((file) => {
    if (!own.has(file)) return [`${file}: missing, the captures give it`];
    if (!anew.has(file)) return [`${file}: found, the captures do not give it`];
    return readFileSync(join(published, file)).equals(readFileSync(join(rebuilt, file)))
      ? []
      : [`${file}: differs from what the captures give`];
  });
}

function filesOf(folder: string): Set<string> {
  if (!existsSync(folder)) return new Set();
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        posix.join(
          ...join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .split(/[\\/]/),
        ),
      ),
  );
}
