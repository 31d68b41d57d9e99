import { type LeafQuery, leavesOf, type Query } from "./ast.ts";
import { Evaluation } from "./evaluate.ts";
import type { ReadPost } from "./post.ts";

/**
 * Many queries over the hits of one matcher. A post costs what its hits cost: a query none of whose words stands in
 * it is not looked at, unless it can match without them (NOT, fields).
 */
export class QueryPlan {
  /** The distinct words, phrases and hashtags of all queries, to be compiled in this order. */
  readonly leaves: readonly LeafQuery[];
  private readonly numbers = new Map<LeafQuery, number>();
  /** By number of a leaf: the queries that hold it. */
  private readonly owners: number[][] = [];
  private readonly wordless: number[] = [];
  /** A word, or an OR of words: it matches as soon as one of its leaves does. */
  private readonly isList: boolean[] = [];

  /** `offset`: the number of the first leaf among the patterns of the matcher. */
  constructor(
    private readonly queries: readonly Query[],
    private readonly offset = 0,
  ) {
    const known = new Map<string, number>();
    const leaves: LeafQuery[] = [];
    queries.forEach((query, index) => {
      for (const leaf of leavesOf(query)) {
        const key = keyOf(leaf);
        let number = known.get(key);
        if (number === undefined) {
          number = leaves.push(leaf) - 1;
          known.set(key, number);
          this.owners.push([]);
        }
        this.numbers.set(leaf, number);
        const owners = this.owners[number]!;
        if (owners.at(-1) !== index) owners.push(index);
      }
      if (!needsWord(query)) this.wordless.push(index);
      this.isList.push(isLeaf(query) || (query.kind === "or" && query.terms.every(isLeaf)));
    });
    this.leaves = leaves;
  }

  /** The indices of the queries that match, ascending. */
  matching(post: ReadPost): number[] {
    const touched = new Set(this.wordless);
    for (const hits of [post.title, post.text]) {
      for (const { pattern } of hits) {
        for (const owner of this.owners[pattern - this.offset] ?? []) touched.add(owner);
      }
    }
    if (touched.size === 0) return [];
    let evaluation: Evaluation | undefined;
    const found: number[] = [];
    for (const index of touched) {
      if (!this.isList[index]) {
        evaluation ??= this.evaluate(post);
        if (!evaluation.holds(this.queries[index]!)) continue;
      }
      found.push(index);
    }
    return found.sort((a, b) => a - b);
  }

  /** For a closer look at one post. */
  evaluate(post: ReadPost): Evaluation {
    return new Evaluation(post, (leaf) => this.numbers.get(leaf)! + this.offset);
  }
}

function isLeaf({ kind }: Query): boolean {
  return kind === "word" || kind === "phrase" || kind === "tag";
}

/** Whether a query can match only where one of its leaves does. */
function needsWord(query: Query): boolean {
  switch (query.kind) {
    case "or":
      return query.terms.every(needsWord);
    case "and":
      return query.terms.some(needsWord);
    case "section":
      return needsWord(query.term);
    case "not":
    case "value":
      return false;
    default:
      return true;
  }
}

function keyOf(leaf: LeafQuery): string {
  const words = leaf.kind === "phrase" ? leaf.words : [leaf];
  const kind = leaf.kind === "tag" ? "#" : "";
  return kind + words.map(({ form, cased }) => `${form}\t${cased ?? ""}`).join("\n");
}
