import type { DuckDBConnection } from "@duckdb/node-api";
import { literal } from "../../parquet/sql-text.ts";
import type { Cell } from "./cube.ts";

export interface PrivateFiles {
  readonly posts: string;
  readonly annotations: string;
  readonly evidence: string;
  readonly terms: string;
  readonly lemmas: string;
}

/** SQL of the quarter of a date, such as `2022-Q1`. */
export function quarterOf(date: string): string {
  return `year(${date}) || '-Q' || quarter(${date})`;
}

/** The mark of a story that is about no region. */
export const nowhere = "none";

/**
 * Stories counted by all their marks, before anything is withheld. A story counts once in each corpus and scope; its
 * language, platform and quarter are those of its first post there, its map unit that of the first post that has one
 * (as in the counted tables), its topics those of any of its posts. `regions`: region to map unit.
 */
export async function storyCells(
  connection: DuckDBConnection,
  files: PrivateFiles,
  regions: Readonly<Record<string, string>>,
): Promise<Cell[]> {
  const answer = await connection.runAndReadAll(`
    with
      marked as (
        select corpus, scope, posts.story_id, published_at, post_id, language, platform, local_date, place_focus, topics
        from read_parquet(${literal(files.posts)}) as posts
        join read_parquet(${literal(files.annotations)}) as annotations using (post_id)
      ),
      firsts as (
        select
          corpus, scope, story_id,
          arg_min(language, (published_at, post_id)) as language,
          arg_min(platform, (published_at, post_id)) as platform,
          min(local_date) as first_day,
          arg_min(place_focus, (published_at, post_id)) filter (where place_focus is not null) as region,
          array_to_string(list_sort(list_distinct(flatten(list(topics)))), ' ') as topics
        from marked
        group by corpus, scope, story_id
      )
    select
      corpus, scope, region, language, platform,
      ${quarterOf("first_day")} as quarter,
      topics,
      count(*)::integer as stories
    from firsts
    group by all
    order by all`);
  return answer.getRowsJson().map((row) => {
    const [corpus, scope, region, language, platform, quarter, topics] = row.map((value) =>
      value === null ? null : String(value),
    );
    return {
      corpus: corpus!,
      scope: scope!,
      map_unit: region == null ? nowhere : (regions[region] ?? nowhere),
      language: language!,
      platform: platform!,
      quarter: quarter!,
      topics: topics === "" ? [] : topics!.split(" "),
      stories: Number(row[7]),
    };
  });
}
