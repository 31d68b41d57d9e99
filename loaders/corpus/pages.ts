import { type CaptureBytes, damageOf, peek } from "./capture-file.ts";
import { readHttpResponse } from "./http-response.ts";
import { type Reject, reject } from "./outcome.ts";
import { pageText } from "./page-text.ts";
import { readWarc, type WarcEntry } from "./warc.ts";

/** A page as a capture holds it. */
export interface Page {
  readonly kind: "page";
  /** The WARC record, from 1; undefined where the file is the page. */
  readonly record: number | undefined;
  /** Empty where the file is the page. */
  readonly uri: string;
  readonly capturedAt: number | undefined;
  readonly contentType: string;
  readonly text: string;
}

/** Longest page that stands in a file of its own, bytes. */
const MAX_FILE = 1 << 26;

/**
 * Reads the pages of a capture: of the responses and resources of a WARC, or the one page that a file is.
 * Requests and descriptions are passed over; a response that is an error or can't be read is a reject.
 */
export async function* readPages(bytes: CaptureBytes): AsyncGenerator<Page | Reject> {
  const { first, all } = await peek(bytes, 16);
  const start = Buffer.from(first.subarray(0, 64)).toString("latin1").trimStart();
  const rest: CaptureBytes = {
    get damage() {
      return bytes.damage;
    },
    [Symbol.asyncIterator]: () => all[Symbol.asyncIterator](),
  };
  if (start.startsWith("<") || start.startsWith("\u00ef\u00bb\u00bf<")) {
    yield* pageOfFile(rest);
    return;
  }
  for await (const item of readWarc(rest)) {
    if (item.kind === "reject") yield item;
    else yield* pageOfEntry(item);
  }
}

async function* pageOfFile(bytes: CaptureBytes): AsyncGenerator<Page | Reject> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > MAX_FILE) {
      yield reject(1, "too-long", `found a page of more than ${MAX_FILE} bytes`);
      return;
    }
    chunks.push(chunk);
  }
  const text = pageText(Buffer.concat(chunks), "");
  yield { kind: "page", record: undefined, uri: "", capturedAt: undefined, contentType: "text/html", text };
  yield* damageOf(bytes, 1);
}

function* pageOfEntry(entry: WarcEntry): Generator<Page | Reject> {
  const { record, uri, date: capturedAt } = entry;
  if (entry.type === "revisit") {
    yield reject(record, "revisit", "found a page that had not changed; its first capture is read");
  } else if (entry.type === "resource") {
    const text = pageText(entry.block, entry.contentType);
    yield { kind: "page", record, uri, capturedAt, contentType: entry.contentType, text };
  } else if (entry.type === "response") {
    const response = readHttpResponse(entry.block);
    if (typeof response === "string") {
      yield reject(record, "malformed-page", response);
    } else if (response.status < 200 || response.status > 299) {
      yield reject(record, "http-error", `found HTTP status ${response.status}, expected 200`);
    } else {
      const { contentType, body } = response;
      yield { kind: "page", record, uri, capturedAt, contentType, text: pageText(body, contentType) };
    }
  }
}
