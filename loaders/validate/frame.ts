import { openDatabase } from "../parquet/database.ts";
import { literal } from "../parquet/sql-text.ts";
import { netCaster } from "./near-words.ts";
import { emptyAnswer, type Question } from "./question.ts";
import type { Stratum } from "./strata.ts";
import { studyNets } from "./study-nets.ts";

/** All posts that a sample is drawn from, and where each stands toward each question. */
export interface Frame {
  /** In ascending order. */
  readonly postIds: readonly string[];
  /** By question: the stratum of each post; null where it is not asked of the post. */
  readonly strata: ReadonlyMap<string, readonly (Stratum | null)[]>;
}

/**
 * What the machine said, by family: the ids that it found in a post, between spaces, or its one answer. A region by the
 * seat of the publishing organisation is read from the register and not from the post, so coders are not asked.
 */
const machineSaid: Readonly<Record<string, string>> = {
  topics: "array_to_string(a.topics, ' ')",
  barriers: "array_to_string(a.barriers, ' ')",
  programmes: "array_to_string(a.programmes, ' ')",
  disabilities: "array_to_string(a.disabilities, ' ')",
  gender: "a.gender",
  places: "case when a.place_source <> 'organisation' then coalesce(a.place_focus, 'none') end",
};

/**
 * Reads posts and annotations and tells, for each question, what the machine answered to each post, and which of those
 * without an answer a broad net catches. `files` are paths of Parquet files; `spill` a folder for DuckDB to work in.
 */
export async function readFrame(
  files: { posts: string; annotations: string; spill: string },
  questions: readonly Question[],
): Promise<Frame> {
  const cast = netCaster(questions.map(({ words, net }) => (net.length > 0 ? [] : words)));
  const castOwn = studyNets(questions.map(({ net }) => net));
  const families = [...new Set(questions.map(({ family }) => family))];
  const columns = families.map((family) => `, ${machineSaid[family]!}`).join("");
  const database = await openDatabase({ spill: files.spill });
  try {
    const result = await database.connection.stream(
      `select p.post_id, p.title, p.text, p.language, p.script${columns}
       from read_parquet(${literal(files.posts)}) p
       join read_parquet(${literal(files.annotations)}) a using (post_id)
       order by p.post_id`,
    );
    const postIds: string[] = [];
    const strata = new Map(questions.map(({ id }) => [id, [] as (Stratum | null)[]]));
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) break;
      for (const row of chunk.getRows() as (string | null)[][]) {
        const [id, title, text, language, script, ...said] = row as [
          string,
          string | null,
          string,
          string,
          string,
          ...(string | null)[],
        ];
        postIds.push(id);
        const near = new Set([
          ...cast(title === null ? text : `${title}\n${text}`),
          ...castOwn({ title, text, script, values: { language } }),
        ]);
        const found = new Map(families.map((family, index) => [family, said[index] ?? null]));
        questions.forEach((question, index) => {
          const answer = found.get(question.family)!;
          strata.get(question.id)!.push(stratumOf(question, answer, near.has(index)));
        });
      }
    }
    return { postIds, strata };
  } finally {
    database.close();
  }
}

function stratumOf(question: Question, said: string | null, near: boolean): Stratum | null {
  if (said === null) return null;
  if (question.concept !== "") {
    if (said.split(" ").includes(question.concept)) return "retrieved";
  } else if (said !== emptyAnswer(question)) return said;
  return near ? "near" : "rest";
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
