import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { findPersonalData, type PersonalData } from "./personal-data.ts";
import { publishedTexts } from "./published-text.ts";
import { runsOf } from "./word-runs.ts";

/** What is wrong with a text whoever wrote the posts. */
export type TextFault = PersonalData["kind"] | "pseudonym" | "file of an unknown kind";

/** What the privacy check must know of a text: all files that hold it, and what in it may lead to a person. */
export interface PublishedText {
  readonly files: readonly string[];
  readonly faults: readonly TextFault[];
  readonly accounts: readonly string[];
  readonly addresses: readonly string[];
}

export interface PublishedWordsOptions {
  /** E-mail addresses that may stand: the study's contact, in lower case. */
  readonly allowed: readonly string[];
  /** Words in a row that make a text recognisable. */
  readonly run?: number;
}

/**
 * The words of published folders, indexed by their runs. A file that was read before under another name, as a
 * table that the site repeats, is not read again.
 */
export class PublishedWords {
  readonly #allowed: readonly string[];
  readonly #run: number;
  readonly #texts = new Map<string, PublishedText & { readonly files: string[] }>();
  readonly #runs = new Map<string, PublishedText[]>();
  #files = 0;

  constructor({ allowed, run = 7 }: PublishedWordsOptions) {
    this.#allowed = allowed;
    this.#run = run;
  }

  /** Files of known kinds that were read. */
  get files(): number {
    return this.#files;
  }

  texts(): Iterable<PublishedText> {
    return this.#texts.values();
  }

  /** Reads every file of a folder, and lets other work go on between files. A folder that is not there holds none. */
  async read(folder: string): Promise<void> {
    if (!existsSync(folder)) return;
    for await (const file of publishedTexts(folder)) {
      const name = join(folder, file.path);
      let known = this.#texts.get(file.content);
      if (known === undefined) {
        known = this.#index(name, await file.text());
        this.#texts.set(file.content, known);
        await setImmediate();
      } else known.files.push(name);
      if (!known.faults.includes("file of an unknown kind")) this.#files += 1;
    }
  }

  /** The published texts that share a run of words with this one. */
  textsWith(text: string): Set<PublishedText> {
    const found = new Set<PublishedText>();
    for (const key of runsOf(text, this.#run)) for (const one of this.#runs.get(key) ?? []) found.add(one);
    return found;
  }

  #index(name: string, text: string | undefined): PublishedText & { readonly files: string[] } {
    if (text === undefined)
      return { files: [name], faults: ["file of an unknown kind"], accounts: [], addresses: [] };
    const pseudonyms = text.match(/(?<![\w:])p:[0-9a-f]{16}(?![0-9a-f])/g) ?? [];
    const indexed = {
      files: [name],
      faults: [
        ...findPersonalData(text, this.#allowed).map(({ kind }) => kind),
        ...pseudonyms.map(() => "pseudonym" as const),
      ],
      accounts: [...accounts(text)],
      addresses: [...addresses(text)],
    };
    for (const key of new Set(runsOf(text, this.#run))) {
      const holders = this.#runs.get(key);
      if (holders === undefined) this.#runs.set(key, [indexed]);
      else holders.push(indexed);
    }
    return indexed;
  }
}

/** Candidates for an account: what follows an @, and each part of a link's path. */
function accounts(text: string): Set<string> {
  const seen = new Set<string>();
  for (const match of text.matchAll(/@([\p{L}\p{N}_.]{2,64})/gu)) seen.add(match[1]!);
  for (const address of addresses(text))
    for (const part of address.split(/[/?#&=]+/)) if (part !== "") seen.add(part);
  return seen;
}

/** Links, whole and without what a post's id leaves out. */
function addresses(text: string): string[] {
  const seen = new Set(Array.from(text.matchAll(/https?:\/\/[^\s"'<>\])]{4,500}/g), (match) => match[0]));
  return [...seen].flatMap((address) => [address, address.replace(/^https?:\/\/(?:t\.me\/(?:s\/)?)?/, "")]);
}
