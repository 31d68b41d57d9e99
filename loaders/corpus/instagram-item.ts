import { at, countIn, firstCount, idIn, textIn } from "./json-value.ts";
import { type Outcome, reject, shapeOf } from "./outcome.ts";
import { unixSeconds } from "./unix-time.ts";
import { readIsoDate } from "./written-date.ts";
import { Zone } from "./zoned-time.ts";

const UTC = new Zone("UTC");
const CODE = /^[\w-]{3,60}$/u;

/**
 * Reads one post in any of the shapes in which Instagram's posts are passed on: an item of a list as the site
 * itself sends it (`code`, `taken_at`, `caption.text`), a node of its older graph (`shortcode`,
 * `taken_at_timestamp`, `edge_media_to_caption`), or a medium of the Graph API (`permalink`, `timestamp`). The id
 * is the code of the post's address in all of them. Likes that the author hides are not a count, and are left out.
 */
export function instagramPost(
  item: unknown,
  record: string,
  capturedAt: number | undefined,
  account?: string,
): Outcome {
  const code =
    idIn(at(item, "code")) ?? idIn(at(item, "shortcode")) ?? codeIn(textIn(at(item, "permalink")) ?? "");
  if (code === undefined || !CODE.test(code)) {
    return reject(record, "no-id", "found no code, shortcode or permalink of a post");
  }
  const publishedAt = timeOf(item);
  if (typeof publishedAt === "string") {
    return reject(
      record,
      "unreadable-date",
      `found ${shapeOf(publishedAt)}, expected 2023-02-28T07:47:53+0000`,
    );
  }
  if (publishedAt === undefined) return reject(record, "no-date", "found no taken_at or timestamp");
  const text = captionOf(item);
  if (text === undefined) return reject(record, "no-text", "found no caption");
  const hidden = at(item, "like_and_view_counts_disabled") === true;
  return {
    kind: "post",
    record,
    nativeId: code,
    account: authorOf(item) ?? account,
    publishedAt,
    capturedAt,
    text,
    views: firstCount(at(item, "play_count"), at(item, "view_count"), at(item, "video_view_count")),
    likes: hidden
      ? undefined
      : firstCount(
          at(item, "like_count"),
          at(item, "edge_media_preview_like", "count"),
          at(item, "edge_liked_by", "count"),
        ),
    comments: firstCount(
      at(item, "comment_count"),
      at(item, "comments_count"),
      at(item, "edge_media_to_parent_comment", "count"),
      at(item, "edge_media_to_comment", "count"),
      at(item, "edge_media_preview_comment", "count"),
    ),
  };
}

/** The code in a post's address: `https://www.instagram.com/p/CODE/`, `/reel/`, `/tv/`, with or without a name before. */
export function codeIn(address: string): string | undefined {
  return /instagram\.com\/(?:[\w.]{1,40}\/)?(?:p|reel|reels|tv)\/([\w-]{3,60})/u.exec(address)?.[1];
}

/** Milliseconds, the text that is no date, or undefined where there is none. */
function timeOf(item: unknown): number | string | undefined {
  for (const field of ["taken_at", "taken_at_timestamp", "date"]) {
    const time = unixSeconds(at(item, field));
    if (time !== undefined) return time;
  }
  const written = textIn(at(item, "timestamp"));
  return written === undefined ? undefined : (readIsoDate(written, UTC) ?? written);
}

function captionOf(item: unknown): string | undefined {
  const caption = at(item, "caption");
  return (
    textIn(caption) ??
    textIn(at(caption, "text")) ??
    textIn(at(item, "edge_media_to_caption", "edges", 0, "node", "text"))
  );
}

/** The account's name, or its number where the record has no name. */
function authorOf(item: unknown): string | undefined {
  const people = [at(item, "user"), at(item, "owner"), at(item, "iphone_struct", "user"), item];
  const names = people.map((person) => textIn(at(person, "username")));
  const numbers = people.slice(0, -1).map((person) => idIn(at(person, "pk")) ?? idIn(at(person, "id")));
  return [...names, ...numbers].find((found) => found !== undefined);
}

/** When Zeeschuimer saw the item: milliseconds since 1970, as its export (or 4CAT's of it) says. */
export function seenAt(record: unknown): number | undefined {
  const time = countIn(
    at(record, "timestamp_collected") ?? at(record, "__import_meta", "timestamp_collected"),
  );
  return time === undefined ? undefined : unixSeconds(time / 1000);
}
