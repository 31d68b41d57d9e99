import { fold } from "../language/fold.ts";
import { formsRead, type LatinReading } from "../language/latin-reading.ts";
import { HASHTAG } from "../language/spans.ts";
import type { LeafQuery } from "./ast.ts";
import type { CasedForms } from "./cased-forms.ts";
import type { HitColumns } from "./hit-columns.ts";
import { WordPatterns } from "./word-patterns.ts";
import type { WordStream } from "./word-stream.ts";

/** The patterns that ask for a whole hashtag. Each distinct tag is looked up once. */
export class TagPatterns {
  private readonly forms = new WordPatterns();
  /** By number of the form. */
  private readonly patterns: number[][] = [];
  private readonly known: Record<LatinReading, Map<string, readonly number[]>> = {
    none: new Map(),
    telling: new Map(),
    all: new Map(),
  };

  constructor(
    leaves: readonly LeafQuery[],
    private readonly cased: CasedForms,
  ) {
    leaves.forEach((leaf, pattern) => {
      if (leaf.kind !== "tag") return;
      const number = this.forms.add(leaf.form);
      this.patterns[number] ??= [];
      this.patterns[number].push(pattern);
    });
  }

  get isEmpty(): boolean {
    return this.patterns.length === 0;
  }

  /** Code units read and compared so far for tags that no trie holds. */
  get steps(): number {
    return this.forms.steps;
  }

  /** Adds the hits among the hashtags of a text, from a tag's first word to its last, where they stand in order. */
  match(stream: WordStream, hits: HitColumns, reading: LatinReading): void {
    const before = hits.count;
    const { text, tokens } = stream;
    let word = 0;
    for (let i = 0; i < tokens.count; i++) {
      if (tokens.kinds[i] !== HASHTAG) continue;
      const start = tokens.starts[i]!;
      const end = tokens.ends[i]!;
      while (word < stream.count && stream.starts[word]! < start) word += 1;
      const first = word;
      while (word < stream.count && stream.starts[word]! < end) word += 1;
      const tag = text.slice(start + 1, end);
      for (const pattern of this.matching(fold(tag), reading)) {
        if (!this.cased.refusesTag(pattern, tag))
          hits.push(pattern, stream.places[first]!, stream.places[word - 1]!, start, end);
      }
    }
    hits.merge(before);
  }

  private matching(form: string, reading: LatinReading): readonly number[] {
    const known = this.known[reading].get(form);
    if (known !== undefined) return known;
    const forms = [form, ...formsRead(form, reading)].flatMap((one) => this.forms.matching(one));
    const found = [...new Set(forms)].flatMap((number) => this.patterns[number]!);
    this.known[reading].set(form, found);
    return found;
  }
}
