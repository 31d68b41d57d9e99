import { InnerWildcards } from "./inner-wildcards.ts";

interface TrieNode {
  next: Map<number, TrieNode>;
  /** Patterns `…*` that end here. */
  prefixes: number[];
  /** Patterns without wildcards that end here. */
  exact: number[];
}

const NONE: readonly number[] = [];

/** The distinct words of all patterns, numbered, and which of them a given form matches. */
export class WordPatterns {
  private readonly numbers = new Map<string, number>();
  private readonly root = node();
  /** Patterns with a `?`, or a `*` before the end. */
  private readonly inner = new InnerWildcards();

  /** The number of a folded word with or without wildcards; the same word has one number. */
  add(form: string): number {
    const known = this.numbers.get(form);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(form, number);
    const wildcard = form.search(/[*?]/u);
    if (wildcard === -1) this.nodeOf(form).exact.push(number);
    else if (wildcard === form.length - 1 && form.endsWith("*"))
      this.nodeOf(form.slice(0, -1)).prefixes.push(number);
    else this.inner.add(number, form);
    return number;
  }

  /** The words, by number. */
  get forms(): string[] {
    return [...this.numbers.keys()];
  }

  /** Code units read and compared so far for patterns that no trie holds. */
  get steps(): number {
    return this.inner.steps;
  }

  /** Numbers of the pattern words that match a folded form, ascending. */
  matching(form: string): readonly number[] {
    const found: number[] = [];
    let at: TrieNode | undefined = this.root;
    for (let i = 0; i < form.length && at !== undefined; i++) {
      at = at.next.get(form.charCodeAt(i));
      if (at === undefined) break;
      found.push(...at.prefixes);
      if (i === form.length - 1) found.push(...at.exact);
    }
    this.inner.find(form, found);
    return found.length === 0 ? NONE : found.sort((a, b) => a - b);
  }

  private nodeOf(form: string): TrieNode {
    let at = this.root;
    for (let i = 0; i < form.length; i++) {
      const unit = form.charCodeAt(i);
      let next = at.next.get(unit);
      if (next === undefined) {
        next = node();
        at.next.set(unit, next);
      }
      at = next;
    }
    return at;
  }
}

function node(): TrieNode {
  return { next: new Map(), prefixes: [], exact: [] };
}
