import { existsSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { findPersonalData } from "./personal-data.ts";
import { publishedTexts } from "./published-text.ts";
import { runsOf } from "./word-runs.ts";

export interface PrivacyOptions {
  /** Posts, as `corpus` wrote them. */
  readonly posts: string;
  /** Folders whose every file is searched: text, Parquet and Arrow. */
  readonly folders: readonly string[];
  /** The pseudonym of a platform's account, as `corpus` makes it. */
  pseudonymOf(platform: string, account: string): string;
  /** The post id of a platform's native id, as `corpus` makes it. */
  postIdOf(platform: string, nativeId: string): string;
  /** E-mail addresses that may stand: the study's contact, in lower case. */
  readonly allowed: readonly string[];
  /** Words in a row that make a text recognisable. */
  readonly run?: number;
}

export interface PrivacyFault {
  readonly file: string;
  readonly kind:
    | "text of a person"
    | "account"
    | "link to a post"
    | "pseudonym"
    | "phone"
    | "e-mail"
    | "identification number"
    | "bank card"
    | "file of an unknown kind";
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
  const run = options.run ?? 7;
  const files: { name: string; text: string }[] = [];
  const counts = new Map<string, number>();
  const count = (file: string, kind: PrivacyFault["kind"]) => {
    const key = `${file}\n${kind}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const folder of options.folders) {
    if (!existsSync(folder)) continue;
    for await (const { path, text } of publishedTexts(folder)) {
      const name = join(folder, path);
      if (text === undefined) count(name, "file of an unknown kind");
      else files.push({ name, text });
    }
  }
  const index = indexRuns(files, run);
  const people = { pseudonyms: new Set<string>(), posts: new Set<string>(), platforms: new Set<string>() };
  let posts = 0;
  for await (const post of personalPosts(options.posts)) {
    posts += 1;
    people.pseudonyms.add(post.source);
    people.posts.add(post.id);
    people.platforms.add(post.platform);
    for (const file of filesWith(post.text, index, run)) count(file, "text of a person");
  }
  for (const file of files) {
    for (const { kind } of findPersonalData(file.text, options.allowed)) count(file.name, kind);
    for (const match of file.text.matchAll(/(?<![\w:])p:[0-9a-f]{16}(?![0-9a-f])/g)) {
      if (match[0] !== "") count(file.name, "pseudonym");
    }
    for (const account of accounts(file.text)) {
      for (const platform of people.platforms) {
        if (people.pseudonyms.has(options.pseudonymOf(platform, account))) count(file.name, "account");
      }
    }
    for (const address of addresses(file.text)) {
      for (const platform of people.platforms) {
        if (people.posts.has(options.postIdOf(platform, address))) count(file.name, "link to a post");
      }
    }
  }
  const faults = [...counts].map(([key, total]) => {
    const [file = "", kind = ""] = key.split("\n");
    return { file, kind: kind as PrivacyFault["kind"], count: total };
  });
  return { files: files.length, posts, faults };
}

/** Word runs of all published files: the run's hash to the files that hold it. */
function indexRuns(files: readonly { name: string; text: string }[], run: number): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const { name, text } of files) {
    for (const key of new Set(runsOf(text, run))) {
      const holders = index.get(key);
      if (holders === undefined) index.set(key, [name]);
      else holders.push(name);
    }
  }
  return index;
}

function filesWith(text: string, index: ReadonlyMap<string, string[]>, run: number): Set<string> {
  const found = new Set<string>();
  for (const key of runsOf(text, run)) for (const file of index.get(key) ?? []) found.add(file);
  return found;
}

/** Candidates for an account: what follows an @, and each part of a link's path. */
function* accounts(text: string): Generator<string> {
  const seen = new Set<string>();
  for (const match of text.matchAll(/@([\p{L}\p{N}_.]{2,64})/gu)) seen.add(match[1]!);
  for (const address of addresses(text))
    for (const part of address.split(/[/?#&=]+/)) if (part !== "") seen.add(part);
  yield* seen;
}

function* addresses(text: string): Generator<string> {
  const seen = new Set(Array.from(text.matchAll(/https?:\/\/[^\s"'<>\])]{4,500}/g), (match) => match[0]));
  for (const address of seen) {
    yield address;
    yield address.replace(/^https?:\/\/(?:t\.me\/(?:s\/)?)?/, "");
  }
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
      for (let row = 0; row < chunk.rowCount; row++) {
        yield {
          id: String(ids?.[row]),
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
