import {
  type Command,
  exitCodes,
  exitHelp,
  studyHelp,
  studyOption,
  text,
  texts,
  UsageError,
} from "./command.ts";
import { explainPost } from "./query-explain.ts";
import { exportQueries } from "./query-export.ts";
import { lintQueries } from "./query-lint.ts";
import { studyQueries } from "./study-queries.ts";

export const query: Command = {
  name: "query",
  summary: "check the study's queries against the corpus, explain a match, export to other platforms",
  help: `npm run query -- lint [--study DIR] [--corpus ID] [--least N] [--longest N]
npm run query -- explain TOPIC (--post ID | --text TEXT [--title TEXT] [--language CODE]
                               [--site HOST] [--platform ID]) [--study DIR]
npm run query -- export [TOPIC …] [--to PLATFORM] [--study DIR]

lint reads every post and lists, each with counts and the query's file and line: what a platform may refuse; words
that match nothing; words that carry almost all matches of a query; topics that stand in the same posts; and what
other words each wildcard takes, with how alike the company is that they keep. It prints no post.

explain says of each part of a topic's queries whether it matches a post, where, and if not why. It prints parts of
the post: keep them on this machine.

export writes queries (all topics if none is named) in the syntax of brandwatch, talkwalker, elasticsearch or
mediacloud, the languages joined by OR, and warns of what can't be said there.

${studyHelp}
  --corpus ID     posts of this corpus only
  --least N       lemmas that a wildcard takes fewer times are not listed (default: 3)
  --longest N     characters that your platform takes in a query; longer ones are listed (default: no limit)
  --post ID       a post of the private corpus, by post_id
  --text TEXT     the text of a post; --title its title
  --language CODE, --site HOST, --platform ID   what language:, site: and socialType: ask of that text (default: the
                  language is identified, the others are not given)
  --query QUERY   explain this query in place of a topic's
  --to PLATFORM   one platform (default: all)

TOPIC is the id of a topic, barrier, programme or disability; an id of several is the topic's; else write barriers/ID.

${exitHelp}`,
  options: {
    ...studyOption,
    corpus: { type: "string" },
    least: { type: "string" },
    post: { type: "string" },
    text: { type: "string" },
    title: { type: "string" },
    language: { type: "string" },
    site: { type: "string" },
    platform: { type: "string" },
    longest: { type: "string" },
    query: { type: "string" },
    to: { type: "string" },
  },
  words: true,
  async run(values, terminal) {
    const [action, ...names] = texts(values, "words");
    if (action !== "lint" && action !== "explain" && action !== "export") {
      const found = action === undefined ? "nothing" : `"${action}"`;
      throw new UsageError(
        `query: found ${found}, expected lint, explain or export. See npm run query -- --help`,
      );
    }
    const { study, queries, files, postsMissing } = await studyQueries("query", values, terminal);
    if (action === "export") return exportQueries(queries, names, text(values, "to"), terminal);
    const needsPosts = action === "lint" || text(values, "post") !== undefined;
    if (needsPosts && postsMissing()) return exitCodes.fault;
    if (action === "explain") return explainPost(queries, names, values, files, terminal);
    if (names.length > 0)
      throw new UsageError(`query: found "${names.join(" ")}" after lint, expected options only`);
    return lintQueries(study, queries, values, files, terminal);
  },
};
