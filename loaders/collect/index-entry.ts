import type { Entry } from "./cdxj.ts";
import type { FoundRecord } from "./segments.ts";
import { unfold } from "./unfold.ts";

/** What the collector of a page keeps of it in the index. */
export type Note = (url: string, body: Buffer) => unknown;

/**
 * The index entry of a response or revisit record, made from the record alone, so that a lost index can be made again.
 * Undefined for a record that is no HTTP answer.
 */
export function entryOf(
  { fields, block, filename, offset, length }: FoundRecord,
  { note: noteOf, unfoldedBytes }: { readonly note?: Note; readonly unfoldedBytes: number },
): Entry | undefined {
  const url = fields.get("warc-target-uri") ?? "";
  const page = httpOf(block);
  if (!URL.canParse(url) || page === undefined) return undefined;
  const { status, headers } = page;
  const isRevisit = fields.get("warc-type") === "revisit";
  const redirect = status >= 300 && status < 400 ? addressOf(headers.get("location"), url) : undefined;
  const isPage = !isRevisit && status === 200 && !filename.startsWith("visits/");
  const body = isPage ? unfold(page.body, headers.get("content-encoding") ?? "", unfoldedBytes) : "";
  const note = typeof body === "string" ? undefined : noteOf?.(url, body);
  const etag = headers.get("etag");
  const modified = headers.get("last-modified");
  return {
    url,
    time: (fields.get("warc-date") ?? "").replace(/\D/gu, "").slice(0, 14),
    mime: isRevisit ? "warc/revisit" : (headers.get("content-type") ?? "").split(";")[0]!.trim(),
    status,
    digest: fields.get("warc-payload-digest") ?? "",
    id: (fields.get("warc-record-id") ?? "").slice(1, -1),
    offset,
    length,
    filename,
    ...(etag !== undefined && { etag }),
    ...(modified !== undefined && { modified }),
    ...(redirect !== undefined && { redirect }),
    ...(note !== undefined && { note }),
  };
}

function addressOf(location: string | undefined, base: string): string | undefined {
  if (location === undefined || !URL.canParse(location, base)) return undefined;
  const url = new URL(location, base);
  url.hash = "";
  return url.href;
}

/** A kept HTTP answer: status, headers (names in lower case) and payload. */
export function httpOf(
  block: Buffer,
): { status: number; headers: Map<string, string>; body: Buffer } | undefined {
  const end = block.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [first = "", ...lines] = block.toString("latin1", 0, end).split("\r\n");
  const status = Number(/^HTTP\/\S+ (\d{3})/u.exec(first)?.[1]);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return Number.isNaN(status) ? undefined : { status, headers, body: block.subarray(end + 4) };
}
