import { CaptureError } from "./capture-error.ts";
import { type CaptureBytes, damageOf } from "./capture-file.ts";
import { likelyDelimiter, readDelimited } from "./delimited.ts";
import { countIn } from "./json-value.ts";
import { type Outcome, reject, shapeOf } from "./outcome.ts";
import { decodeStream } from "./text-stream.ts";
import { unixSeconds } from "./unix-time.ts";
import { readIsoDate } from "./written-date.ts";
import { Zone } from "./zoned-time.ts";

const NEEDED = ["id", "body", "author"];
const UTC = new Zone("UTC");

/**
 * Reads 4CAT's CSV of an Instagram dataset, one outcome a row; comments are rejects. Throws `CaptureError` where
 * the header is not 4CAT's.
 */
export async function* readInstagram4cat(bytes: CaptureBytes, name: string): AsyncGenerator<Outcome> {
  let columns: Map<string, number> | undefined;
  let last = 0;
  for await (const row of readDelimited(decodeStream(bytes), likelyDelimiter)) {
    last = row.record;
    if ("fault" in row) {
      if (row.record === 0)
        throw new CaptureError(`${name}: header: ${row.detail}; expected a line of column names`);
      yield reject(row.record, row.fault, `line ${row.line}: ${row.detail}`);
    } else if (columns === undefined) {
      columns = new Map(row.fields.map((field, index) => [field.trim().replace(/^\ufeff/u, ""), index]));
      requireColumns(name, columns);
    } else {
      const { fields } = row;
      const positions = columns;
      yield postOf(String(row.record), (column) => fields[positions.get(column) ?? -1]?.trim() ?? "");
    }
  }
  if (last === 0) yield reject(1, "no-posts", "found no rows below the header");
  yield* damageOf(bytes, last + 1);
}

function requireColumns(name: string, columns: ReadonlyMap<string, number>): void {
  const missing = NEEDED.filter((column) => !columns.has(column));
  if (!columns.has("unix_timestamp") && !columns.has("timestamp")) missing.push("unix_timestamp");
  if (missing.length === 0) return;
  throw new CaptureError(
    `${name}: found the columns ${[...columns.keys()]
      .map((column) => `"${column}"`)
      .join(", ")
      .slice(0, 2000)}; ` +
      `expected 4CAT's CSV of an Instagram dataset, which has ${missing.join(", ")}; ` +
      "describe another tool's file in study.yml as a capture of kind table",
  );
}

function postOf(record: string, field: (column: string) => string): Outcome {
  const id = field("id");
  if (id === "") return reject(record, "no-id", "found an empty id, expected the code of the post's address");
  if (field("type") === "comment" || (field("thread_id") !== "" && field("thread_id") !== id)) {
    return reject(record, "not-a-post", "found a comment");
  }
  const written = field("timestamp");
  const publishedAt =
    unixSeconds(field("unix_timestamp")) ?? unixSeconds(written) ?? readIsoDate(written, UTC);
  if (publishedAt === undefined) {
    return written === ""
      ? reject(record, "no-date", "found an empty timestamp")
      : reject(record, "unreadable-date", `found ${shapeOf(written)}, expected 2023-02-28 07:47:53`);
  }
  const text = field("body");
  if (text === "") return reject(record, "no-text", "found no caption");
  return {
    kind: "post",
    record,
    nativeId: id,
    account: field("author") || field("author_id") || undefined,
    publishedAt,
    text,
    views: countIn(field("play_count")),
    likes: field("likes_hidden") === "yes" ? undefined : countIn(field("num_likes")),
    comments: countIn(field("num_comments")),
  };
}
