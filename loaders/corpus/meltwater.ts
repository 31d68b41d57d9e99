import type { ColumnMapping } from "../study/capture.ts";
import { CaptureError } from "./capture-error.ts";
import { type CaptureBytes, damageOf, peek } from "./capture-file.ts";
import { dateReader } from "./column-mapping.ts";
import { columnSources } from "./column-source.ts";
import { readCount } from "./count.ts";
import { type DelimitedRow, likelyDelimiter, readDelimited } from "./delimited.ts";
import { type FieldOf, meltwaterColumns } from "./meltwater-columns.ts";
import { datesOf, isSlashed, meltwaterDate } from "./meltwater-date.ts";
import { type Outcome, reject, shapeOf } from "./outcome.ts";
import { endedByRefusal } from "./refusal.ts";
import type { DateReader } from "./strptime.ts";
import { decodeStream } from "./text-stream.ts";
import { isWorkbook, readWorkbook } from "./workbook.ts";
import { Zone } from "./zoned-time.ts";

export const parser = "meltwater/2";

export interface MeltwaterOptions {
  /** How the file is called in messages. */
  readonly name: string;
  /** The zone of the export's clock, where `columns` names no other. */
  readonly zone: Zone;
  /** Only `published_at`'s `format` and `time_zone` are used. */
  readonly columns?: ColumnMapping;
}

/**
 * Reads a Meltwater export (UTF-16 with tabs, UTF-8 with commas or semicolons, or XLSX; old and new column names),
 * one outcome a row. A post's title is the headline; its text the opening text and the hit sentence, which is left
 * out where it stands in the opening text. The one outcome is a refusal where the header is not Meltwater's, or where
 * the export's dates are written with slashes and the study does not say in which order.
 */
export function readMeltwater(bytes: CaptureBytes, options: MeltwaterOptions): AsyncGenerator<Outcome> {
  return endedByRefusal(rowOutcomes(bytes, options));
}

async function* rowOutcomes(bytes: CaptureBytes, options: MeltwaterOptions): AsyncGenerator<Outcome> {
  const written = options.columns && columnSources(options.columns).get("published_at");
  const zone = written?.time_zone === undefined ? options.zone : new Zone(written.time_zone);
  const readDate = written?.format === undefined ? meltwaterDate(zone) : dateReader(written, zone);
  let field: FieldOf | undefined;
  let dated = false;
  let last = 0;
  let isDamaged = false;
  for await (const row of rowsOf(bytes, options.name)) {
    last = row.record;
    if ("fault" in row) {
      if (row.record === 0)
        throw new CaptureError(`${options.name}: header: ${row.detail}; expected a line of column names`);
      isDamaged ||= row.fault === "damaged-file";
      yield reject(row.record, row.fault, `line ${row.line}: ${row.detail}`);
      continue;
    }
    if (field === undefined) {
      field = meltwaterColumns(options.name, row.fields);
      continue;
    }
    const outcome = postOf(row.record, field, row.fields, readDate);
    if (!dated && outcome.kind === "reject" && outcome.reason === "ambiguous-date") {
      throw new CaptureError(
        `${options.name}:${row.line}: found a date such as 05/06/2023, which is 5 June or 6 May; expected ` +
          "31-May-2023 11:05PM or 2023-05-31 23:05, or the order in study.yml: give the capture " +
          'columns: {published_at: {from: Date, format: "%d/%m/%Y %H:%M"}}, or "%m/%d/%Y …"',
      );
    }
    dated ||= outcome.kind === "post";
    yield outcome;
  }
  if (field === undefined && bytes.damage === undefined && !isDamaged) {
    throw new CaptureError(`${options.name}: found an empty file, expected a Meltwater export`);
  }
  if (field !== undefined && last === 0) yield reject(1, "no-posts", "found no rows below the header");
  yield* damageOf(bytes, last + 1);
}

async function* rowsOf(bytes: CaptureBytes, name: string): AsyncGenerator<DelimitedRow> {
  const { first, all } = await peek(bytes, 4);
  yield* isWorkbook(first) ? readWorkbook(all, name) : readDelimited(decodeStream(all), likelyDelimiter);
}

function postOf(record: number, field: FieldOf, fields: readonly string[], readDate: DateReader): Outcome {
  const url = field("url", fields);
  const nativeId = url === "" ? field("document", fields) : url;
  if (nativeId === "") return reject(record, "no-id", "found an empty URL, expected the post's address");
  const date = field("date", fields);
  if (date === "") return reject(record, "no-date", "found an empty Date, expected the date of publication");
  const publishedAt = datesOf(date, field("time", fields), field("alternate", fields))
    .map(readDate)
    .find((time) => time !== undefined);
  if (publishedAt === undefined) {
    return isSlashed(date)
      ? reject(record, "ambiguous-date", `found ${shapeOf(date)} in Date, expected 31-May-2023 11:05PM`)
      : reject(record, "unreadable-date", `found ${shapeOf(date)} in Date, expected 31-May-2023 11:05PM`);
  }
  const opening = field("opening", fields);
  const hit = field("hit", fields);
  return {
    kind: "post",
    record: String(record),
    nativeId,
    url: nativeId,
    account: ["handle", "author", "profile", "source"]
      .map((column) => field(column as "handle", fields))
      .find((value) => value !== ""),
    publishedAt,
    title: field("headline", fields),
    text: hit === "" || opening.includes(hit) ? opening : opening === "" ? hit : `${opening}\n\n${hit}`,
    views: readCount(field("views", fields)),
    likes: readCount(field("likes", fields)),
    comments: readCount(field("comments", fields)),
    shares: readCount(field("shares", fields)),
  };
}
