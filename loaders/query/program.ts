import type { LeafQuery, Query, Section, ValueField } from "./ast.ts";

/** Parts of a post, one bit each; a mask says in which of them something stands. */
export const IN_TITLE = 1;
export const IN_TEXT = 2;
export const IN_INGRESS = 4;

/** Something that has places: the words of a list, and NEAR of such. */
export type PlaceNode =
  | { kind: "list"; list: number }
  | { kind: "union"; terms: readonly PlaceNode[] }
  | { kind: "near"; ordered: boolean; distance: number; left: PlaceNode; right: PlaceNode };

/** A query over lists: what fields and sections say is in `parts`, and words joined by OR are one list. */
export type Node =
  | { kind: "list"; list: number; parts: number }
  | { kind: "or" | "and"; terms: readonly Node[] }
  | { kind: "not"; term: Node }
  | { kind: "value"; field: ValueField; letters: readonly string[] }
  | { kind: "near"; near: PlaceNode; parts: number }
  | { kind: "count"; least: number; most: number; places: PlaceNode; parts: number };

const COST: Record<Node["kind"], number> = { value: 1, list: 0, or: 2, and: 2, not: 2, near: 3, count: 4 };

/** Gathers the lists of all queries: the words of an OR, ascending; the same words are the same list. */
export class Lists {
  readonly members: (readonly number[])[] = [];
  private readonly known = new Map<string, number>();

  of(leaves: readonly number[]): number {
    const members = [...new Set(leaves)].sort((a, b) => a - b);
    const key = members.join();
    let list = this.known.get(key);
    if (list === undefined) {
      list = this.members.push(members) - 1;
      this.known.set(key, list);
    }
    return list;
  }
}

/** Translates queries into nodes. `numberOf` gives a leaf's number. */
export class Translator {
  constructor(
    private readonly lists: Lists,
    private readonly numberOf: (leaf: LeafQuery) => number,
  ) {}

  node(query: Query, section?: Section): Node {
    switch (query.kind) {
      case "or": {
        const leaves = query.terms.filter(isLeaf);
        const others = query.terms.filter((term) => !isLeaf(term)).map((term) => this.node(term, section));
        const terms = leaves.length === 0 ? others : [this.list(leaves, section), ...others];
        return terms.length === 1 ? terms[0]! : { kind: "or", terms: cheapestFirst(terms) };
      }
      case "and":
        return { kind: "and", terms: cheapestFirst(query.terms.map((term) => this.node(term, section))) };
      case "not":
        return { kind: "not", term: this.node(query.term, section) };
      case "section":
        return this.node(query.term, query.section);
      case "value":
        return { kind: "value", field: query.field, letters: [...query.form] };
      case "count": {
        const { least, most, term } = query;
        return { kind: "count", least, most, places: this.places(term), parts: partsOf(section) };
      }
      case "near":
        return { kind: "near", near: this.places(query), parts: partsOf(section) };
      default:
        return this.list([query], section);
    }
  }

  private list(leaves: readonly LeafQuery[], section: Section | undefined): Node {
    return { kind: "list", list: this.lists.of(leaves.map(this.numberOf)), parts: partsOf(section) };
  }

  private places(query: Query): PlaceNode {
    switch (query.kind) {
      case "word":
      case "phrase":
      case "tag":
        return { kind: "list", list: this.lists.of([this.numberOf(query)]) };
      case "or": {
        const leaves = query.terms.filter(isLeaf);
        const others = query.terms.filter((term) => !isLeaf(term)).map((term) => this.places(term));
        if (leaves.length === 0) return { kind: "union", terms: others };
        const list: PlaceNode = { kind: "list", list: this.lists.of(leaves.map(this.numberOf)) };
        return others.length === 0 ? list : { kind: "union", terms: [list, ...others] };
      }
      case "near": {
        const { ordered, distance } = query;
        return {
          kind: "near",
          ordered,
          distance,
          left: this.places(query.left),
          right: this.places(query.right),
        };
      }
      default:
        throw new Error(`found ${query.kind} where places are asked for, expected words, OR or NEAR`);
    }
  }
}

/** The lists of a node, some more than once. */
export function listsOf(node: Node | PlaceNode): number[] {
  switch (node.kind) {
    case "list":
      return [node.list];
    case "or":
    case "and":
    case "union":
      return node.terms.flatMap(listsOf);
    case "not":
      return listsOf(node.term);
    case "count":
      return listsOf(node.places);
    case "near":
      return "near" in node ? listsOf(node.near) : [...listsOf(node.left), ...listsOf(node.right)];
    default:
      return [];
  }
}

function isLeaf(query: Query): query is LeafQuery {
  return query.kind === "word" || query.kind === "phrase" || query.kind === "tag";
}

function partsOf(section: Section | undefined): number {
  if (section === undefined) return IN_TITLE | IN_TEXT;
  if (section === "title") return IN_TITLE;
  return section === "ingress" ? IN_INGRESS : IN_TEXT;
}

function cheapestFirst(terms: readonly Node[]): readonly Node[] {
  return [...terms].sort((a, b) => COST[a.kind] - COST[b.kind]);
}
