import { cpSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../../../loaders/parquet/database.ts";
import { identifier, literal } from "../../../loaders/parquet/sql-text.ts";
import { privateTables } from "../../../loaders/statistics/tables.ts";
import type { Layout } from "../../../loaders/study/layout.ts";

export interface CorpusSize {
  readonly posts: number;
  readonly stories: number;
  readonly lemmas: number;
  readonly terms: number;
}

/** Lemmas in fewer posts than this are other words in each copy, so that the vocabulary grows with the corpus. */
const commonFrom = 20;

/**
 * Writes a study home into the folder `home`: the study of `layout`, and its private tables, whole or, where `posts` are
 * asked for, as many copies as make that number. In a copy, posts, stories, sources that are no organisations, and rare
 * lemmas are others, reactions are up to a tenth more, and all else is as in the original. Throws where the study
 * has no private tables yet.
 */
export async function writeCorpus(layout: Layout, home: string, posts?: number): Promise<CorpusSize> {
  const from = (name: string) => join(layout.root, layout.derived, `${name}.parquet`);
  const to = (name: string) => join(home, "derived", `${name}.parquet`);
  const names = privateTables.map(({ name }) => name);
  const missing = names.find((name) => !existsSync(from(name)));
  if (missing !== undefined) throw new Error(`found no ${from(missing)}, expected it: run npm run data`);
  mkdirSync(join(home, "derived"), { recursive: true });
  for (const folder of ["study", "validation"]) {
    const source = join(layout.root, layout.home, folder);
    if (existsSync(source)) cpSync(source, join(home, folder), { recursive: true });
  }
  const { connection, close } = await openDatabase({ spill: join(home, "spill") });
  try {
    const one = async (sql: string) => Number((await connection.runAndReadAll(sql)).getRowsJson()[0]![0]);
    for (const name of names) {
      await connection.run(`create view ${name} as from read_parquet(${literal(from(name))})`);
    }
    const held = await one("select count(*) from posts");
    await connection.run(
      `create table copies as select range::integer as copy from range(${Math.ceil((posts ?? held) / held)})`,
    );
    const most = await one("select max(lemma_id) + 1 from lemmas");
    // The last copy is cut to the number asked for by post ids, which are as good as drawn.
    const last = posts === undefined ? held : posts - held * (Math.ceil(posts / held) - 1);
    await connection.run(
      `create table kept as
       select post_id, copy
       from (select post_id, row_number() over (order by post_id) as place from posts) cross join copies
       where copy < (select max(copy) from copies) or place <= ${last}`,
    );
    const id = (column: string) =>
      `case copy when 0 then ${column} else left(md5(${column} || ':' || copy), 16) end as ${column}`;
    const more = (column: string) =>
      `(${column} * (1 + hash(post_id, copy) % 100 / 1000))::bigint as ${column}`;
    const lemmaOf = (table: string, column: string) =>
      `case when copy > 0 and ${table}.posts < ${commonFrom} then ${column} + copy * ${most} else ${column} end::integer`;
    const lemma = `${lemmaOf("lemmas", "lemma_id")} as lemma_id`;
    const pair = {
      lemma_id: `${lemmaOf("one", "one.lemma_id")} as lemma_id`,
      next_lemma_id: `${lemmaOf("next", "next_lemma_id")} as next_lemma_id`,
    };
    const copies = await one("select count(*) from copies");
    /** Pairs of common lemmas are the same in each copy, so that their posts add up. */
    const whole = `one.posts >= ${commonFrom} and next.posts >= ${commonFrom}`;
    const added = (column: string) =>
      `(pairs.${column} * case when ${whole} then ${copies} else 1 end)::integer as ${column}`;
    const joinedPair = (table: string) =>
      `join (select lemma_id, posts from lemmas) as one on one.lemma_id = ${table}.lemma_id
       join (select lemma_id, posts from lemmas) as next on next.lemma_id = next_lemma_id`;
    const source =
      "case when copy = 0 or not starts_with(source_id, 'p:') then source_id else source_id || ':' || copy end as source_id";
    const changed: Record<string, Record<string, string>> = {
      posts: { post_id: id("post_id"), story_id: id("story_id"), source_id: source },
      annotations: { post_id: id("post_id"), story_id: id("story_id") },
      gender_variants: { post_id: id("post_id") },
      terms: { post_id: id("post_id"), lemma_id: lemma },
      bigrams: { post_id: id("post_id"), ...pair, count: "count" },
      lemma_pairs: { ...pair, surface: "surface", posts: added("posts"), count: added("count") },
    };
    for (const column of ["views", "likes", "comments", "shares"]) changed.posts![column] = more(column);
    for (const { name, columns } of privateTables) {
      const selected = columns.map((column) => changed[name]?.[column.name] ?? identifier(column.name));
      const rows =
        name === "lemmas"
          ? `select ${columns
              .map((column) =>
                column.name === "lemma_id"
                  ? lemma
                  : column.name === "lemma"
                    ? `case when copy > 0 and posts < ${commonFrom} then lemma || copy else lemma end as lemma`
                    : identifier(column.name),
              )
              .join(", ")} from lemmas cross join copies where copy = 0 or posts < ${commonFrom}`
          : name === "lemma_pairs"
            ? `select ${selected.join(", ")} from lemma_pairs as pairs cross join copies ${joinedPair("pairs")}
               where copy = 0 or not (${whole})`
            : name === "rejects"
              ? "from rejects"
              : `select ${selected.join(", ")} from kept join ${name} using (post_id)${
                  name === "terms"
                    ? " join (select lemma_id, posts from lemmas) as lemmas using (lemma_id)"
                    : name === "bigrams"
                      ? ` ${joinedPair("bigrams")}`
                      : ""
                }`;
      await connection.run(`copy (${rows}) to ${literal(to(name))} (format parquet, compression zstd)`);
    }
    const count = (what: string, name: string) =>
      one(`select count(${what}) from read_parquet(${literal(to(name))})`);
    return {
      posts: await count("*", "posts"),
      stories: await count("distinct story_id", "posts"),
      lemmas: await count("*", "lemmas"),
      terms: await count("*", "terms"),
    };
  } finally {
    close();
  }
}
