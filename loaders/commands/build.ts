import { type Command, exitCodes, exitHelp, studyHelp, studyOption, text, texts } from "./command.ts";
import { runData } from "./data.ts";
import { jobsHelp, jobsOf, jobsOption } from "./jobs.ts";
import { buildSite } from "./site.ts";

export const build: Command = {
  name: "build",
  summary: "the whole job: data, then site",
  help: `npm run build -- [--study DIR] [--base PATH] [--force STEP] [--jobs N]

Rebuilds what is stale in the data, checks every claim, builds the report and searches it for what must not
leave. Needs no network.

${studyHelp}
  --base PATH    the site's path on its server, such as /report/ (default: TYNDAU_BASE or /)
  --force STEP   run this step even if it is fresh (may be given several times)
${jobsHelp}

${exitHelp}`,
  options: {
    ...studyOption,
    ...jobsOption,
    base: { type: "string" },
    force: { type: "string", multiple: true },
  },
  async run(values, terminal) {
    const study = text(values, "study");
    await runData(terminal, study, texts(values, "force"), jobsOf(values));
    const built = await buildSite(terminal, study, text(values, "base"));
    return built ? exitCodes.done : exitCodes.fault;
  },
};
