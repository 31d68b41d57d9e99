import { type AccountNames, accountName } from "./account-names.ts";
import { outcomesOfResponses } from "./api-responses.ts";
import type { CaptureBytes } from "./capture-file.ts";
import { parseFragment, visibleText } from "./html.ts";
import { at, countIn, idIn, listIn, textIn } from "./json-value.ts";
import { type Outcome, reject, shapeOf } from "./outcome.ts";
import { readIsoDate } from "./written-date.ts";
import { Zone } from "./zoned-time.ts";

export const parser = "youtube/1";

const UTC = new Zone("UTC");

/**
 * Reads answers of the YouTube Data API's `commentThreads.list` (and `comments.list`), in WARC or as JSON files,
 * one outcome a comment or reply. The id is the comment's. The text is `textOriginal`, else `textDisplay`, which
 * is HTML unless the request asked for `textFormat=plainText`. An author is known by channel id; the name that
 * the channel shows is not read.
 */
export async function* readYoutube(bytes: CaptureBytes, names?: AccountNames): AsyncGenerator<Outcome> {
  yield* outcomesOfResponses(
    bytes,
    "commentThreads.list",
    (value) => {
      const items = at(value, "items");
      return Array.isArray(items) ? items.flatMap(commentsOf) : undefined;
    },
    ({ comment, replies }: Comment, record, { uri, capturedAt }) => {
      const id = idIn(at(comment, "id"));
      if (id === undefined) return reject(record, "no-id", "found no id of a comment");
      const snippet = at(comment, "snippet");
      const written = textIn(at(snippet, "publishedAt"));
      if (written === undefined) return reject(record, "no-date", "found no publishedAt");
      const publishedAt = readIsoDate(written, UTC);
      if (publishedAt === undefined) {
        const detail = `found ${shapeOf(written)}, expected a time such as 2023-02-28T07:47:53Z`;
        return reject(record, "unreadable-date", detail);
      }
      const text = wordsOf(snippet, /[?&]textFormat=plainText(?:&|$)/u.test(uri));
      if (text === "") return reject(record, "no-text", "found no words in the comment");
      const author = idIn(at(snippet, "authorChannelId", "value"));
      return {
        kind: "post",
        record,
        nativeId: id,
        account: author === undefined ? undefined : accountName(author, names),
        publishedAt,
        capturedAt,
        text,
        likes: countIn(at(snippet, "likeCount")),
        comments: replies,
      };
    },
  );
}

interface Comment {
  readonly comment: unknown;
  /** Replies to a thread's first comment; undefined for a reply. */
  readonly replies: number | undefined;
}

/** The comments of one item: a thread's first and the replies that the answer holds, or a single comment. */
function commentsOf(item: unknown): Comment[] {
  const first = at(item, "snippet", "topLevelComment");
  if (first === undefined) return [{ comment: item, replies: undefined }];
  return [
    { comment: first, replies: countIn(at(item, "snippet", "totalReplyCount")) },
    ...listIn(at(item, "replies", "comments")).map((comment) => ({ comment, replies: undefined })),
  ];
}

function wordsOf(snippet: unknown, isPlain: boolean): string {
  const original = textIn(at(snippet, "textOriginal"));
  if (original !== undefined) return original;
  const shown = textIn(at(snippet, "textDisplay")) ?? "";
  return isPlain ? shown : visibleText(parseFragment(shown));
}
