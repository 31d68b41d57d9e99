import { DuckDBInstance } from "@duckdb/node-api";
import type { PublishedText, PublishedWords, TextFault } from "./published-words.ts";

export interface PrivacyOptions {
  /** Posts, as `corpus` wrote them. */
  readonly posts: string;
  /** Everything that was published. */
  readonly published: PublishedWords;
  /** The pseudonym of a platform's account, as `corpus` makes it. */
  pseudonymOf(platform: string, account: string): string;
  /** The post id of a platform's native id, as `corpus` makes it. */
  postIdOf(platform: string, nativeId: string): string;
}

export interface PrivacyFault {
  readonly file: string;
  readonly kind: TextFault | "text of a person" | "account" | "link to a post";
  /** How many in this file; what was found is never repeated. */
  readonly count: number;
}

export interface PrivacyReport {
  readonly files: number;
  readonly posts: number;
  readonly faults: readonly PrivacyFault[];
}

const personal = "p:";

/**
 * Searches everything that was published for what must not leave: a run of words from a post of anyone outside
 * the register, an account, a link to a person's post, a pseudonym, and personal data. The published words are
 * indexed and the posts streamed past them, so memory grows with the site and not with the corpus.
 */
export async function checkPrivacy(options: PrivacyOptions): Promise<PrivacyReport> {
  const { published } = options;
  const counts = new Map<string, number>();
  const count = (text: PublishedText, kind: PrivacyFault["kind"]) => {
    for (const file of text.files) {
      const key = `${file}\n${kind}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  };
  const people = { pseudonyms: new Set<string>(), posts: new Set<string>(), platforms: new Set<string>() };
  let posts = 0;
  for await (const post of personalPosts(options.posts)) {
    posts += 1;
    people.pseudonyms.add(post.source);
    people.posts.add(post.id);
    people.platforms.add(post.platform);
    for (const text of published.textsWith(post.text)) count(text, "text of a person");
  }
  for (const text of published.texts()) {
    for (const kind of text.faults) count(text, kind);
    for (const platform of people.platforms) {
      for (const account of text.accounts) {
        if (people.pseudonyms.has(options.pseudonymOf(platform, account))) count(text, "account");
      }
      for (const address of text.addresses) {
        if (people.posts.has(options.postIdOf(platform, address))) count(text, "link to a post");
      }
    }
  }
  const faults = [...counts].map(([key, total]) => {
    const [file = "", kind = ""] = key.split("\n");
    return { file, kind: kind as PrivacyFault["kind"], count: total };
  });
  return { files: published.files, posts, faults };
}

async function* personalPosts(
  file: string,
): AsyncGenerator<{ id: string; platform: string; source: string; text: string }> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const stream = await connection.stream(
      "select post_id, platform, source_id, coalesce(title, '') || chr(10) || text from read_parquet($1) where source_id like $2",
      [file, `${personal}%`],
    );
    for (;;) {
      const chunk = await stream.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      const [ids, platforms, sources, texts] = chunk.getColumns();
      for (let row = 0; row < ids!.length; row++) {
        yield {
          id: String(ids![row]),
          platform: String(platforms?.[row]),
          source: String(sources?.[row]),
          text: String(texts?.[row]),
        };
      }
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
