import { join } from "node:path";
import { heldCaptures } from "../study/held-captures.ts";
import { layoutOf } from "../study/layout.ts";
import { loadStudy } from "../study/load.ts";
import { type Command, exitCodes, exitHelp, studyHelp, studyOption, text } from "./command.ts";

export const collect: Command = {
  name: "collect",
  summary: "list the captures that the study holds; captures are brought in by hand in this version",
  help: `npm run collect -- [--study DIR]

Lists every capture of study.yml with the files that are held. This version has no collectors: put exports and
WARC files where study.yml says, then run npm run build.

${studyHelp}

${exitHelp} A capture without any file is a fault.`,
  options: studyOption,
  async run(values, terminal) {
    const name = text(values, "study");
    const layout = layoutOf(terminal.root, name);
    const home = join(layout.root, layout.home);
    const study = await loadStudy(home);
    const held = heldCaptures(home, study.captures);
    for (const { capture, files, bytes } of held) {
      const size = `${(bytes / 1e6).toFixed(2)} MB`;
      terminal.print(
        `${capture.id.padEnd(24)} ${capture.kind.padEnd(18)} ${String(files).padStart(4)} files ${size.padStart(12)}  ${capture.files.join(", ")}`,
      );
    }
    const missing = held.filter(({ files }) => files === 0);
    for (const { capture } of missing) {
      terminal.warn(
        `collect: ${capture.id}: found no file, expected some at ${capture.files.join(", ")} below ${layout.home}/`,
      );
    }
    terminal.print(
      `collect: ${held.length} captures, ${missing.length} without files. Next: npm run build${name === undefined ? "" : ` -- --study ${name}`}`,
    );
    return missing.length === 0 ? exitCodes.done : exitCodes.fault;
  },
};
