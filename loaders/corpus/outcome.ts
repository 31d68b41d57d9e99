/** What a parser makes of one record of a capture: a post, or a reject with its reason. */
export type Outcome = RawPost | Reject;

/** A post as its capture states it, before normalising, pseudonyms and ids. */
export interface RawPost {
  readonly kind: "post";
  /** The record in its file, from 1; `12.3` is the third post of record 12. */
  readonly record: string;
  /** The id that the platform gives, such as `channel/123` or an address. */
  readonly nativeId: string;
  /** The post's own address, where the capture has one. */
  readonly url?: string;
  /** Who published: a handle or profile address; absent where the host is the publisher. */
  readonly account?: string;
  /** Who signed a page of a site, as written there; kept as a pseudonym alone. */
  readonly author?: string;
  /** Host name of a news site or blog, where the parser knows it. */
  readonly outlet?: string;
  /** Milliseconds since 1970, UTC. */
  readonly publishedAt: number;
  /** When the capture was made, milliseconds since 1970, UTC; absent where the capture does not say. */
  readonly capturedAt?: number;
  readonly title?: string;
  readonly text: string;
  readonly views?: number;
  readonly likes?: number;
  readonly comments?: number;
  readonly shares?: number;
}

export interface Reject {
  readonly kind: "reject";
  readonly record: string;
  /** Short code that can be counted. */
  readonly reason: Reason;
  /** What was found and what was expected; no text of the record. */
  readonly detail: string;
}

/** Every reason for which a record is set aside. */
export const reasons = {
  "ambiguous-date": "the date can be read as day/month and as month/day",
  "api-error": "the platform's API answered with an error",
  "damaged-file": "the file ends early or its compression is broken; what came before is kept",
  "empty-feed": "the feed holds no items",
  "http-error": "the server answered with an error instead of the page",
  "malformed-json": "the record is not JSON",
  "malformed-page": "the page can't be decoded",
  "malformed-warc": "the WARC record is not well formed",
  "no-date": "the record has no publication date",
  "no-id": "the record has no id or address",
  "no-messages": "the page or file holds no messages",
  "no-pages": "the capture holds neither a page nor a feed",
  "no-posts": "the file, or the answer of the platform's API, holds no posts",
  "no-text": "the record has no words of its own, such as a photo without a caption",
  "not-a-post": "a record of another kind, such as a profile or a comment among posts",
  "not-an-article": "the page has neither an article nor a date of publication",
  "not-html": "the response is neither a page nor a feed",
  "not-warc": "the file is not WARC",
  "outside-window": "published outside the study's window",
  "private-chat": "a conversation between persons, which is not read",
  revisit: "the page had not changed since an earlier capture",
  "service-message": "a notice of the platform, such as a pinned message",
  "too-long": "the record is longer than any post",
  truncated: "the record ends early",
  "unclosed-quote": "a quotation mark opens and does not close",
  "unknown-platform": "the record's address does not say on which platform it was published",
  "unreadable-date": "the date is not written in a form that is known here",
  "unreadable-encoding": "the text is not in the file's encoding",
  unsupported: "a message of a kind that the export leaves out",
  "wrong-field-count": "the row has more or fewer fields than the header",
  "wrong-file": "the file is not what the study says: the run stops and says so",
} as const;

export type Reason = keyof typeof reasons;

export function reject(record: string | number, reason: Reason, detail: string): Reject {
  return { kind: "reject", record: String(record), reason, detail };
}

/** The shape of a value for a message: digits as 9, letters as A, at most 40 characters; tells nothing private. */
export function shapeOf(value: string): string {
  const head = [...value.slice(0, 80)].slice(0, 40).join("");
  return `"${head.replace(/\d/gu, "9").replace(/\p{L}/gu, "A")}${value.length > head.length ? "…" : ""}"`;
}
