import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import az, { type Parse } from "az";

/** Parsers in their order, `?` where the next is asked too; those for numbers, signs and initials are left out. */
const OPTIONS = {
  ignoreCase: true,
  stutter: 0,
  parsers: ["Dictionary", "HyphenAdverb", "HyphenWords", "PrefixKnown", "PrefixUnknown?", "SuffixKnown?"],
};

let morph: typeof az.Morph | undefined;

/**
 * The readings of a folded Russian word, the likeliest first; none for a word that can't be read. Dictionaries are
 * those inside the package `az`, read at first use (a third of a second). Throws if they can't be read.
 * `stutter` is off: az 0.2.3 otherwise reads хобби as a drawn-out хоби.
 */
export function parsesOf(word: string): Parse[] {
  morph ??= loadMorph();
  return morph(word, OPTIONS);
}

/** az 0.2.3 loads its files one by one through callbacks and counts them: they are held back till all are asked for. */
function loadMorph(): typeof az.Morph {
  const waiting: (() => void)[] = [];
  az.load = (file, kind, done) => {
    const bytes = readFileSync(file);
    waiting.push(() =>
      done(
        null,
        kind === "json"
          ? JSON.parse(bytes.toString("utf8"))
          : bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
      ),
    );
  };
  let failure: unknown;
  const folder = join(dirname(createRequire(import.meta.url).resolve("az/package.json")), "dicts");
  az.Morph.init(folder, (error) => {
    failure = error ?? failure;
  });
  for (const finish of waiting) finish();
  if (failure !== undefined) throw new Error(`${folder}: dictionaries of az not read: ${String(failure)}`);
  rememberTags(az.Morph("слово", OPTIONS)[0]!.tag);
  return az.Morph;
}

/** Tags are frozen, and what az asks of each again and again never changes. */
function rememberTags(tag: Parse["tag"]): void {
  const methods = Object.getPrototypeOf(tag) as Record<"toString" | "isProductive", () => unknown>;
  for (const name of ["toString", "isProductive"] as const) {
    const find = methods[name];
    const known = new WeakMap<object, unknown>();
    methods[name] = function (this: object) {
      let value = known.get(this);
      if (value === undefined) {
        value = find.call(this);
        known.set(this, value);
      }
      return value;
    };
  }
}
