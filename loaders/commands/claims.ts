import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { checkPages } from "../publish/check-pages.ts";
import { describeFault, type PageFault } from "../publish/page/check-page.ts";
import { layoutOf } from "../study/layout.ts";
import { loadStudy } from "../study/load.ts";
import { type Command, exitCodes, exitHelp, studyHelp, studyOption, text } from "./command.ts";

export const claims: Command = {
  name: "claims",
  summary: "list every number of the prose with its result; --update rewrites those that no longer hold",
  help: `npm run claims -- [--study DIR] [--update]

Lists each claim with its page, line, query and value, and what does not hold.

${studyHelp}
  --update       write the computed numbers into the pages and list the sentences to read again

${exitHelp}`,
  options: { ...studyOption, update: { type: "boolean" } },
  async run(values, terminal) {
    const layout = layoutOf(terminal.root, text(values, "study"));
    const study = await loadStudy(join(layout.root, layout.home));
    const check = () => checkPages(layout.root, layout.pages, layout.published, study);
    const report = check();
    if (values.update === true) {
      const changed = report.faults.filter((fault) => fault.correction !== undefined);
      await rewrite(layout.root, changed);
      if (changed.length > 0) terminal.print("Read these sentences again; their numbers were rewritten:");
      for (const fault of changed)
        terminal.print(
          `  ${fault.file}:${fault.line}: “${fault.sentence ?? ""}” now says ${fault.correction?.text}`,
        );
      const left = check().faults;
      for (const fault of left) terminal.warn(describeFault(fault));
      terminal.print(`claims: ${changed.length} rewritten, ${left.length} faults left.`);
      return left.length === 0 ? exitCodes.done : exitCodes.fault;
    }
    for (const claim of report.claims) {
      terminal.print(
        `${claim.file}:${claim.line}: ${claim.text} = ${claim.value} ${claim.unit} (${claim.href})`,
      );
    }
    for (const fault of report.faults) terminal.warn(describeFault(fault));
    terminal.print(
      `claims: ${report.claims.length} hold on ${report.pages} pages, ${report.faults.length} faults.`,
    );
    return report.faults.length === 0 ? exitCodes.done : exitCodes.fault;
  },
};

async function rewrite(root: string, faults: readonly PageFault[]): Promise<void> {
  for (const file of new Set(faults.map((fault) => fault.file))) {
    let content = await readFile(join(root, file), "utf8");
    const corrections = faults.filter((fault) => fault.file === file).map((fault) => fault.correction!);
    for (const { start, end, text: number } of corrections.sort((a, b) => b.start - a.start)) {
      content = content.slice(0, start) + number + content.slice(end);
    }
    await writeFile(join(root, file), content);
  }
}
