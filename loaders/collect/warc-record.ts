import { createHash } from "node:crypto";
import { gzipMember } from "./gzip-member.ts";

/** Named fields in the order in which they are written. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** A WARC 1.1 record (ISO 28500:2017) as a gzip member of its own. */
export function warcRecord(fields: Fields, block: Uint8Array): Buffer {
  const head = ["WARC/1.1", ...fields.map(([name, value]) => `${name}: ${value}`)];
  const text = `${head.join("\r\n")}\r\nContent-Length: ${block.length}\r\n\r\n`;
  return gzipMember(Buffer.concat([Buffer.from(text), block, Buffer.from("\r\n\r\n")]));
}

/** A record read back from its member. */
export interface ReadRecord {
  readonly fields: ReadonlyMap<string, string>;
  readonly block: Buffer;
}

/** Reads a record that {@link warcRecord} wrote; undefined for anything else. Names are in lower case. */
export function readRecord(bytes: Buffer): ReadRecord | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  const [version, ...lines] = end < 0 ? [] : bytes.toString("utf8", 0, end).split("\r\n");
  if (version !== "WARC/1.1") return undefined;
  const fields = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const length = Number(fields.get("content-length"));
  if (bytes.length !== end + 4 + length + 4) return undefined;
  return { fields, block: bytes.subarray(end + 4, end + 4 + length) };
}

/** `sha1:` and the digest in base 32 (RFC 4648), as web archives write it. */
export function sha1(bytes: Uint8Array): string {
  return `sha1:${base32(createHash("sha1").update(bytes).digest())}`;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function base32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += ALPHABET[(value >> (bits - 5)) & 31];
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
}
