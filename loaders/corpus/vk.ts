import { type AccountNames, accountName } from "./account-names.ts";
import { outcomesOfResponses } from "./api-responses.ts";
import type { CaptureBytes } from "./capture-file.ts";
import { at, countIn, idIn, listIn, textIn } from "./json-value.ts";
import { type Outcome, reject } from "./outcome.ts";
import { unixSeconds } from "./unix-time.ts";

export const parser = "vk/1";

/**
 * Reads answers of VK's `wall.get` (API 5.x), in WARC or as JSON files, one outcome a post. The id is
 * `OWNER_ID_POST_ID` as in the post's address, `wall-123_456`. A post's own words are its text and its poll; a
 * repost without words of its own has the words of what it reposts. A signer is not read at all. An author is
 * known by short name where the request, the answer or the entry gives one, else as `club123` or `id123`.
 */
export async function* readVk(bytes: CaptureBytes, names?: AccountNames): AsyncGenerator<Outcome> {
  yield* outcomesOfResponses(
    bytes,
    "wall.get",
    (value) => {
      const items = at(value, "response", "items");
      return Array.isArray(items) ? items : undefined;
    },
    (item, record, { value, uri, capturedAt }) => {
      const owner = idIn(at(item, "owner_id"));
      const id = idIn(at(item, "id"));
      if (owner === undefined || id === undefined || !/^-?\d+$/u.test(owner) || !/^\d+$/u.test(id)) {
        return reject(record, "no-id", "found no owner_id and id of a post");
      }
      const publishedAt = unixSeconds(at(item, "date"));
      if (publishedAt === undefined) return reject(record, "no-date", "found no date in seconds since 1970");
      const own = ownWords(item);
      const text = own === "" ? ownWords(at(item, "copy_history", 0)) : own;
      if (text === "") return reject(record, "no-text", "found no words in the post");
      const author = idIn(at(item, "from_id")) ?? owner;
      const asked = author === owner ? wallAskedFor(uri) : undefined;
      return {
        kind: "post",
        record,
        nativeId: `${owner}_${id}`,
        account: accountName(asked ?? nameOf(author, at(value, "response"), names), names),
        publishedAt,
        capturedAt,
        text,
        views: countIn(at(item, "views", "count")),
        likes: countIn(at(item, "likes", "count")),
        comments: countIn(at(item, "comments", "count")),
        shares: countIn(at(item, "reposts", "count")),
      };
    },
  );
}

/** The text, and of each poll the question and the answers. */
function ownWords(post: unknown): string {
  const polls = listIn(at(post, "attachments")).map((attachment) => at(attachment, "poll"));
  const words = [
    textIn(at(post, "text")),
    ...polls.map((poll) =>
      [at(poll, "question"), ...listIn(at(poll, "answers")).map((answer) => at(answer, "text"))]
        .map(textIn)
        .filter((line) => line !== undefined)
        .join("\n"),
    ),
  ];
  return words.filter((part) => part !== undefined && part !== "").join("\n\n");
}

/** The wall's owner as the request names it, by short name or number: `domain=NAME`, `owner_id=-123`. */
function wallAskedFor(uri: string): string | undefined {
  return /[?&](?:domain|owner_id)=([\w.-]{1,60})(?:&|$)/u.exec(uri)?.[1];
}

/** The short name of a community (a negative id) or person, as the answer with `extended=1` gives it. */
function nameOf(id: string, response: unknown, names: AccountNames | undefined): string {
  const given = accountName(id, names);
  if (given !== id) return given;
  const isCommunity = id.startsWith("-");
  const number = isCommunity ? id.slice(1) : id;
  const known = listIn(at(response, isCommunity ? "groups" : "profiles")).find(
    (entry) => idIn(at(entry, "id")) === number,
  );
  return textIn(at(known, "screen_name")) ?? `${isCommunity ? "club" : "id"}${number}`;
}
