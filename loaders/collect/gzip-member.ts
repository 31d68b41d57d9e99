import { constants, crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** Gzip's header without name, time and system (RFC 1952): equal bytes give an equal member. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const TRAILER_LENGTH = 8;

/** One gzip member. */
export function gzipMember(bytes: Uint8Array): Buffer {
  const trailer = Buffer.alloc(TRAILER_LENGTH);
  trailer.writeUInt32LE(crc32(bytes), 0);
  trailer.writeUInt32LE(bytes.length >>> 0, 4);
  return Buffer.concat([HEADER, deflateRawSync(bytes), trailer]);
}

/** A member read back: its bytes and where the next begins. */
export interface Member {
  readonly bytes: Buffer;
  readonly end: number;
}

/**
 * Reads the member of {@link gzipMember} that begins at `start`. `cut` where the bytes end inside it, `broken`
 * where they are no such member.
 */
export function readMember(bytes: Buffer, start: number): Member | "cut" | "broken" {
  const head = bytes.subarray(start, start + HEADER.length);
  if (!HEADER.subarray(0, head.length).equals(head)) return "broken";
  if (head.length < HEADER.length) return "cut";
  const body = bytes.subarray(start + HEADER.length);
  let read: { buffer: Buffer; engine: { bytesWritten: number } };
  try {
    read = inflateRawSync(body, { info: true, finishFlush: constants.Z_FINISH }) as unknown as typeof read;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "Z_BUF_ERROR" ? "cut" : "broken";
  }
  const trailerAt = start + HEADER.length + read.engine.bytesWritten;
  const end = trailerAt + TRAILER_LENGTH;
  if (end > bytes.length) return "cut";
  const holds =
    bytes.readUInt32LE(trailerAt) === crc32(read.buffer) &&
    bytes.readUInt32LE(trailerAt + 4) === read.buffer.length >>> 0;
  return holds ? { bytes: read.buffer, end } : "broken";
}
