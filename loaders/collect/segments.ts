import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { readMember } from "./gzip-member.ts";
import { type ReadRecord, readRecord } from "./warc-record.ts";

/** Where a record was written. */
export interface Place {
  readonly filename: string;
  readonly offset: number;
  readonly length: number;
}

/** A record found in a segment, and where. */
export type FoundRecord = ReadRecord & Place;

/**
 * A series of WARC files that grows only at its end: `NAME-00001.warc.gz`, a new one when the last is full. A file
 * that a killed run left with a record cut off at its end is shortened to the last whole exchange; the cut bytes
 * were never a capture. Where a file is broken otherwise, it is left as it is and a new one begun.
 */
export class Segments {
  readonly #folder: string;
  readonly #name: string;
  readonly #limit: number;
  readonly #head: (filename: string) => Buffer;
  #number: number;
  #size = 0;
  #file: number | undefined;

  /** `name` may hold a folder, `visits/x`; `limit` in bytes; `head` makes the first record of a file. */
  constructor(folder: string, name: string, limit: number, head: (filename: string) => Buffer) {
    this.#folder = folder;
    this.#name = name;
    this.#limit = limit;
    this.#head = head;
    this.#number = Number(/(\d+)\.warc\.gz$/u.exec(this.filenames().at(-1) ?? "")?.[1] ?? 1);
  }

  /** The files that there are, first to last, relative to the folder. */
  filenames(): string[] {
    const folder = join(this.#folder, this.#name, "..");
    if (!existsSync(folder)) return [];
    const prefix = this.#name.slice(0, this.#name.lastIndexOf("/") + 1);
    const base = this.#name.slice(prefix.length);
    return readdirSync(folder)
      .filter((name) => name.startsWith(`${base}-`) && /^-\d{5,}\.warc\.gz$/u.test(name.slice(base.length)))
      .sort()
      .map((name) => prefix + name);
  }

  /**
   * The responses and revisits that stand behind `known` (bytes by file name), in order; mends the end of the last
   * file. To be called once, before anything is written.
   */
  recover(known: ReadonlyMap<string, number>): FoundRecord[] {
    const found: FoundRecord[] = [];
    for (const filename of this.filenames()) {
      const path = join(this.#folder, filename);
      const size = statSync(path).size;
      const from = known.get(filename) ?? 0;
      const scan = from < size ? scanned(path, from, filename) : { records: [], whole: size, isCut: false };
      found.push(...scan.records);
      if (filename !== this.#filename()) continue;
      this.#size = size;
      if (scan.whole === size) continue;
      if (scan.isCut) {
        const file = openSync(path, "r+");
        ftruncateSync(file, scan.whole);
        fsyncSync(file);
        closeSync(file);
        this.#size = scan.whole;
      } else this.#number += 1;
    }
    if (!existsSync(join(this.#folder, this.#filename()))) this.#size = 0;
    return found;
  }

  /** Writes records in one piece; the place is that of the last. */
  append(records: readonly Buffer[]): Place {
    if (this.#size >= this.#limit) {
      this.close();
      this.#number += 1;
      this.#size = 0;
    }
    const filename = this.#filename();
    const path = join(this.#folder, filename);
    if (this.#file === undefined) {
      mkdirSync(join(path, ".."), { recursive: true });
      this.#file = openSync(path, "a");
    }
    const head = this.#size === 0 ? [this.#head(filename)] : [];
    const bytes = Buffer.concat([...head, ...records]);
    for (let written = 0; written < bytes.length; )
      written += writeSync(this.#file, bytes, written, bytes.length - written);
    this.#size += bytes.length;
    const length = records.at(-1)!.length;
    return { filename, offset: this.#size - length, length };
  }

  /** Hands what was written to the disk. */
  close(): void {
    if (this.#file === undefined) return;
    fsyncSync(this.#file);
    closeSync(this.#file);
    this.#file = undefined;
  }

  #filename(): string {
    return `${this.#name}-${String(this.#number).padStart(5, "0")}.warc.gz`;
  }
}

/** Reads one record from its place; undefined where there is none. */
export function recordAt(folder: string, { filename, offset, length }: Place): ReadRecord | undefined {
  const bytes = Buffer.alloc(length);
  const file = openSync(join(folder, filename), "r");
  const read = readSync(file, bytes, 0, length, offset);
  closeSync(file);
  const member = readMember(bytes.subarray(0, read), 0);
  return typeof member === "string" ? undefined : readRecord(member.bytes);
}

/** `whole`: where the last whole exchange ends; `isCut`: what is behind it only ends too early. */
function scanned(
  path: string,
  from: number,
  filename: string,
): { records: FoundRecord[]; whole: number; isCut: boolean } {
  const bytes = readFileSync(path);
  const records: FoundRecord[] = [];
  let whole = from;
  for (let at = from; at < bytes.length; ) {
    const member = readMember(bytes, at);
    if (typeof member === "string") return { records, whole, isCut: member === "cut" };
    const record = readRecord(member.bytes);
    if (record === undefined) return { records, whole, isCut: false };
    const type = record.fields.get("warc-type");
    if (type === "response" || type === "revisit")
      records.push({ ...record, filename, offset: at, length: member.end - at });
    if (type !== "request") whole = member.end;
    at = member.end;
  }
  return { records, whole, isCut: true };
}
