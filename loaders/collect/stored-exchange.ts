import type { Exchange } from "./exchange.ts";
import { unfold } from "./unfold.ts";

/** What stands in an archive in place of a key. */
export const REDACTED = "REDACTED";

/** An exchange as it is kept. */
export interface StoredExchange {
  readonly url: string;
  /** The HTTP request, without a body. */
  readonly request: Buffer;
  readonly responseHead: string;
  readonly payload: Buffer;
}

/**
 * An exchange as HTTP messages to keep. A chunked body stands without its chunks, so the header that says so is
 * renamed `X-Archive-Orig-Transfer-Encoding`. Where a key was sent, each place where it stands (address, request,
 * answer) says `REDACTED` instead; an answer that had to be changed for it is kept without its content coding,
 * with its headers renamed alike.
 */
export function storedExchange(exchange: Exchange, key: string | undefined, limit: number): StoredExchange {
  const hide = (text: string) => (key === undefined ? text : hidden(text, key));
  let payload = exchange.body;
  const untrue = new Set(["transfer-encoding"]);
  if (key !== undefined) {
    const plain = unfold(payload, exchange.headers.get("content-encoding") ?? "", limit);
    const text = typeof plain === "string" ? "" : plain.toString("latin1");
    if (hide(text) !== text || typeof plain === "string") {
      payload = Buffer.from(hide(text), "latin1");
      for (const name of ["content-encoding", "content-length"]) untrue.add(name);
    }
  }
  const lines = [exchange.statusLine];
  for (let index = 0; index + 1 < exchange.rawHeaders.length; index += 2) {
    const name = exchange.rawHeaders[index]!;
    const renamed = untrue.has(name.toLowerCase()) ? `X-Archive-Orig-${name}` : name;
    lines.push(`${renamed}: ${hide(exchange.rawHeaders[index + 1]!)}`);
  }
  return {
    url: hide(exchange.url),
    request: Buffer.from(hide(exchange.requestHead)),
    responseHead: `${lines.join("\r\n")}\r\n\r\n`,
    payload,
  };
}

/** A text with each occurrence of a key replaced: as it is, as it stands in an address, and in JSON. */
export function hidden(text: string, key: string): string {
  const inQuery = new URLSearchParams([["", key]]).toString().slice(1);
  const forms = [key, encodeURIComponent(key), inQuery, key.replaceAll("/", "\\/")];
  return forms.reduce((rest, form) => rest.replaceAll(form, REDACTED), text);
}
