/** Longer phrases are refused: each place where one begins may be followed so far. */
export const MOST_PHRASE_WORDS = 50;

/** Words of phrases that begin alike, each followed by what may come next. */
export interface PhraseNode {
  readonly next: Map<number, PhraseNode>;
  /** The phrases that end here. */
  readonly patterns: number[];
}

/** The phrases of a matcher, by the numbers of their words: what begins alike is followed once. */
export class Phrases {
  /** By number of the first word. */
  private readonly begun: (PhraseNode | undefined)[] = [];

  add(pattern: number, [first, ...rest]: readonly number[]): void {
    this.begun[first!] ??= { next: new Map(), patterns: [] };
    let node = this.begun[first!]!;
    for (const word of rest) {
      let next = node.next.get(word);
      if (next === undefined) {
        next = { next: new Map(), patterns: [] };
        node.next.set(word, next);
      }
      node = next;
    }
    node.patterns.push(pattern);
  }

  /** What follows a word with which phrases begin. */
  of(word: number): PhraseNode | undefined {
    return this.begun[word];
  }
}
