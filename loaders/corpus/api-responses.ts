import { type CaptureBytes, damageOf, peek } from "./capture-file.ts";
import { parsedJson } from "./json-scan.ts";
import { at } from "./json-value.ts";
import { type Outcome, type Reject, reject } from "./outcome.ts";
import { readPages } from "./pages.ts";

/** The answer of a platform's API, as a capture holds it. */
export interface ApiResponse {
  readonly kind: "api-response";
  /** The WARC record, from 1; undefined where the file is the answer. */
  readonly record: number | undefined;
  /** The request's address; empty where the file is the answer. */
  readonly uri: string;
  readonly capturedAt: number | undefined;
  readonly value: unknown;
}

/** Longest answer that stands in a file of its own, bytes. */
const MAX_FILE = 1 << 26;

/**
 * Reads the JSON answers of a capture: the responses of a WARC, or the one answer that a file is. What is no
 * answer, or says that the request failed (`error`), is a reject.
 */
export async function* readApiResponses(bytes: CaptureBytes): AsyncGenerator<ApiResponse | Reject> {
  const { first, all } = await peek(bytes, 16);
  const rest: CaptureBytes = {
    get damage() {
      return bytes.damage;
    },
    [Symbol.asyncIterator]: () => all[Symbol.asyncIterator](),
  };
  if (/^[\s\uFEFF]*[{[]/u.test(Buffer.from(first.subarray(0, 64)).toString("utf8"))) {
    yield* responseOfFile(rest);
    return;
  }
  for await (const page of readPages(rest)) {
    if (page.kind === "reject") yield page;
    else yield responseOf(page.record, page.uri, page.capturedAt, page.text);
  }
}

async function* responseOfFile(bytes: CaptureBytes): AsyncGenerator<ApiResponse | Reject> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > MAX_FILE) {
      yield reject(1, "too-long", `found an answer of more than ${MAX_FILE} bytes`);
      return;
    }
    chunks.push(chunk);
  }
  yield responseOf(undefined, "", undefined, new TextDecoder().decode(Buffer.concat(chunks)));
  yield* damageOf(bytes, 1);
}

function responseOf(
  record: number | undefined,
  uri: string,
  capturedAt: number | undefined,
  text: string,
): ApiResponse | Reject {
  const value = parsedJson(text);
  if (value === undefined) {
    return reject(record ?? 1, "malformed-json", `found ${text.length} characters that are not JSON`);
  }
  const error = at(value, "error");
  if (error !== undefined) {
    const code = at(error, "error_code") ?? at(error, "code");
    const written = typeof code === "number" ? ` ${code}` : "";
    return reject(record ?? 1, "api-error", `found the API's error${written}, expected posts`);
  }
  return { kind: "api-response", record, uri, capturedAt, value };
}

/**
 * The outcomes of a capture of API answers: `itemsOf` finds the posts of an answer (undefined where it is none of
 * the kind), `outcomeOf` reads one of them. An answer without posts is a reject.
 */
export async function* outcomesOfResponses<Item>(
  bytes: CaptureBytes,
  expected: string,
  itemsOf: (value: unknown) => readonly Item[] | undefined,
  outcomeOf: (item: Item, record: string, response: ApiResponse) => Outcome,
): AsyncGenerator<Outcome> {
  let isEmpty = true;
  for await (const response of readApiResponses(bytes)) {
    isEmpty = false;
    if (response.kind === "reject") {
      yield response;
      continue;
    }
    const items = itemsOf(response.value);
    if (items === undefined || items.length === 0) {
      const found = items === undefined ? `no answer of ${expected}` : "no posts in the answer";
      yield reject(response.record ?? 1, "no-posts", `found ${found}`);
      continue;
    }
    for (const [index, item] of items.entries()) {
      const record = response.record === undefined ? `${index + 1}` : `${response.record}.${index + 1}`;
      yield outcomeOf(item, record, response);
    }
  }
  if (isEmpty) yield reject(1, "no-posts", "found no response in the file");
}
