import type { DuckDBConnection } from "@duckdb/node-api";
import { literal } from "../../parquet/sql-text.ts";
import { runsOf } from "../word-runs.ts";
import type { PrivateFiles } from "./story-cells.ts";

/** A post of an organisation of the register, as the concordance shows it. */
export interface OrganisationPost {
  readonly organisation: string;
  readonly scope: string;
  readonly platform: string;
  readonly language: string;
  /** ISO day. */
  readonly day: string;
  /** A region, or null. */
  readonly region: string | null;
  readonly topics: readonly string[];
  /**
   * For each of `topics` the words of `text` that it rests on, as start, length, start, length … in UTF-16 units: the first
   * three at most, without those inside another; none where a query matches by what is absent.
   */
  readonly places: readonly (readonly number[])[];
  readonly text: string;
}

export interface OrganisationPosts {
  readonly posts: readonly OrganisationPost[];
  /** Posts that repeat a run of words of someone outside the register: not published. */
  readonly leftOut: number;
}

/** Words in a row that make a text recognisable, as in the privacy check. */
const run = 7;

/**
 * The posts of the register's organisations, oldest first, without those that share seven words in a row with a post
 * of anyone else: who copied whom is not known, so the person's side is taken.
 */
export async function organisationPosts(
  connection: DuckDBConnection,
  files: PrivateFiles,
  organisations: readonly string[],
): Promise<OrganisationPosts> {
  const register = `(${organisations.map(literal).join(", ") || "null"})`;
  const found = await connection.runAndReadAll(`
    select posts.post_id, source_id, scope, platform, language, local_date, place_focus,
      array_to_string(topics, ' ') as topics, title, text
    from read_parquet(${literal(files.posts)}) as posts
    join read_parquet(${literal(files.annotations)}) as annotations using (post_id)
    where source_id in ${register}
    order by local_date, posts.post_id`);
  const places = await topicPlaces(connection, files, register);
  const posts = found
    .getRowsJson()
    .map(([id, source, scope, platform, language, day, region, list, title, body]) => {
      const topics = String(list)
        .split(" ")
        .filter((topic) => topic !== "");
      const head = title === null ? "" : `${title}\n`;
      return {
        id: String(id),
        post: {
          organisation: String(source),
          scope: String(scope),
          platform: String(platform),
          language: String(language),
          day: String(day),
          region: region === null ? null : String(region),
          topics,
          places: topics.map((topic) =>
            (places.get(`${id} ${topic}`) ?? []).flatMap(({ field, start, length }) => [
              field === "title" ? start : head.length + start,
              length,
            ]),
          ),
          text: plainText(`${head}${body}`),
        },
      };
    });
  const index = new Map<string, string[]>();
  for (const { id, post } of posts) {
    for (const key of new Set(runsOf(post.text, run))) {
      const holders = index.get(key);
      if (holders === undefined) index.set(key, [id]);
      else holders.push(id);
    }
  }
  const shared = new Set<string>();
  const stream = await connection.stream(
    `select concat_ws(chr(10), title, text) from read_parquet(${literal(files.posts)}) where source_id not in ${register}`,
  );
  for (;;) {
    const chunk = await stream.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    for (const text of chunk.getColumnValues(0)) {
      for (const key of runsOf(String(text), run)) for (const id of index.get(key) ?? []) shared.add(id);
    }
  }
  return {
    posts: posts.filter(({ id }) => !shared.has(id)).map(({ post }) => post),
    leftOut: shared.size,
  };
}

interface Place {
  readonly field: string;
  readonly start: number;
  readonly length: number;
}

/** The words that topics of the register's posts rest on, by post and topic, as they follow each other. */
async function topicPlaces(
  connection: DuckDBConnection,
  files: PrivateFiles,
  register: string,
): Promise<Map<string, Place[]>> {
  const found = await connection.runAndReadAll(`
    select post_id || ' ' || id, field, "offset", word
    from read_parquet(${literal(files.evidence)}) as evidence
    join read_parquet(${literal(files.posts)}) as posts using (post_id)
    where annotator = 'topic' and source_id in ${register}
    order by post_id, id, field = 'text', "offset", length(word) desc`);
  const places = new Map<string, Place[]>();
  for (const [key, field, start, word] of found.getRowsJson()) {
    const place = { field: String(field), start: Number(start), length: String(word).length };
    const known = places.get(String(key)) ?? [];
    const last = known.at(-1);
    if (last?.field === place.field && place.start < last.start + last.length) continue;
    known.push(place);
    places.set(String(key), known);
  }
  return places;
}

/**
 * A text whose order on the page is the order of its letters: control characters but line ends, and the marks that turn
 * the direction of writing (Unicode Bidirectional Algorithm, UAX 9, explicit formatting), become U+FFFD.
 */
export function plainText(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}
