import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { makeTable } from "../../loaders/statistics/make-table.ts";
import { countedTables } from "../../loaders/statistics/queries.ts";
import { privateFiles, registerFiles } from "../../loaders/statistics/steps.ts";
import { writeGarwood, writeStudyTables } from "../../loaders/statistics/write-tables.ts";
import type { Study } from "../../loaders/study/study.ts";

const titled = (id: string, en: string) => ({ id, title: { en }, description: { en } });
const concept = (id: string, en: string) => ({ id, title: { en }, query: { en: id } });
const unit = (id: string, name: string, population: number) => ({
  id,
  name: { en: name },
  type: "region" as const,
  mapUnit: id,
  population: [
    { year: 2022, value: population },
    { year: 2023, value: population + 1000 },
  ],
  populationSource: "census",
  patterns: [name],
});

/** An invented study: three topics, four regions of which two share a map unit, one organisation. */
export const sampleStudy: Study = {
  home: "sample",
  id: "sample",
  title: { en: "Sample" },
  synthetic: true,
  window: { from: "2022-01-03", to: "2022-04-30" },
  timeZone: "Asia/Almaty",
  languages: ["ru"],
  reportLanguages: ["en"],
  threshold: 5,
  stories: { threshold: 0.4 },
  publish: { organisation_posts: false },
  contact: "nobody@study.example",
  citation: { authors: ["Nobody"] },
  corpora: [titled("public", "General public"), titled("organisations", "Organisations")],
  scopes: [titled("general", "Education in general"), titled("inclusive", "Inclusive education")],
  questions: [],
  platforms: [
    { id: "news", title: { en: "News sites" }, hosts: ["*"] },
    { id: "telegram", title: { en: "Telegram" }, hosts: ["t.me"] },
  ],
  captures: [],
  topics: [concept("a", "Access"), concept("b", "Bullying"), concept("c", "Costs")],
  barriers: [],
  programmes: [],
  disabilities: [],
  regions: [
    unit("X-1", "Northland", 100_000),
    unit("X-2", "Southland", 50_000),
    { ...unit("X-3", "New Southland", 30_000), mapUnit: "X-2" },
    unit("X-4", "Empty Quarter", 9_000),
  ],
  mapUnits: [
    { id: "X-1", name: { en: "Northland" } },
    { id: "X-2", name: { en: "Southland" } },
    { id: "X-4", name: { en: "Empty Quarter" } },
  ],
  organisations: [{ id: "help", name: { en: "Help" }, type: "NGO", accounts: {} }],
  sources: [],
};

/**
 * Writes the sample's Parquet files into a new folder and returns table name to file. 240 posts on the
 * inclusive queries and 60 on the general ones; posts 1 and 2, 3 and 4, … of each are copies of one story.
 */
export async function writeSample(): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "tyndau-statistics-"));
  mkdirSync(join(folder, "statistics"));
  const files = { ...privateFiles(folder), ...registerFiles(folder) };
  await writeStudyTables(sampleStudy, files);
  await writeGarwood(files.garwood!);
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  await connection.run(`
    create table numbered as
    select
      i,
      i // 2 as story,
      format('{:016x}', i) as post_id,
      format('{:016x}', 2 * (i // 2)) as story_id,
      case when i >= 240 then 'general' else 'inclusive' end as scope,
      case when i < 240 and (i // 2) % 4 = 0 then 'organisations' else 'public' end as corpus
    from range(300) as range(i);
    copy (
      select
        post_id, corpus, scope,
        case when corpus = 'organisations' or i % 3 = 0 then 'telegram' else 'news' end as platform,
        case when corpus = 'organisations' then 'help' else 'p:' || post_id end as source_id,
        null::varchar as outlet,
        timestamp '2022-01-05 06:00:00' + interval (i * 9) hour as published_at,
        (timestamp '2022-01-05 12:00:00' + interval (i * 9) hour)::date as local_date,
        'ru' as language, 'cyrillic' as script, 1.0::double as language_confidence, 0.0::double as switching, null::varchar as title, 'a private sentence' as text, story_id,
        null::bigint as views, null::bigint as likes, null::bigint as comments, null::bigint as shares,
        'sample#' || i as capture, 'sample/1' as parser
      from numbered order by post_id
    ) to '${files.posts}' (format parquet);
    copy (
      select
        post_id, story_id, 10::integer as tokens,
        list_filter(['a', 'b', 'c'], lambda topic: (topic = 'a' and story % 2 = 0) or (topic = 'b' and story % 5 = 0)) as topics,
        []::varchar[] as barriers, []::varchar[] as programmes, []::varchar[] as disabilities,
        []::varchar[] as hashtags, []::varchar[] as places,
        case story % 3 when 0 then 'X-1' when 1 then case when i % 2 = 0 then 'X-2' else 'X-3' end end as place_focus,
        case story % 3 when 0 then 'title' when 1 then 'text' else 'none' end as place_source,
        case story % 8 when 1 then 'girls' when 2 then 'boys' when 3 then 'boys' when 5 then 'boys' when 6 then 'both' else 'none' end as gender,
        case story % 4 when 0 then 'negative' when 1 then 'positive' else 'neutral' end as tone, 0.0::double as tone_score,
        null::varchar as outlet_place, null::boolean as outlet_national
      from numbered order by post_id
    ) to '${files.annotations}' (format parquet);
    copy (
      select post_id, 'topic' as annotator, topic as id, topic as word
      from (select post_id, unnest(list_filter(['a', 'b'], lambda topic: (topic = 'a' and story % 2 = 0) or (topic = 'b' and story % 5 = 0))) as topic from numbered)
      union all
      select post_id, 'topic', 'b', 'bb' from numbered where story % 10 = 0 and i % 2 = 1
      order by post_id
    ) to '${files.query_matches}' (format parquet);
    copy (select post_id, 'wide' as variant, 'boys' as gender from numbered order by post_id) to '${files.gender_variants}' (format parquet);
    copy (select post_id, 0::integer as lemma_id, 1::integer as count from numbered order by post_id) to '${files.terms}' (format parquet);
    copy (select 0::integer as lemma_id, 'слово' as lemma, 'ru' as language, 'слово' as surface, false as stop, count(*)::integer as posts, count(*)::integer as count from numbered) to '${files.lemmas}' (format parquet);
    copy (select post_id, 0::integer as lemma_id, 0::integer as next_lemma_id, 1::integer as count from numbered order by post_id) to '${files.bigrams}' (format parquet);
    copy (select 0::integer as lemma_id, 0::integer as next_lemma_id, 'слово слово' as surface, count(*)::integer as posts, count(*)::integer as count from numbered) to '${files.lemma_pairs}' (format parquet);
    copy (select 'sample#x' as capture, 's' as source, 'broken' as reason, '' as detail) to '${files.rejects}' (format parquet);
  `);
  connection.closeSync();
  instance.closeSync();
  return files;
}

/**
 * Makes the counted tables of folder `pages` from the sample's tables, in a new folder, with a threshold of 1, which
 * withholds nothing; returns name to file.
 */
export async function countSample(
  tables: Readonly<Record<string, string>>,
  pages: string,
): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "tyndau-counted-"));
  const counted: Record<string, string> = {};
  for (const { id, file } of countedTables(pages)) {
    const output = join(folder, `${id}.parquet`);
    await makeTable({
      name: id,
      file,
      tables,
      macros: "loaders/statistics/macros.sql",
      threshold: 1,
      output,
      description: join(folder, `${id}.json`),
    });
    counted[id] = output;
  }
  return counted;
}
