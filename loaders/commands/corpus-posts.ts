import { openDatabase } from "../parquet/database.ts";
import { literal } from "../parquet/sql-text.ts";
import type { Post } from "../query/post.ts";

/** A post of the private corpus as queries see it. */
export interface CorpusPost extends Post {
  postId: string;
  corpus: string;
  language: string;
  sourceId: string;
  title: string | null;
}

export interface PostChoice {
  corpus?: string;
  language?: string;
  postId?: string;
  /** Posts of the register's organisations alone. */
  organisationsOnly?: boolean;
}

/**
 * The posts of posts.parquet in its order, one at a time; `spill` is a folder for DuckDB to work in. They hold
 * people's texts: nothing of them may be written to a file or published.
 */
export async function* corpusPosts(
  files: { posts: string; spill: string },
  choice: PostChoice = {},
): AsyncGenerator<CorpusPost> {
  const wanted = [
    choice.corpus === undefined ? [] : `corpus = ${literal(choice.corpus)}`,
    choice.language === undefined ? [] : `language = ${literal(choice.language)}`,
    choice.postId === undefined ? [] : `post_id = ${literal(choice.postId)}`,
    choice.organisationsOnly === true ? "not starts_with(source_id, 'p:')" : [],
  ].flat();
  const database = await openDatabase({ spill: files.spill });
  try {
    const result = await database.connection.stream(
      `select post_id, corpus, language, source_id, platform, outlet, script, title, text
       from read_parquet(${literal(files.posts)})
       ${wanted.length === 0 ? "" : `where ${wanted.join(" and ")}`}`,
    );
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      for (const row of chunk.getRows() as (string | null)[][]) yield postOf(row);
    }
  } finally {
    database.close();
  }
}

function postOf([postId, corpus, language, sourceId, platform, outlet, script, title, text]: (
  | string
  | null
)[]): CorpusPost {
  return {
    postId: postId!,
    corpus: corpus!,
    language: language!,
    sourceId: sourceId!,
    title: title ?? null,
    text: text!,
    script,
    values: { language, socialType: platform, site: outlet },
  };
}
