import { openDatabase } from "../parquet/database.ts";
import { literal } from "../parquet/sql-text.ts";
import type { Concept } from "../study/types.ts";
import { netCaster, netOf } from "./near-words.ts";
import type { Stratum } from "./strata.ts";

/** All posts that a sample is drawn from, and where each stands toward each topic. */
export interface Frame {
  /** In ascending order. */
  readonly postIds: readonly string[];
  /** By topic id: the stratum of each post. */
  readonly strata: ReadonlyMap<string, Stratum[]>;
}

/**
 * Reads posts and annotations and tells, for each topic, which posts its query retrieved, which it did not but
 * hold a word of it, and the rest. `files` are paths of Parquet files; `spill` a folder for DuckDB to work in.
 */
export async function readFrame(
  files: { posts: string; annotations: string; spill: string },
  topics: readonly Concept[],
): Promise<Frame> {
  const cast = netCaster(topics.map(netOf));
  const database = await openDatabase({ spill: files.spill });
  try {
    const result = await database.connection.stream(
      `select p.post_id, concat_ws(chr(10), p.title, p.text), array_to_string(a.topics, ' ')
       from read_parquet(${literal(files.posts)}) p
       join read_parquet(${literal(files.annotations)}) a using (post_id)
       order by p.post_id`,
    );
    const postIds: string[] = [];
    const byTopic = topics.map(() => [] as Stratum[]);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) break;
      for (const [id, text, retrieved] of chunk.getRows() as [string, string, string][]) {
        postIds.push(id);
        const found = new Set(retrieved.split(" "));
        const near = new Set(cast(text));
        topics.forEach((topic, index) => {
          byTopic[index]!.push(found.has(topic.id) ? "retrieved" : near.has(index) ? "near" : "rest");
        });
      }
    }
    return { postIds, strata: new Map(topics.map((topic, index) => [topic.id, byTopic[index]!])) };
  } finally {
    database.close();
  }
}

/** What a coder sees of a post. */
export interface ShownPost {
  readonly date: string;
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

/** Reads the posts of a sample, by id. */
export async function readShownPosts(
  files: { posts: string; spill: string },
  ids: readonly string[],
): Promise<Map<string, ShownPost>> {
  const database = await openDatabase({ spill: files.spill });
  try {
    const list = [...new Set(ids)].map(literal).join(", ");
    const reader = await database.connection.runAndReadAll(
      `select post_id, local_date::varchar as date, language, coalesce(title, '') as title, text
       from read_parquet(${literal(files.posts)})
       where post_id in (${list === "" ? "null" : list})`,
    );
    const rows = reader.getRowObjectsJson() as unknown as (ShownPost & { post_id: string })[];
    return new Map(rows.map(({ post_id, ...shown }) => [post_id, shown]));
  } finally {
    database.close();
  }
}
