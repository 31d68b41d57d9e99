import { identifyLanguage } from "../language/identify.ts";
import { QueryError } from "../query/error.ts";
import { type Explanation, explain } from "../query/explain.ts";
import type { Post } from "../query/post.ts";
import { harmless } from "../query/terminal-text.ts";
import { exitCodes, type OptionValues, type Terminal, text, UsageError } from "./command.ts";
import { asUsage, type ConceptQuery, queriesOf } from "./concept-queries.ts";
import { corpusPosts } from "./corpus-posts.ts";

/** Code units of a query's part or of a found text that are shown. */
const LONGEST = 60;
/** Places of a word that are listed. */
const MOST_PLACES = 8;
/** Parts that do not match are not listed in an OR that has more of them than this. */
const MOST_MISSES = 6;

/** Prints, for one post, which parts of a concept's queries match where, and why the others do not. */
export async function explainPost(
  queries: readonly ConceptQuery[],
  names: readonly string[],
  values: OptionValues,
  files: { posts: string; spill: string },
  terminal: Terminal,
): Promise<number> {
  const written = text(values, "query");
  const [name] = names;
  if (names.length > 1 || (name === undefined) === (written === undefined))
    throw new UsageError("query: found no topic or more than one, expected explain TOPIC, or --query QUERY");
  const asked =
    name === undefined
      ? [{ text: written!, place: (_position: number) => "--query", head: "the query" }]
      : queriesOf("query", queries, name).map((query) => ({
          text: query.text,
          place: query.place,
          head: `${query.concept.id} in ${query.language}`,
        }));
  const post = await postOf(values, files);
  if (post === undefined) {
    terminal.warn(`query: found no post ${text(values, "post")}, expected a post_id of posts.parquet`);
    return exitCodes.fault;
  }
  let matched = 0;
  for (const { text: query, place, head } of asked) {
    const explanation = explained(query, post);
    if (explanation.matched) matched += 1;
    terminal.print(`${place(0)}: ${head} ${explanation.matched ? "matches" : "does not match"}`);
    for (const line of explanationLines(explanation, 1)) terminal.print(line);
  }
  const answer = matched > 0 ? "has the topic" : "does not have the topic";
  terminal.print(
    `query: the post ${answer}: ${matched} of ${asked.length} queries match. Nothing was written; the lines above may ` +
      "hold a person's words: keep them on this machine.",
  );
  return exitCodes.done;
}

/** An explanation as indented lines: what matches with its places, what does not with its reason. */
export function explanationLines(explanation: Explanation, depth: number): string[] {
  const { query, matched, reason, found, parts } = explanation;
  const indent = "  ".repeat(depth);
  const places = found
    .slice(0, MOST_PLACES)
    .map(({ part, start, end, text: stretch }) => `${part} ${start}–${end} "${shortened(stretch)}"`);
  if (found.length > MOST_PLACES) places.push(`and ${found.length - MOST_PLACES} places more`);
  const line = `${indent}${matched ? "+" : "-"} ${shortened(query)}: ${reason}${places.length === 0 ? "" : `: ${places.join(", ")}`}`;
  const misses = parts.filter((part) => !part.matched);
  const hidden = misses.length > MOST_MISSES;
  const shown = hidden && isList(parts) ? parts.filter(({ matched: hit }) => hit) : parts;
  const rest =
    shown.length === parts.length ? [] : [`${indent}  - and ${misses.length} others that are not there`];
  return [line, ...shown.flatMap((part) => explanationLines(part, depth + 1)), ...rest];
}

/** Parts that are single words or phrases. */
function isList(parts: readonly Explanation[]): boolean {
  return parts.every((part) => part.parts.length === 0);
}

function shortened(stretch: string): string {
  const line = harmless(stretch.slice(0, 4 * LONGEST));
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}…`;
}

function explained(query: string, post: Post): Explanation {
  try {
    return explain(query, post);
  } catch (error) {
    throw error instanceof QueryError ? asUsage("query", error) : error;
  }
}

/** A text as a post, its language identified unless told. */
function textPost(given: string, title: string | null, values: OptionValues): Post {
  const found = identifyLanguage(title === null ? given : `${title}\n${given}`);
  const language = text(values, "language") ?? found.language;
  return {
    text: given,
    title,
    script: found.script,
    values: { language, site: text(values, "site"), socialType: text(values, "platform") },
  };
}

async function postOf(
  values: OptionValues,
  files: { posts: string; spill: string },
): Promise<Post | undefined> {
  const [postId, given, title] = ["post", "text", "title"].map((name) => text(values, name));
  if ((postId === undefined) === (given === undefined))
    throw new UsageError("query: found no post or two, expected --post ID or --text TEXT");
  const told = ["language", "site", "platform"].filter((name) => text(values, name) !== undefined);
  if (given !== undefined) return textPost(given.normalize("NFC"), title?.normalize("NFC") ?? null, values);
  if (told.length > 0)
    throw new UsageError(`query: found --${told[0]} beside --post, expected it beside --text`);
  for await (const post of corpusPosts(files, { postId: postId! })) return post;
  return undefined;
}
