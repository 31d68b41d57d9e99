import type { ColumnMapping, ColumnSource, ColumnTarget } from "../study/capture.ts";
import { CaptureError } from "./capture-error.ts";
import { columnSources, sourceValue, type ValueAt } from "./column-source.ts";
import { readCount } from "./count.ts";
import { type Outcome, type RawPost, reject, shapeOf } from "./outcome.ts";
import { type DateReader, strptime } from "./strptime.ts";
import { plausible, readIsoDate } from "./written-date.ts";
import { Zone } from "./zoned-time.ts";

/** Turns the values of one record into a post, by the mapping. */
export type MappedRecord = (record: string | number, at: ValueAt) => Outcome;

/**
 * The reader of one capture entry's records. Throws `CaptureError` where the mapping lacks `native_id`,
 * `published_at` or any words, or gives a date format or zone that is not known.
 */
export function mappedRecord(mapping: ColumnMapping, zone: Zone): MappedRecord {
  const sources = columnSources(mapping);
  for (const target of ["native_id", "published_at"] as const) {
    if (!sources.has(target)) {
      throw new CaptureError(`columns: found no ${target}, expected a column name or a path for it`);
    }
  }
  if (!sources.has("title") && !sources.has("text")) {
    throw new CaptureError("columns: found neither title nor text, expected at least one of them");
  }
  const readDate = dateReader(sources.get("published_at")!, zone);
  return (record, at) => {
    const value = (target: ColumnTarget): string | undefined => {
      const source = sources.get(target);
      return source === undefined ? undefined : sourceValue(source, at);
    };
    const count = (target: ColumnTarget): number | undefined => {
      const text = value(target);
      return text === undefined ? undefined : readCount(text);
    };
    const nativeId = value("native_id");
    if (nativeId === undefined) {
      return reject(
        record,
        "no-id",
        `found nothing at ${sources.get("native_id")!.from}, expected the post's id`,
      );
    }
    const date = value("published_at");
    const dateColumn = sources.get("published_at")!;
    if (date === undefined)
      return reject(record, "no-date", `found nothing at ${dateColumn.from}, expected a date`);
    const publishedAt = readDate(date);
    if (publishedAt === undefined) {
      const expected = dateColumn.format ?? "iso";
      return reject(
        record,
        "unreadable-date",
        `found ${shapeOf(date)} at ${dateColumn.from}, expected ${expected}`,
      );
    }
    const post: RawPost = {
      kind: "post",
      record: String(record),
      nativeId,
      account: value("source"),
      outlet: value("outlet"),
      publishedAt,
      title: value("title"),
      text: value("text") ?? "",
      views: count("views"),
      likes: count("likes"),
      comments: count("comments"),
      shares: count("shares"),
    };
    return post;
  };
}

/** The date reader that a column's `format` and `time_zone` ask for; ISO 8601 where no format is given. */
export function dateReader(source: ColumnSource, studyZone: Zone): DateReader {
  const zone = source.time_zone === undefined ? studyZone : new Zone(source.time_zone);
  const format = source.format ?? "iso";
  if (format === "iso") return (text) => readIsoDate(text, zone);
  if (format === "unix-seconds") return (text) => readUnix(text, 1000);
  if (format === "unix-milliseconds") return (text) => readUnix(text, 1);
  return strptime(format, zone);
}

function readUnix(text: string, unit: number): number | undefined {
  if (!/^\d{1,16}(?:\.\d{0,9})?$/u.test(text)) return undefined;
  return plausible(Math.floor(Number(text) * unit));
}
