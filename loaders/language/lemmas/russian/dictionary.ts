import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Dawg } from "./dawg.ts";
import { hashOf, type JoinedHash } from "./joined-hash.ts";
import { type Grammemes, isProductive, type Tag, tagReader } from "./tags.ts";

/** A form's own prefix, by its number in a paradigm. */
const FORM_PREFIXES = ["", "по", "наи"];
/** More forms than any paradigm has (233), as bits of a form's number. */
const FORM_BITS = 8;
const FORM = (1 << FORM_BITS) - 1;

/** The dictionaries of OpenCorpora as `az` 0.2.3 carries them. */
export interface Dictionary {
  /** Word → (paradigm, form) of each reading. */
  readonly words: Dawg;
  /** By number of a form's own prefix: end of a word → (how often seen, paradigm, form). */
  readonly ends: readonly { prefix: string; graph: Dawg }[];
  /** `word:tag` → probability in millionths. */
  readonly probabilities: Dawg;
  readonly paradigms: Paradigms;
}

let dictionary: Dictionary | undefined;

/** Read from the package `az` at first use, in a tenth of a second. Throws if its files can't be read. */
export function russianDictionary(): Dictionary {
  dictionary ??= readDictionary(
    join(dirname(createRequire(import.meta.url).resolve("az/package.json")), "dicts"),
  );
  return dictionary;
}

function readDictionary(folder: string): Dictionary {
  const bytes = (name: string): ArrayBuffer => {
    const { buffer, byteOffset, byteLength } = readFileSync(join(folder, name));
    return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  };
  const json = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), "utf8")) as T;
  return {
    words: new Dawg(bytes("words.dawg"), 2),
    ends: FORM_PREFIXES.map((prefix, number) => ({
      prefix,
      graph: new Dawg(bytes(`prediction-suffixes-${number}.dawg`), 3),
    })),
    probabilities: new Dawg(bytes("p_t_given_w.intdawg"), 0),
    paradigms: new Paradigms(
      new Uint16Array(bytes("paradigms.array")),
      json("suffixes.json"),
      json("gramtab-opencorpora-int.json"),
      json("grammemes.json"),
    ),
  };
}

/** What stands before and behind the stem in a form. */
export interface Shape {
  readonly prefix: string;
  readonly ending: string;
  readonly prefixHash: number;
  readonly endingHash: JoinedHash;
}

/**
 * All paradigms in one array: their count, then for each its length and by form the number of its ending, then of its
 * tag, then of its own prefix. A form is named by one number, `formOf(paradigm, form)`.
 */
export class Paradigms {
  readonly tags: readonly Tag[];
  /** By tag. */
  readonly productive: Uint8Array;
  private readonly starts: Int32Array;
  private readonly sizes: Int32Array;
  /** By paradigm, worked out at first sight. */
  private readonly shapes: (readonly Shape[] | undefined)[] = [];

  constructor(
    private readonly list: Uint16Array,
    private readonly endings: readonly string[],
    readonly writtenTags: readonly string[],
    grammemes: Grammemes,
  ) {
    this.tags = writtenTags.map(tagReader(grammemes));
    this.productive = Uint8Array.from(this.tags, (tag) => (isProductive(tag) ? 1 : 0));
    const count = list[0]!;
    this.starts = new Int32Array(count);
    this.sizes = new Int32Array(count);
    let at = 1;
    for (let paradigm = 0; paradigm < count; paradigm++) {
      const length = list[at]!;
      this.starts[paradigm] = at + 1;
      this.sizes[paradigm] = length / 3;
      at += 1 + length;
    }
  }

  formOf(paradigm: number, number: number): number {
    return (paradigm << FORM_BITS) | number;
  }

  /** Numbers of the forms of the paradigm that a form belongs to: from the first up to, not including, the last. */
  siblings(form: number): [first: number, end: number] {
    const paradigm = form >>> FORM_BITS;
    const first = paradigm << FORM_BITS;
    return [first, first + this.sizes[paradigm]!];
  }

  /** The different shapes of a form's paradigm, its own among them, in order; ё of an ending as е. */
  shapesOf(form: number): readonly Shape[] {
    const paradigm = form >>> FORM_BITS;
    let shapes = this.shapes[paradigm];
    if (shapes === undefined) {
      const [first, end] = this.siblings(form);
      const met = new Map<string, Shape>();
      for (let sibling = first; sibling < end; sibling++) {
        const prefix = this.prefixOf(sibling);
        const ending = this.endingOf(sibling).replaceAll("ё", "е");
        if (met.has(`${prefix} ${ending}`)) continue;
        const shape = { prefix, ending, prefixHash: hashOf(prefix).hash, endingHash: hashOf(ending) };
        met.set(`${prefix} ${ending}`, shape);
      }
      shapes = [...met.values()];
      this.shapes[paradigm] = shapes;
    }
    return shapes;
  }

  /** Number of a form's tag. */
  tagOf(form: number): number {
    return this.cell(form, 1);
  }

  endingOf(form: number): string {
    return this.endings[this.cell(form, 0)]!;
  }

  prefixOf(form: number): string {
    return FORM_PREFIXES[this.cell(form, 2)]!;
  }

  /** One more than the greatest number of a form. */
  get limit(): number {
    return this.starts.length << FORM_BITS;
  }

  private cell(form: number, row: number): number {
    const paradigm = form >>> FORM_BITS;
    return this.list[this.starts[paradigm]! + row * this.sizes[paradigm]! + (form & FORM)]!;
  }
}
