import type { LeafQuery } from "./ast.ts";
import { foldKeepingCase } from "./cased.ts";
import { matchesGlob } from "./glob.ts";
import type { WordStream } from "./word-stream.ts";

/** The patterns whose words must stand as written; whatever their folded forms find is looked at again. */
export class CasedForms {
  private readonly forms: (readonly (readonly string[])[] | undefined)[];

  constructor(patterns: readonly LeafQuery[]) {
    this.forms = patterns.map((pattern) => {
      const words = pattern.kind === "phrase" ? pattern.words : [pattern];
      const cased = words.flatMap((word) => (word.cased === undefined ? [] : [[...word.cased]]));
      return cased.length === words.length ? cased : undefined;
    });
  }

  /** Whether a pattern's words must stand as written. */
  has(pattern: number): boolean {
    return this.forms[pattern] !== undefined;
  }

  /** Whether a pattern's words, found from word `first` on, stand in another case than written. */
  refuses(pattern: number, stream: WordStream, first: number): boolean {
    const forms = this.forms[pattern];
    if (forms === undefined) return false;
    const { text, starts, ends } = stream;
    return !forms.every((form, i) => isWritten(form, text.slice(starts[first + i], ends[first + i])));
  }

  /** The same for a whole hashtag, its sign left out. */
  refusesTag(pattern: number, tag: string): boolean {
    const form = this.forms[pattern]?.[0];
    return form !== undefined && !isWritten(form, tag);
  }
}

function isWritten(form: readonly string[], word: string): boolean {
  return matchesGlob(form, foldKeepingCase(word));
}
