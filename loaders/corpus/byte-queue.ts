/** Bytes read ahead from a stream. */
export class ByteQueue {
  #bytes: Uint8Array = new Uint8Array();
  readonly #source: AsyncIterator<Uint8Array>;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Waits until `count` bytes are there or the stream ends; returns how many are there. */
  async fill(count: number): Promise<number> {
    while (this.#bytes.length < count) {
      const next = await this.#source.next();
      if (next.done) break;
      this.#bytes = this.#bytes.length === 0 ? next.value : Buffer.concat([this.#bytes, next.value]);
    }
    return this.#bytes.length;
  }

  /** Takes at most `count` of the bytes that are there. */
  take(count: number): Uint8Array {
    const taken = this.#bytes.subarray(0, count);
    this.#bytes = this.#bytes.subarray(taken.length);
    return taken;
  }

  giveBack(bytes: Uint8Array): void {
    this.#bytes = this.#bytes.length === 0 ? bytes : Buffer.concat([bytes, this.#bytes]);
  }

  /** Passes over the bytes that come next as long as they fit. */
  async skip(fits: (byte: number) => boolean): Promise<void> {
    while ((await this.fill(1)) > 0) {
      const end = this.#bytes.findIndex((byte) => !fits(byte));
      this.#bytes = this.#bytes.subarray(end < 0 ? this.#bytes.length : end);
      if (end >= 0) return;
    }
  }

  /** Takes exactly `count` bytes, or fewer where the stream ends; what is beyond `keep` is passed over. */
  async read(count: number, keep: number): Promise<{ bytes: Uint8Array; read: number }> {
    const pieces: Uint8Array[] = [];
    let read = 0;
    while (read < count && (await this.fill(1)) > 0) {
      const piece = this.take(count - read);
      if (read < keep) pieces.push(piece);
      read += piece.length;
    }
    return { bytes: Buffer.concat(pieces), read };
  }

  /** The bytes that are there, without taking them. */
  get ahead(): Buffer {
    return Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.length);
  }
}
