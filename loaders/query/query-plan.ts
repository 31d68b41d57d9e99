import { type LeafQuery, leavesOf, type Query } from "./ast.ts";
import { Evaluation } from "./evaluate.ts";
import type { HitColumns } from "./hit-columns.ts";
import { Marks } from "./marks.ts";
import type { Hit } from "./match.ts";
import type { PostValues, ReadPost } from "./post.ts";
import { Lists, listsOf, type Node, Translator } from "./program.ts";
import { ProgramRunner } from "./run-program.ts";

/**
 * Many queries over the hits of one matcher. A post costs what its hits cost: a query none of whose words stands in
 * it is not looked at, unless it can match without them (NOT, fields).
 */
export class QueryPlan {
  /** The distinct words, phrases and hashtags of all queries, to be compiled in this order. */
  readonly leaves: readonly LeafQuery[];
  readonly marks: Marks;
  readonly runner: ProgramRunner;
  private readonly numbers = new Map<LeafQuery, number>();
  private readonly nodes: readonly Node[];
  /** Queries that can match where none of their words stands. */
  private readonly wordless: readonly number[];
  private readonly isWordless: Uint8Array;

  /** `offset`: the number of the first leaf among the patterns of the matcher. */
  constructor(
    queries: readonly Query[],
    private readonly offset = 0,
  ) {
    this.leaves = this.numberLeaves(queries);
    const lists = new Lists();
    const translator = new Translator(lists, (leaf) => this.numbers.get(leaf)!);
    this.nodes = queries.map((query) => translator.node(query));
    const owners: Set<number>[] = lists.members.map(() => new Set());
    this.nodes.forEach((node, index) => {
      for (const list of listsOf(node)) owners[list]!.add(index);
    });
    const listsByLeaf: number[][] = this.leaves.map(() => []);
    lists.members.forEach((leaves, list) => {
      for (const leaf of leaves) listsByLeaf[leaf]!.push(list);
    });
    this.marks = new Marks(
      lists.members,
      listsByLeaf.map((some) => Int32Array.from(some)),
      owners.map((some) => Int32Array.from(some)),
      queries.length,
    );
    this.runner = new ProgramRunner(this.marks);
    this.wordless = queries.flatMap((query, index) => (needsWord(query) ? [] : [index]));
    this.isWordless = Uint8Array.from(queries, (query) => (needsWord(query) ? 0 : 1));
  }

  /** The indices of the queries that match, ascending. */
  matching(post: ReadPost): number[] {
    this.load(this.marks.title, post.title);
    this.load(this.marks.text, post.text);
    return this.matchingMarks(post.ingressEnd, post.values);
  }

  /** The same for the hits that stand in `marks`, numbered from 0. */
  matchingMarks(ingressEnd: number, values: PostValues): number[] {
    const { marks, runner, nodes } = this;
    marks.mark(ingressEnd);
    runner.values = values;
    const found: number[] = [];
    for (let i = 0; i < marks.touchedCount; i++) {
      const query = marks.touched[i]!;
      if (this.isWordless[query] === 0 && runner.holds(nodes[query]!)) found.push(query);
    }
    for (const query of this.wordless) if (runner.holds(nodes[query]!)) found.push(query);
    return found.length > 1 ? found.sort((a, b) => a - b) : found;
  }

  /** For a closer look at one post. */
  evaluate(post: ReadPost): Evaluation {
    const title = this.own(post.title);
    const text = this.own(post.text);
    return new Evaluation({ ...post, title, text }, (leaf) => this.numbers.get(leaf)! + this.offset);
  }

  private numberLeaves(queries: readonly Query[]): LeafQuery[] {
    const known = new Map<string, number>();
    const leaves: LeafQuery[] = [];
    for (const leaf of queries.flatMap(leavesOf)) {
      const key = keyOf(leaf);
      let number = known.get(key);
      if (number === undefined) {
        number = leaves.push(leaf) - 1;
        known.set(key, number);
      }
      this.numbers.set(leaf, number);
    }
    return leaves;
  }

  private own(hits: readonly Hit[]): readonly Hit[] {
    const to = this.offset + this.leaves.length;
    return hits.filter(({ pattern }) => pattern >= this.offset && pattern < to);
  }

  /** Keeps the hits of this plan's leaves. */
  private load(columns: HitColumns, hits: readonly Hit[]): void {
    columns.count = 0;
    const { offset } = this;
    const to = offset + this.leaves.length;
    for (let i = 0; i < hits.length; i++) {
      const { pattern, first, last, start, end } = hits[i]!;
      if (pattern >= offset && pattern < to) columns.push(pattern - offset, first, last, start, end);
    }
  }
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
