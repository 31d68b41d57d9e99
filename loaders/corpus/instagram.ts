import { outcomesOfResponses } from "./api-responses.ts";
import { CaptureError } from "./capture-error.ts";
import { type CaptureBytes, damageOf, peek } from "./capture-file.ts";
import { readInstagram4cat } from "./instagram-4cat.ts";
import { instagramPost, seenAt } from "./instagram-item.ts";
import { readJsonArray, readNdjson } from "./json-records.ts";
import { parsedJson, scanJson } from "./json-scan.ts";
import { at, textIn } from "./json-value.ts";
import { type Outcome, reject } from "./outcome.ts";
import { endedByRefusal } from "./refusal.ts";
import { decodeStream } from "./text-stream.ts";

export const parser = "instagram/1";

/** Bytes looked at to tell what a file is. */
const SAMPLE = 65_536;
const XZ = Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]);

/**
 * Reads Instagram posts, one outcome a post, as any of these (told by the file's first bytes): answers of the
 * Graph API's Business Discovery in WARC; Zeeschuimer's NDJSON, or 4CAT's of it; 4CAT's CSV; Instaloader's JSON,
 * one file a post. The one outcome is a refusal where the file is none of them, or compressed by xz, as Instaloader
 * writes it unless told not to.
 */
export function readInstagram(bytes: CaptureBytes, name: string): AsyncGenerator<Outcome> {
  return endedByRefusal(postsOf(bytes, name));
}

async function* postsOf(bytes: CaptureBytes, name: string): AsyncGenerator<Outcome> {
  const { first, all } = await peek(bytes, SAMPLE);
  if (XZ.equals(first.subarray(0, XZ.length))) {
    throw new CaptureError(
      `${name}: found a file compressed by xz, expected JSON; run "xz -d" on it, ` +
        'or Instaloader with "--no-compress-json"',
    );
  }
  const rest: CaptureBytes = {
    get damage() {
      return bytes.damage;
    },
    [Symbol.asyncIterator]: () => all[Symbol.asyncIterator](),
  };
  const start = new TextDecoder().decode(first).trimStart();
  if (start.startsWith("WARC/")) yield* readBusinessDiscovery(rest);
  else if (start.startsWith("[")) yield* recordsOf(readJsonArray(decodeStream(rest)), rest);
  else if (isDocument(start)) yield* documentOf(rest);
  else if (start === "" || start.startsWith("{")) yield* recordsOf(readNdjson(decodeStream(rest)), rest);
  else yield* readInstagram4cat(rest, name);
}

/** True of JSON written over several lines: its first line is no value, and ends where one goes on. */
function isDocument(start: string): boolean {
  const line = start.split("\n", 1)[0]!.trim();
  return /^\{(?:.*[[{,])?$/u.test(line) && parsedJson(line) === undefined;
}

/** One JSON object over several lines: an answer of the API, or Instaloader's file of one post. */
async function* documentOf(bytes: CaptureBytes): AsyncGenerator<Outcome> {
  const isTop = (path: readonly string[]) => path.length === 1;
  const document: Record<string, unknown> = {};
  for await (const part of scanJson(decodeStream(bytes), isTop)) {
    if ("fault" in part) yield reject(1, part.fault, part.detail);
    else
      Object.defineProperty(document, part.path[0]!, {
        value: part.value,
        enumerable: true,
        configurable: true,
      });
  }
  if (Object.keys(document).length > 0) yield* recordOf(document, 1);
  yield* damageOf(bytes, 1);
}

async function* recordsOf(
  records: ReturnType<typeof readNdjson>,
  bytes: CaptureBytes,
): AsyncGenerator<Outcome> {
  let last = 0;
  for await (const item of records) {
    last = item.record;
    if ("fault" in item) yield reject(item.record, item.fault, item.detail);
    else yield* recordOf(item.value, item.record);
  }
  if (last === 0 && bytes.damage === undefined) yield reject(1, "no-posts", "found an empty file");
  yield* damageOf(bytes, last + 1);
}

/** A record of Zeeschuimer (`data`), of 4CAT (the item itself) or of Instaloader (`node`), or an answer of the API. */
function* recordOf(value: unknown, record: number): Generator<Outcome> {
  const answer = at(value, "business_discovery") === undefined ? undefined : mediaOf(value);
  if (answer !== undefined) {
    for (const [index, { medium, name }] of answer.entries()) {
      yield instagramPost(medium, `${record}.${index + 1}`, undefined, name);
    }
    if (answer.length === 0) yield reject(record, "no-posts", "found no posts in the answer");
    return;
  }
  const kind = textIn(at(value, "instaloader", "node_type"));
  if (kind !== undefined && kind !== "Post") {
    yield reject(record, "not-a-post", "found Instaloader's record of a profile, story or tag");
    return;
  }
  const item = at(value, "data") ?? at(value, "node") ?? value;
  yield instagramPost(item, String(record), seenAt(value));
}

/** The posts of an answer of Business Discovery, with the account's name; undefined where it is none. */
function mediaOf(value: unknown): { medium: unknown; name: string | undefined }[] | undefined {
  const account = at(value, "business_discovery") ?? value;
  const media = at(account, "media", "data") ?? at(account, "data");
  const name = textIn(at(account, "username"));
  return Array.isArray(media) ? media.map((medium: unknown) => ({ medium, name })) : undefined;
}

async function* readBusinessDiscovery(bytes: CaptureBytes): AsyncGenerator<Outcome> {
  yield* outcomesOfResponses(
    bytes,
    "Business Discovery",
    mediaOf,
    ({ medium, name }, record, { uri, capturedAt }) =>
      instagramPost(medium, record, capturedAt, name ?? askedFor(uri)),
  );
}

/** The account that a request names: `business_discovery.username(NAME)`. */
function askedFor(uri: string): string | undefined {
  return /business_discovery\.username(?:\(|%28)([\w.]{1,60})(?:\)|%29)/iu.exec(uri)?.[1];
}
