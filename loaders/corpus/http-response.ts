import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { isGzip } from "./gunzip.ts";

/** An HTTP response as a WARC record holds it, its body decoded. */
export interface HttpResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** Most bytes that a body may unfold to. */
const MAX_BODY = 1 << 26;
/** Most bytes of a head. */
const MAX_HEAD = 1 << 18;

/**
 * Reads the status, the type and the body of a recorded HTTP/1 response; a string says why it can't be read.
 * Recorders often keep a header that no longer holds (chunked, gzip) beside a body decoded already: what does
 * not begin like a chunk, or like gzip, is taken as it stands.
 */
export function readHttpResponse(block: Uint8Array): HttpResponse | string {
  const head = headOf(block);
  if (head === undefined) return "found no end of the HTTP headers";
  const [statusLine = "", ...lines] = Buffer.from(block.subarray(0, head.end))
    .toString("latin1")
    .split(/\r?\n/u);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/u.exec(statusLine)?.[1];
  if (status === undefined) return "found no HTTP status line";
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const coded = block.subarray(head.body);
  const chunked = headers.get("transfer-encoding")?.toLowerCase() === "chunked";
  const whole = chunked ? unchunked(coded) : coded;
  if (typeof whole === "string") return whole;
  const body = decoded(whole, headers.get("content-encoding")?.toLowerCase() ?? "");
  if (typeof body === "string") return body;
  return { status: Number(status), contentType: headers.get("content-type") ?? "", body };
}

function headOf(block: Uint8Array): { end: number; body: number } | undefined {
  const head = Buffer.from(block.buffer, block.byteOffset, Math.min(block.length, MAX_HEAD));
  const crlf = head.indexOf("\r\n\r\n");
  const lf = head.indexOf("\n\n");
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return { end: crlf, body: crlf + 4 };
  return lf >= 0 ? { end: lf, body: lf + 2 } : undefined;
}

/** RFC 9112, section 7.1. */
function unchunked(body: Uint8Array): Uint8Array | string {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.length);
  const chunks: Uint8Array[] = [];
  for (let position = 0; ; ) {
    const lineEnd = buffer.subarray(position, position + 1024).indexOf("\r\n");
    const line = lineEnd < 0 ? "" : buffer.toString("latin1", position, position + lineEnd);
    const digits = /^\s{0,8}([0-9a-fA-F]{1,8})\s{0,8}(?:;|$)/u.exec(line)?.[1];
    if (digits === undefined) {
      if (position === 0) return body;
      return `found no chunk size after ${chunks.length} chunks`;
    }
    const size = Number.parseInt(digits, 16);
    const start = position + lineEnd + 2;
    if (size === 0) return Buffer.concat(chunks);
    if (start + size > buffer.length) {
      return position === 0 ? body : `found ${buffer.length - start} bytes of a chunk, expected ${size}`;
    }
    chunks.push(buffer.subarray(start, start + size));
    position = start + size + 2;
  }
}

function decoded(body: Uint8Array, encoding: string): Uint8Array | string {
  const options = { maxOutputLength: MAX_BODY };
  try {
    switch (encoding) {
      case "gzip":
      case "x-gzip":
        return isGzip(body) ? gunzipSync(body, options) : body;
      case "deflate":
        return (body[0]! & 0x0f) === 8 ? inflateSync(body, options) : inflateRawSync(body, options);
      case "br":
        return brotliDecompressSync(body, options);
      case "":
      case "identity":
        return body;
      default:
        return looksLikeText(body)
          ? body
          : `found the encoding ${encoding.slice(0, 20)}, expected gzip, deflate or br`;
    }
  } catch (error) {
    return looksLikeText(body) ? body : `${encoding}: ${(error as Error).message}`;
  }
}

function looksLikeText(body: Uint8Array): boolean {
  return /^\s*</u.test(Buffer.from(body.subarray(0, 200)).toString("latin1"));
}
