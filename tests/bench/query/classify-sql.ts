/**
 * The same classification in plain DuckDB SQL on two threads, as a process of its own:
 * `classify-sql.ts vocabulary|stream POSTS STUDY OUT`. `vocabulary` keeps the words, finds the distinct ones, matches
 * those and joins back; `stream` joins each word with the patterns as it comes, and keeps none.
 */
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { literal } from "../../../loaders/parquet/sql-text.ts";
import type { Asked } from "./study.ts";

const [way, posts, study, out] = process.argv.slice(2) as [string, string, string, string];
const STEM = 5;
const begun = performance.now();
const asked: Asked[] = JSON.parse(readFileSync(study, "utf8"));
const lists: string[][] = [];
const queries = asked.map(({ any, and, not }) =>
  [any, and, not].map((words) => (words ? lists.push(words) - 1 : -1)),
);
if (lists.length > 64) throw new Error(`found ${lists.length} lists, expected at most 64`);

const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
await connection.run("create table patterns (form varchar, stem varchar, is_prefix boolean, bit ubigint)");
const rows = lists.flatMap((words, list) =>
  words.map((word) => {
    const form = word.replace("*", "");
    return `('${form}', '${form.slice(0, STEM)}', ${word.endsWith("*")}, ${1n << BigInt(list)}::ubigint)`;
  }),
);
await connection.run(`insert into patterns values ${rows.join(", ")}`);
const bit = (list: number) => (list === -1 ? "0" : String(1n << BigInt(list)));
await connection.run("create table queries (query integer, one ubigint, other ubigint, none ubigint)");
await connection.run(
  `insert into queries values ${queries.map((masks, i) => `(${i}, ${masks.map(bit).join(", ")})`).join(", ")}`,
);
const words = `
  select post, unnest(regexp_extract_all(replace(lower(text), 'ё', 'е'), '[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}]*')) as word
  from read_parquet(${literal(posts)})`;
const matches = `
  left(word, ${STEM}) = stem
  and (word = form or (is_prefix and starts_with(word, form)))`;
const masks =
  way === "vocabulary"
    ? `words as materialized (${words}),
      vocabulary as (select distinct word from words),
      matched as (
        select word, bit_or(bit) as bits
        from vocabulary
        join patterns on ${matches}
        group by word
      ),
      masks as (
        select post, bit_or(bits) as bits
        from words
        join matched using (word)
        group by post
      )`
    : `masks as (
        select post, bit_or(bit) as bits
        from (${words})
        join patterns on ${matches}
        group by post
      )`;
await connection.run(`
  copy (
    with ${masks}
    select post, query
    from masks
    join queries on (bits & one) <> 0 and (other = 0 or (bits & other) <> 0) and (bits & none) = 0
  ) to ${literal(out)} (format parquet, compression zstd)`);
const seconds = (performance.now() - begun) / 1000;
console.log(JSON.stringify({ seconds, kilobytes: process.resourceUsage().maxRSS }));
