const NONE = -1;
const ROOT = 0;

/**
 * Finds which of some strings stand in another, in one pass: the automaton of Aho and Corasick (1975, "Efficient string
 * matching", Communications of the ACM 18.6) in typed arrays, as large as the strings together.
 */
export class Substrings {
  /** Code units read and links followed so far. */
  steps = 0;
  private count = 1;
  private readonly letters: Uint16Array;
  /** By node: the first of those that follow it, and the next beside it. */
  private readonly children: Int32Array;
  private readonly siblings: Int32Array;
  private readonly fails: Int32Array;
  /** By node: the number of the string that ends there, and the nearest node of its failures where one ends. */
  private readonly ends: Int32Array;
  private readonly nextEnds: Int32Array;
  /** By node: the search in which it was last reported. */
  private readonly reported: Int32Array;
  private searches = 0;
  private readonly beginnings = new Map<number, number>();

  /** `strings`: distinct, none empty. */
  constructor(strings: readonly string[]) {
    const size = strings.reduce((sum, one) => sum + one.length, 1);
    this.letters = new Uint16Array(size);
    this.children = new Int32Array(size).fill(NONE);
    this.siblings = new Int32Array(size).fill(NONE);
    this.fails = new Int32Array(size).fill(ROOT);
    this.ends = new Int32Array(size).fill(NONE);
    this.nextEnds = new Int32Array(size).fill(NONE);
    this.reported = new Int32Array(size);
    strings.forEach((one, number) => {
      let node = ROOT;
      for (let i = 0; i < one.length; i++) node = this.grown(node, one.charCodeAt(i));
      this.ends[node] = number;
    });
    this.link();
  }

  /** Calls back once with the number of each string that stands in `text`. */
  find(text: string, found: (string: number) => void): void {
    this.searches += 1;
    let node = ROOT;
    for (let i = 0; i < text.length; i++) {
      node = this.after(node, text.charCodeAt(i));
      let end = this.ends[node] === NONE ? this.nextEnds[node]! : node;
      // What was reported once was reported with all that ends in it.
      while (end !== NONE && this.reported[end] !== this.searches) {
        this.reported[end] = this.searches;
        found(this.ends[end]!);
        end = this.nextEnds[end]!;
        this.steps += 1;
      }
    }
    this.steps += text.length;
  }

  private after(from: number, letter: number): number {
    let node = from;
    for (;;) {
      const next = this.child(node, letter);
      if (next !== NONE) return next;
      if (node === ROOT) return ROOT;
      node = this.fails[node]!;
      this.steps += 1;
    }
  }

  private child(node: number, letter: number): number {
    if (node === ROOT) return this.beginnings.get(letter) ?? NONE;
    let at = this.children[node]!;
    while (at !== NONE && this.letters[at] !== letter) at = this.siblings[at]!;
    return at;
  }

  private grown(node: number, letter: number): number {
    const known = this.child(node, letter);
    if (known !== NONE) return known;
    const made = this.count++;
    this.letters[made] = letter;
    this.siblings[made] = this.children[node]!;
    this.children[node] = made;
    if (node === ROOT) this.beginnings.set(letter, made);
    return made;
  }

  private link(): void {
    const queue = new Int32Array(this.count);
    let queued = 1;
    for (let at = 0; at < queued; at++) {
      const node = queue[at]!;
      for (let child = this.children[node]!; child !== NONE; child = this.siblings[child]!) {
        queue[queued++] = child;
        if (node === ROOT) continue;
        const fail = this.after(this.fails[node]!, this.letters[child]!);
        this.fails[child] = fail;
        this.nextEnds[child] = this.ends[fail] === NONE ? this.nextEnds[fail]! : fail;
      }
    }
  }
}
