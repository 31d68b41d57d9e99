import { createReadStream } from "node:fs";
import { gunzip, isGzip } from "./gunzip.ts";
import { type Reject, reject } from "./outcome.ts";

/** The bytes of a capture, read in pieces; `damage` says afterwards whether they ended before their time. */
export interface CaptureBytes extends AsyncIterable<Uint8Array> {
  readonly damage: string | undefined;
}

/** Opens a capture file; gzip (by its first bytes, whatever the name) is read transparently. */
export function openCapture(file: string): CaptureBytes {
  return captureBytes(createReadStream(file, { highWaterMark: 65_536 }));
}

/** The same over bytes from anywhere. */
export function captureBytes(source: AsyncIterable<Uint8Array>): CaptureBytes {
  let damage: string | undefined;
  const onDamage = (detail: string): void => {
    damage ??= detail;
  };
  return {
    get damage() {
      return damage;
    },
    async *[Symbol.asyncIterator]() {
      const { first, all } = await peek(source, 2);
      if (first.length > 0) yield* isGzip(first) ? gunzip(all, onDamage) : all;
    },
  };
}

/** The first bytes of a stream (at least `count`, unless it is shorter), and the stream with them put back. */
export async function peek(
  source: AsyncIterable<Uint8Array>,
  count: number,
): Promise<{ first: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < count) {
    const next = await iterator.next();
    if (next.done) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const first = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  async function* all(): AsyncGenerator<Uint8Array> {
    if (first.length > 0) yield first;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { first, all: all() };
}

/** The reject that a damaged file gives, for the record that would have come next. */
export function damageOf(bytes: CaptureBytes, nextRecord: number): Reject[] {
  return bytes.damage === undefined ? [] : [reject(nextRecord, "damaged-file", bytes.damage)];
}
