import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dataDictionary } from "../data-dictionary.ts";
import { writeSchemas } from "../study/schemas.ts";
import { type Command, exitCodes, exitHelp } from "./command.ts";

export const docs: Command = {
  name: "docs",
  summary: "write the data dictionary and the editors' JSON Schemas from the code",
  help: `npm run docs

Writes docs/data-dictionary.md from the tables' declarations and data/study/schemas/ from the study's checks. A
test fails where they are not current.

${exitHelp}`,
  options: {},
  async run(_values, terminal) {
    await writeFile(join(terminal.root, "docs/data-dictionary.md"), dataDictionary());
    await writeSchemas(join(terminal.root, "data/study/schemas"));
    terminal.print(
      "docs: wrote docs/data-dictionary.md and data/study/schemas/. Next: git diff docs data/study/schemas",
    );
    return exitCodes.done;
  },
};
