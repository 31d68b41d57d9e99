import { type Database, openDatabase } from "../parquet/database.ts";
import { readAhead } from "../parquet/read-ahead.ts";
import { literal } from "../parquet/sql-text.ts";
import { ParquetWriter } from "../parquet/write.ts";
import { annotations, evidence, genderVariants, queryMatches, type Table } from "../tables.ts";
import { BigramsTable } from "./bigrams-table.ts";
import { type Annotation, type AnnotationStudy, postAnnotator } from "./post-annotator.ts";
import { TermsTable } from "./terms-table.ts";

export type { AnnotationStudy } from "./post-annotator.ts";

export interface AnnotateOptions {
  /** posts.parquet, with the columns of `tables.ts`. */
  posts: string;
  study: AnnotationStudy;
  /**
   * Parquet files to write; `<file>.spill` beside each may be made and is removed. What has no file is not kept;
   * `bigrams` and `lemmaPairs` go together.
   */
  outputs: {
    annotations: string;
    terms: string;
    lemmas: string;
    bigrams?: string;
    lemmaPairs?: string;
    evidence?: string;
    queryMatches?: string;
    genderVariants?: string;
  };
  progress?(done: number, total: number | undefined, unit: string): void;
}

/**
 * Annotates every post and counts its words: one row of annotations.parquet a post, in the order of the posts;
 * one row of terms.parquet a lemma of a post; one row of lemmas.parquet a lemma; likewise bigrams.parquet and
 * lemma_pairs.parquet of lemmas that stand next to each other; in evidence.parquet the words that
 * the annotations rest on and in query_matches.parquet the queries' words that took them, in the order of the posts. The
 * bytes depend on posts and study alone.
 * `rowsIn` are posts, `rowsOut` annotations. Throws on a query or pattern of the study that can't be read.
 */
export async function annotate(options: AnnotateOptions): Promise<{ rowsIn: number; rowsOut: number }> {
  const { posts, study, outputs, progress } = options;
  const annotator = postAnnotator(study, {
    evidence: outputs.evidence !== undefined,
    queryWords: outputs.queryMatches !== undefined,
  });
  // Two databases: a streamed result ends, without an error, when its connection is used for anything else.
  const source = await openDatabase({ spill: `${outputs.terms}.read.spill` });
  const target = await openDatabase({ spill: `${outputs.terms}.spill` });
  const writer = await ParquetWriter.open(annotations.columns, `${outputs.annotations}.spill`);
  const evidenceWriter = await writerOf(evidence, outputs.evidence);
  const matchWriter = await writerOf(queryMatches, outputs.queryMatches);
  const variantWriter = await writerOf(genderVariants, outputs.genderVariants);
  try {
    const terms = await TermsTable.open(target.connection);
    const { bigrams: bigramsFile, lemmaPairs } = outputs;
    const bigrams =
      bigramsFile === undefined || lemmaPairs === undefined
        ? undefined
        : await BigramsTable.open(target.connection, terms.words, { bigrams: bigramsFile, lemmaPairs });
    const total = await countPosts(source, posts);
    for await (const [
      postIds,
      storyIds,
      sourceIds,
      platforms,
      outlets,
      languages,
      scripts,
      titles,
      texts,
    ] of streamPosts(source, posts)) {
      for (let i = 0; i < postIds.length; i++) {
        const annotation = annotator.annotate({
          title: titles[i]!,
          text: texts[i]!,
          sourceId: sourceIds[i]!,
          language: languages[i]!,
          script: scripts[i]!,
          platform: platforms[i]!,
          outlet: outlets[i]!,
        });
        terms.append(postIds[i]!, languages[i]!, annotator.terms);
        bigrams?.append(postIds[i]!, languages[i]!, annotator.neighbours);
        writer.append(rowOf(postIds[i]!, storyIds[i]!, annotation));
        for (const { variant, gender } of annotation.genderVariants)
          if (gender !== "none") variantWriter?.append([postIds[i]!, variant, gender]);
        for (const { annotator: by, id, word } of annotator.queryWords)
          matchWriter?.append([postIds[i]!, by, id, word]);
        for (const { annotator: by, id, word, field, offset } of annotator.evidence)
          evidenceWriter?.append([postIds[i]!, by, id, word, field, offset]);
      }
      progress?.(writer.count, total, "posts");
    }
    if (writer.count !== total) throw new Error(`${posts}: found ${writer.count} posts, expected ${total}`);
    await terms.finish(outputs, annotator.vocabulary, annotator.terms);
    await bigrams?.finish();
    await writer.finish(outputs.annotations);
    await evidenceWriter?.finish(outputs.evidence!);
    await matchWriter?.finish(outputs.queryMatches!);
    await variantWriter?.finish(outputs.genderVariants!);
    return { rowsIn: total, rowsOut: writer.count };
  } catch (error) {
    writer.abandon();
    evidenceWriter?.abandon();
    matchWriter?.abandon();
    variantWriter?.abandon();
    throw error;
  } finally {
    source.close();
    target.close();
  }
}

async function writerOf(table: Table, file: string | undefined): Promise<ParquetWriter | undefined> {
  return file === undefined ? undefined : await ParquetWriter.open(table.columns, `${file}.spill`);
}

type PostColumns = [
  string[],
  string[],
  string[],
  string[],
  (string | null)[],
  string[],
  string[],
  (string | null)[],
  string[],
];

async function countPosts({ connection }: Database, posts: string): Promise<number> {
  const counted = await connection.runAndReadAll(
    `select count(*)::integer from read_parquet(${literal(posts)})`,
  );
  return Number(counted.getRows()[0]![0]);
}

/** The columns that annotating reads, some thousand posts at a time, in the file's order. */
async function* streamPosts({ connection }: Database, posts: string): AsyncGenerator<PostColumns> {
  const result = await connection.stream(
    `select post_id, story_id, source_id, platform, outlet, language, script, title, text from read_parquet(${literal(posts)})`,
  );
  for await (const chunk of readAhead(result)) yield chunk.getColumns() as PostColumns;
}

/** Cells in the order of the columns of `annotations`. */
function rowOf(postId: string, storyId: string, annotation: Annotation) {
  const { tokens, topics, barriers, programmes, disabilities, hashtags, places, gender, tone, outlet } =
    annotation;
  return [
    postId,
    storyId,
    tokens,
    topics,
    barriers,
    programmes,
    disabilities,
    hashtags,
    places.places,
    places.focus,
    places.source,
    outlet.region,
    outlet.national,
    gender,
    tone.tone,
    tone.score,
  ];
}
