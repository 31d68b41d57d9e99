import { layoutOf } from "../study/layout.ts";
import { type Command, exitHelp, studyHelp, studyOption, text, texts, UsageError } from "./command.ts";
import { check } from "./validate/check.ts";
import { readIntrusion, writeIntrusion } from "./validate/intrusion.ts";
import { wholeNumber } from "./validate/options.ts";
import { read } from "./validate/read.ts";
import { sample } from "./validate/sample.ts";

export const validate: Command = {
  name: "validate",
  summary: "sample posts for people to code, and measure the queries by what they said",
  help: `npm run validate -- sample [--study DIR] [--question ID …] [--size N] [--seed N] [--replace]
npm run validate -- read FILE FILE … [--study DIR] [--adjudicated FILE] [--invented] [--date DAY]
npm run validate -- check [--study DIR]
npm run validate -- intrusion [FILE …] [--study DIR] [--seed N]

sample draws posts for each question: is the post about a topic, does it name a barrier, a programme or a disability,
whom of the children does it name, which one region is it about. It writes below derived/validation/: sheet.csv,
sheet.xlsx and desk.html for coders, who don't see what the machine answered, and key.csv, which stays with you. These
files hold people's texts: keep them off shared machines.

read takes coders' sheets, or what they saved from the desk, prints agreement and each question's precision, recall and
F1, writes them to validation/ in the study's home, and lists disagreements in derived/validation/disagreements.csv.
Fill its column code and read again with --adjudicated.

check names questions that were never validated, and those whose words have changed since: then it ends with 1.

intrusion writes tasks on the topic model below derived/intrusion/: six words, one of which does not belong. With the
sheets that people filled it prints how often they found it, by topic.

${studyHelp}
  --question ID  this question only, such as topics/flood, or a family: topics, gender, places; may be repeated
  --size N       posts a question of two answers; of more, half as many for each answer (default: 120)
  --seed N       a whole number; the same seed draws the same posts (default: 1)
  --replace      give up the sample that stands there
  --adjudicated FILE   decisions on disagreements
  --invented     the sheets are a program's, not people's: said wherever results are shown
  --date DAY     the day that results carry (default: today)

${exitHelp}`,
  options: {
    ...studyOption,
    question: { type: "string", multiple: true },
    size: { type: "string" },
    seed: { type: "string" },
    replace: { type: "boolean" },
    adjudicated: { type: "string" },
    invented: { type: "boolean" },
    date: { type: "string" },
  },
  words: true,
  async run(values, terminal) {
    const [action, ...files] = texts(values, "words");
    const layout = layoutOf(terminal.root, text(values, "study"));
    if (action === "sample" && files.length === 0) return sample(values, layout, terminal);
    if (action === "read" && files.length > 0) return read(values, files, layout, terminal);
    if (action === "intrusion") {
      if (files.length > 0) return readIntrusion(layout, files, terminal);
      return writeIntrusion(layout, wholeNumber(values, "seed", 1, 0), terminal);
    }
    if (action === "check" && files.length === 0) return check(layout, terminal);
    const found = action === undefined ? "nothing" : `"${[action, ...files].join(" ")}"`;
    throw new UsageError(
      `validate: found ${found}, expected "sample", "read FILE FILE …", "check" or "intrusion". See npm run validate -- --help`,
    );
  },
};
