import { createHash } from "node:crypto";
import { type BigIntStats, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { glob } from "./glob.ts";

/** SHA-256 in hex and size in bytes; `files` only for a directory: path below it to SHA-256. */
export interface ContentHash {
  sha256: string;
  bytes: number;
  files?: Record<string, string>;
}

const CHUNK = 1 << 20;

/** SHA-256 of a text's UTF-8 bytes, in hex. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Hashes files by their bytes, each once for as long as size, inode and time of change stay the same.
 * Lives for one run: nothing is believed from one run to the next.
 */
export class ContentHasher {
  readonly #known = new Map<string, { stamp: string; hash: ContentHash }>();
  readonly #chunk = Buffer.allocUnsafeSlow(CHUNK);
  #last: Promise<unknown> = Promise.resolve();

  /** Hash of a file; undefined where there is no such file. */
  async file(path: string): Promise<ContentHash | undefined> {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (!stats?.isFile()) return undefined;
    const known = this.#known.get(path);
    if (known?.stamp === stampOf(stats)) return known.hash;
    // One file at a time: they share the buffer, and a disk gains nothing from more.
    const result = this.#last.then(() => this.#read(path));
    this.#last = result.catch(() => undefined);
    const hash = await result;
    this.#known.set(path, { stamp: stampOf(stats), hash });
    return hash;
  }

  /**
   * Hash of a directory: SHA-256 of the lines `sha256  path` of its files, as `sha256sum` prints them, sorted by
   * path. Hidden files and `*.tmp` are left out. Undefined where there is no such directory.
   */
  async directory(path: string): Promise<ContentHash | undefined> {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return undefined;
    const files: Record<string, string> = {};
    let bytes = 0;
    let lines = "";
    for (const file of glob("**", path)) {
      const hash = await this.file(join(path, file));
      if (!hash) continue;
      files[file] = hash.sha256;
      bytes += hash.bytes;
      lines += `${hash.sha256}  ${file}\n`;
    }
    return { sha256: sha256(lines), bytes, files };
  }

  /** Hash of an output, file or directory; undefined where it is missing or of the other kind. */
  output(path: string, directory: boolean): Promise<ContentHash | undefined> {
    return directory ? this.directory(path) : this.file(path);
  }

  /** Remembers that what was hashed at `from` now stands at `to`. */
  moved(from: string, to: string, hash: ContentHash): void {
    for (const file of hash.files ? Object.keys(hash.files) : [""]) {
      const known = this.#known.get(join(from, file));
      if (known) this.#known.set(join(to, file), known);
    }
  }

  async #read(path: string): Promise<ContentHash> {
    const hash = createHash("sha256");
    let bytes = 0;
    const file = await open(path, "r");
    try {
      for (;;) {
        const { bytesRead } = await file.read(this.#chunk, 0, CHUNK);
        if (bytesRead === 0) break;
        hash.update(this.#chunk.subarray(0, bytesRead));
        bytes += bytesRead;
      }
    } finally {
      await file.close();
    }
    return { sha256: hash.digest("hex"), bytes };
  }
}

function stampOf(stats: BigIntStats): string {
  return `${stats.ino}:${stats.size}:${stats.mtimeNs}`;
}
