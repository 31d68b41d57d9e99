import { crc32, createInflateRaw, type InflateRaw } from "node:zlib";
import { ByteQueue } from "./byte-queue.ts";

/** Told once where compressed bytes are found broken or cut. */
export type OnDamage = (detail: string) => void;

const MAGIC_1 = 0x1f;
const MAGIC_2 = 0x8b;
/** Longest gzip header accepted (name and comment included), bytes. */
const MAX_HEADER = 65_536;
/** Compressed bytes inflated at a time: bounds what a bomb can unfold to at once (1032 times as much). */
const SLICE = 16_384;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === MAGIC_1 && bytes[1] === MAGIC_2;
}

/**
 * Inflates gzip, member after member, and yields every byte that can be recovered before a cut or a fault.
 * `node:zlib`'s own gunzip stream drops what it holds when the last member is broken, which loses whole records
 * of a truncated WARC; inflating each member apart does not. RFC 1952.
 */
export async function* gunzip(
  input: AsyncIterable<Uint8Array>,
  onDamage: OnDamage,
): AsyncGenerator<Uint8Array> {
  const queue = new ByteQueue(input);
  for (let member = 1; (await queue.fill(1)) > 0; member += 1) {
    await queue.skip((byte) => byte === 0);
    if ((await queue.fill(1)) === 0) return;
    if (!(await skipHeader(queue))) {
      onDamage(`after ${member - 1} gzip members: found bytes that are no gzip header`);
      return;
    }
    let checksum = 0;
    let size = 0;
    const inflater = createInflateRaw();
    const output: Uint8Array[] = [];
    inflater.on("data", (chunk: Uint8Array) => output.push(chunk));
    let fed = 0;
    let ended = false;
    while (!ended) {
      if ((await queue.fill(1)) === 0) {
        onDamage(`gzip member ${member}: found the end of the file, expected the rest of the member`);
        inflater.destroy();
        return;
      }
      const slice = queue.take(SLICE);
      fed += slice.length;
      const fault = await feed(inflater, slice);
      for (const chunk of output.splice(0)) {
        checksum = crc32(chunk, checksum);
        size = (size + chunk.length) >>> 0;
        yield chunk;
      }
      if (fault !== undefined) {
        onDamage(`gzip member ${member}: ${fault}`);
        return;
      }
      const left = fed - inflater.bytesWritten;
      if (left > 0) {
        queue.giveBack(slice.subarray(slice.length - left));
        ended = true;
      }
    }
    inflater.destroy();
    if ((await queue.fill(8)) < 8) {
      onDamage(`gzip member ${member}: found the end of the file, expected a checksum`);
      return;
    }
    const trailer = queue.take(8);
    const view = new DataView(trailer.buffer, trailer.byteOffset, 8);
    if (view.getUint32(0, true) !== checksum || view.getUint32(4, true) !== size) {
      onDamage(`gzip member ${member}: found bytes that do not fit the checksum`);
    }
  }
}

function feed(inflater: InflateRaw, slice: Uint8Array): Promise<string | undefined> {
  return new Promise((resolve) => {
    const failed = (error: Error) => resolve(error.message);
    inflater.once("error", failed);
    inflater.write(slice, (error) => {
      if (error) return resolve(error.message);
      inflater.off("error", failed);
      resolve(undefined);
    });
  });
}

/** Reads past one member's header; false where there is none. */
async function skipHeader(queue: ByteQueue): Promise<boolean> {
  if ((await queue.fill(10)) < 10) return false;
  const head = queue.take(10);
  const flags = head[3]!;
  if (!isGzip(head) || head[2] !== 8) return false;
  if (flags & 4) {
    if ((await queue.fill(2)) < 2) return false;
    const extra = queue.take(2);
    const length = extra[0]! | (extra[1]! << 8);
    if ((await queue.fill(length)) < length) return false;
    queue.take(length);
  }
  for (const flag of [8, 16]) {
    if (flags & flag && !(await skipString(queue))) return false;
  }
  if (flags & 2) {
    if ((await queue.fill(2)) < 2) return false;
    queue.take(2);
  }
  return true;
}

/** Reads past a zero-ended string; false if it does not end within bounds. */
async function skipString(queue: ByteQueue): Promise<boolean> {
  for (let read = 0; read < MAX_HEADER; read += 1) {
    if ((await queue.fill(1)) === 0) return false;
    if (queue.take(1)[0] === 0) return true;
  }
  return false;
}
