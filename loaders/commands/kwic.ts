import { LANGUAGES } from "../language/identify.ts";
import { compileQueries } from "../query/compile-queries.ts";
import { alignedLines, type ConcordanceLine, concordanceLine, sortedLines } from "../query/concordance.ts";
import { QueryError } from "../query/error.ts";
import { parseQuery } from "../query/parse.ts";
import {
  type Command,
  exitCodes,
  exitHelp,
  type OptionValues,
  studyHelp,
  studyOption,
  text,
  texts,
  UsageError,
} from "./command.ts";
import { asUsage, type ConceptQuery, queriesOf } from "./concept-queries.ts";
import { corpusPosts } from "./corpus-posts.ts";
import { Reservoir } from "./reservoir.ts";
import { askedCorpus, studyQueries } from "./study-queries.ts";

export const kwic: Command = {
  name: "kwic",
  summary: "show the words of a topic's query as they stand in posts, under each other (private)",
  help: `npm run kwic -- TOPIC [--corpus ID] [--language CODE] [--organisations] [--limit N] [--width N] [--seed N]
               [--sort left|right]
npm run kwic -- --query QUERY …

A concordance: each place where a word of the topic's queries stands in a post that they match, with what stands
before and after it, the post's id behind it. It shows people's texts: on this terminal only, nothing is written.

${studyHelp}
  --query QUERY     this query in place of a topic's
  --corpus ID       posts of this corpus only
  --language CODE   posts of this language only: kk, ru, mixed, other or none
  --organisations   posts of the study's organisations only; these are public
  --limit N         lines (default: 40)
  --width N         columns of a line without the id (default: the terminal's, else 100)
  --seed N          a random sample of all places; the same seed draws the same (default: the first places)
  --sort left|right by the words before or after (default: in the order of the posts)

${exitHelp}`,
  options: {
    ...studyOption,
    query: { type: "string" },
    corpus: { type: "string" },
    language: { type: "string" },
    organisations: { type: "boolean" },
    limit: { type: "string" },
    width: { type: "string" },
    seed: { type: "string" },
    sort: { type: "string" },
  },
  words: true,
  async run(values, terminal) {
    const limit = wholeNumber(values, "limit", 1) ?? 40;
    const width = wholeNumber(values, "width", 30) ?? (Number(process.stdout.columns) || 117) - 17;
    const seed = wholeNumber(values, "seed", 0);
    const sort = text(values, "sort");
    if (sort !== undefined && sort !== "left" && sort !== "right")
      throw new UsageError(`kwic: found --sort ${sort}, expected left or right`);
    const { study, queries, files, postsMissing } = await studyQueries("kwic", values, terminal);
    const corpus = askedCorpus("kwic", values, study);
    const asked = askedQueries(values, queries);
    const language = askedLanguage(values, study.languages);
    if (postsMissing()) return exitCodes.fault;
    const matcher = compileQueries(asked);
    const kept = new Reservoir<ConcordanceLine>(limit, seed);
    let matched = 0;
    const choice = {
      corpus,
      language,
      organisationsOnly: values.organisations === true,
    };
    for await (const post of corpusPosts(files, choice)) {
      const seen = new Set<string>();
      const matches = matcher.match(post);
      if (matches.length > 0) matched += 1;
      for (const { part, start, end } of matches.flatMap(({ evidence }) => evidence)) {
        if (seen.has(`${part} ${start} ${end}`)) continue;
        seen.add(`${part} ${start} ${end}`);
        kept.offer(() =>
          concordanceLine(post.postId, part === "title" ? post.title! : post.text, start, end),
        );
      }
    }
    const lines = sort === undefined ? kept.items() : sortedLines(kept.items(), sort, study.languages);
    for (const line of alignedLines(lines, width)) terminal.print(line);
    terminal.warn(
      `kwic: ${lines.length} of ${kept.offered} places in ${matched} posts${seed === undefined ? "" : `, seed ${seed}`}. ` +
        (choice.organisationsOnly
          ? "Posts of organisations alone. Nothing was written."
          : "These are people's texts: nothing was written; keep them on this machine.") +
        " npm run query -- explain TOPIC --post ID tells why a post matches.",
    );
    return exitCodes.done;
  },
};

/** The language that `--language` names: one that posts are identified as, or the study's. */
function askedLanguage(values: OptionValues, ofStudy: readonly string[]): string | undefined {
  const language = text(values, "language");
  const known = [...new Set([...LANGUAGES, ...ofStudy])];
  if (language === undefined || known.includes(language)) return language;
  throw new UsageError(`kwic: found --language ${language}, expected one of ${known.join(", ")}`);
}

function askedQueries(values: OptionValues, all: readonly ConceptQuery[]) {
  const names = texts(values, "words");
  const written = text(values, "query");
  if (names.length > 1 || (names.length === 0) === (written === undefined))
    throw new UsageError("kwic: found no topic or more than one, expected TOPIC, or --query QUERY");
  const queries =
    written === undefined ? queriesOf("kwic", all, names[0]!).map((query) => query.text) : [written];
  try {
    return queries.map((query) => parseQuery(query));
  } catch (error) {
    throw error instanceof QueryError ? asUsage("kwic", error) : error;
  }
}

function wholeNumber(values: OptionValues, name: string, least: number): number | undefined {
  const written = text(values, name);
  if (written === undefined) return undefined;
  const number = Number(written);
  if (!/^\d+$/.test(written) || !Number.isSafeInteger(number) || number < least)
    throw new UsageError(`kwic: found --${name} ${written}, expected a whole number from ${least}`);
  return number;
}
