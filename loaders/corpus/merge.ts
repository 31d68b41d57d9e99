import type { DuckDBConnection } from "@duckdb/node-api";
import { openDatabase } from "../parquet/database.ts";
import { literal } from "../parquet/sql-text.ts";
import { copyToParquet } from "../parquet/write.ts";
import { posts } from "../tables.ts";
import { CaptureError } from "./capture-error.ts";
import { findStories } from "./find-stories.ts";
import type { CorpusReport } from "./parse.ts";

/** What of the study the merging depends on; plain JSON. */
export interface MergeParams {
  /** Capture ids in the study's order: where two entries hold one post, the later names its corpus and scope. */
  readonly captures: readonly string[];
  /** ISO dates in the study's zone, both inclusive. */
  readonly window: { readonly from: string; readonly to: string };
  /** The likeness at which two posts tell one story: see `StoryFinder`. */
  readonly stories: { readonly threshold: number };
}

export interface MergeJob {
  readonly params: MergeParams;
  /** The partitions of `parseCaptures`, in the order of `params.captures`. */
  readonly partitions: readonly { readonly posts: string; readonly rejects: string }[];
}

/**
 * Joins the partitions into `posts` and `rejects` (the columns of tables.ts). Posts outside the window become
 * rejects, and so do repeated captures. Of repeated captures of one post the latest is kept (by the capture's time, then the study's order of
 * entries, then files and records), with the latest known value of each counter, and with the corpus and scope
 * of the last entry of the study that holds it: a study lists its wide entries before its narrow ones. Copies
 * and near-copies share a story, named after the earliest post of it (by time, then id). Rows are ordered by time and id. Throws `CaptureError` where a table's
 * ids are shared by different posts.
 */
export async function mergeCaptures(
  job: MergeJob,
  outputs: { readonly posts: string; readonly rejects: string },
): Promise<CorpusReport> {
  const { captures, window, stories } = job.params;
  const database = await openDatabase({ spill: `${outputs.posts}.spill` });
  const { connection } = database;
  try {
    await connection.run(
      `create view partitions as ${union(job, captures, "posts")};
       create view set_aside as ${union(job, captures, "rejects")};
       create view captured as select * from partitions where ${insideWindow(window)};`,
    );
    await refuseSharedIds(connection);
    await connection.run(SETTLED);
    await findStories(connection, stories.threshold);
    await copyToParquet(connection, MERGED, outputs.posts);
    await copyToParquet(connection, rejectsQuery(window), outputs.rejects);
    const counts = await connection.runAndReadAll(
      `select
         (select count(*) from partitions) as rows_in,
         (select count(*) from captured) as inside,
         (select count(*) from settled) as rows_out`,
    );
    const [rowsIn = 0, inside = 0, rowsOut = 0] = counts.getRows()[0]!.map(Number);
    const setAside: Record<string, number> = {};
    if (rowsIn > inside) setAside["outside-window"] = rowsIn - inside;
    if (inside > rowsOut) setAside["repeated-capture"] = inside - rowsOut;
    return { rowsIn, rowsOut, setAside };
  } finally {
    database.close();
  }
}

/**
 * One id of two publishers at two times is not one post captured twice: the mapping's native_id is not unique,
 * and merging by it would lose posts.
 */
async function refuseSharedIds(connection: DuckDBConnection): Promise<void> {
  const shared = await connection.runAndReadAll(
    `select entry_id, count(*) as ids, min(one) as one, min(other) as other
     from (
       select entry_id, min(capture) as one, max(capture) as other
       from partitions
       where parser like 'table/%'
       group by entry_id, post_id
       having count(distinct source_id) > 1 and count(distinct published_at) > 1
     )
     group by entry_id
     order by entry_id
     limit 1`,
  );
  const row = shared.getRowObjects()[0];
  if (row === undefined) return;
  throw new CaptureError(
    `capture ${row.entry_id}: found ${row.ids} values of native_id that posts of different publishers and times ` +
      `share (such as ${row.one} and ${row.other}), expected one post an id; combine columns in study.yml, ` +
      'such as native_id: "{channel}/{message_id}"',
  );
}

function union(job: MergeJob, captures: readonly string[], table: "posts" | "rejects"): string {
  const selects = job.partitions.map(
    (partition, entry) =>
      `select *, ${entry} as entry, ${literal(captures[entry]!)} as entry_id from read_parquet(${literal(partition[table])})`,
  );
  return selects.join(" union all ");
}

function insideWindow(window: MergeParams["window"]): string {
  return `local_date between date ${literal(window.from)} and date ${literal(window.to)}`;
}

/** Which row of a post is kept, and what its other captures add. The text is not carried through the sort. */
const SETTLED = `
create table settled as
with ranked as (
  select
    post_id,
    entry,
    "position",
    corpus,
    scope,
    views,
    likes,
    comments,
    shares,
    published_at,
    row_number() over (
      partition by post_id
      order by captured_at nulls first, entry, "position"
    ) as turn
  from captured
),
one as (
  select
    post_id,
    arg_max(entry, turn) as entry,
    arg_max("position", turn) as "position",
    arg_max(corpus, (entry, turn)) as corpus,
    arg_max(scope, (entry, turn)) as scope,
    arg_max(views, turn) as views,
    arg_max(likes, turn) as likes,
    arg_max(comments, turn) as comments,
    arg_max(shares, turn) as shares,
    arg_max(published_at, turn) as published_at
  from ranked
  group by post_id
)
select
  *,
  (row_number() over (order by published_at, post_id) - 1)::integer as age
from one`;

const SETTLED_COLUMNS = new Set(["corpus", "scope", "views", "likes", "comments", "shares"]);

const MERGED = `
select ${posts.columns.map(({ name }) => columnOf(name)).join(", ")}
from captured
join settled on captured.entry = settled.entry and captured."position" = settled."position"
left join copies on copies.age = settled.age
left join settled as faces on faces.age = copies.face
order by captured.published_at, captured.post_id`;

function columnOf(name: string): string {
  if (name === "story_id") return "coalesce(faces.post_id, settled.post_id) as story_id";
  return `${SETTLED_COLUMNS.has(name) ? "settled" : "captured"}."${name}"`;
}

function rejectsQuery(window: MergeParams["window"]): string {
  return `
with outside as (
  select
    capture,
    entry_id as source,
    'outside-window' as reason,
    'found ' || local_date || ', expected ' || ${literal(`${window.from} to ${window.to}`)} as detail,
    entry
  from partitions
  where not (${insideWindow(window)})
),
repeated as (
  select
    capture,
    entry_id as source,
    'repeated-capture' as reason,
    'found a post captured more than once, expected each once: a later capture of it is kept' as detail,
    entry
  from captured
  anti join settled on captured.entry = settled.entry and captured."position" = settled."position"
)
select capture, source, reason, detail
from (
  select capture, source, reason, detail, entry from set_aside
  union all
  select capture, source, reason, detail, entry from outside
  union all
  select capture, source, reason, detail, entry from repeated
)
order by entry, capture, reason`;
}
