import { writeParquet } from "../../loaders/parquet/write.ts";
import { posts } from "../../loaders/tables.ts";

export interface TestPost {
  post_id: string;
  source_id?: string;
  language?: string;
  title?: string | null;
  text: string;
}

/** Writes a posts.parquet with all its columns; those that annotating does not read are filled in. */
export async function writePosts(file: string, rows: readonly TestPost[]): Promise<void> {
  await writeParquet(
    file,
    posts.columns,
    rows.map((row) => [
      row.post_id,
      "public",
      "general",
      "news",
      row.source_id ?? "p:0000",
      null,
      Date.UTC(2023, 0, 31),
      19_388,
      row.language ?? "ru",
      "cyrillic",
      row.title ?? null,
      row.text,
      row.post_id,
      null,
      null,
      null,
      null,
      "made.csv#1",
      "table/1",
      null,
      1,
      0,
    ]),
  );
}
