import { fold } from "../language/fold.ts";
import { matchesGlob } from "./glob.ts";
import type { Marks } from "./marks.ts";
import { keepShortest, NearFinder, PackedPlaces } from "./packed-places.ts";
import type { PostValues } from "./post.ts";
import { IN_INGRESS, IN_TEXT, IN_TITLE, type Node, type PlaceNode } from "./program.ts";

const PARTS = [IN_TITLE, IN_TEXT, IN_INGRESS];

/**
 * Boolean and positional operators over the marks of one post. Words are compared by their masks alone; places are
 * made only for a NEAR both of whose sides were hit in one part, and for {N}. The rules are those of `Evaluation`,
 * which keeps the evidence and takes its time.
 */
export class ProgramRunner {
  values: PostValues = {};
  /** Places made or joined so far, since the runner was made: a measure of work that no clock disturbs. */
  steps = 0;
  private readonly near = new NearFinder();
  /** Places in use, the inner ones last. */
  private readonly pool: PackedPlaces[] = [];
  private used = 0;

  constructor(private readonly marks: Marks) {}

  holds(node: Node): boolean {
    switch (node.kind) {
      case "list":
        return (this.marks.partsOf(node.list) & node.parts) !== 0;
      case "or": {
        const { terms } = node;
        for (let i = 0; i < terms.length; i++) if (this.holds(terms[i]!)) return true;
        return false;
      }
      case "and": {
        const { terms } = node;
        for (let i = 0; i < terms.length; i++) if (!this.holds(terms[i]!)) return false;
        return true;
      }
      case "not":
        return !this.holds(node.term);
      case "value": {
        const value = this.values[node.field];
        return value != null && matchesGlob(node.letters, fold(value.trim()));
      }
      case "near": {
        const parts = this.possibleParts(node.near) & node.parts;
        return parts !== 0 && PARTS.some((part) => (parts & part) !== 0 && this.stands(node.near, part));
      }
      case "count": {
        const parts = this.possibleParts(node.places) & node.parts;
        let count = 0;
        for (const part of PARTS) if ((parts & part) !== 0) count += this.countIn(node.places, part);
        return count >= node.least && count <= node.most;
      }
    }
  }

  /** The parts where a node can have places: for NEAR those where both of its sides can. */
  private possibleParts(node: PlaceNode): number {
    if (node.kind === "list") return this.marks.partsOf(node.list);
    if (node.kind === "near") {
      const left = this.possibleParts(node.left);
      return left === 0 ? 0 : left & this.possibleParts(node.right);
    }
    let parts = 0;
    for (const term of node.terms) parts |= this.possibleParts(term);
    return parts;
  }

  private stands(node: PlaceNode, part: number): boolean {
    const used = this.used;
    const found = this.take();
    this.find(node, part, found, true);
    this.used = used;
    return found.count > 0;
  }

  private countIn(node: PlaceNode, part: number): number {
    const used = this.used;
    const found = this.take();
    this.find(node, part, found);
    this.used = used;
    return found.beginnings();
  }

  /** Writes the places of a node in one part; if `one`, a single one is enough. */
  private find(node: PlaceNode, part: number, found: PackedPlaces, one = false): void {
    found.count = 0;
    if ((this.possibleParts(node) & part) === 0) return;
    if (node.kind === "list") this.marks.addPlaces(node.list, part, found);
    else if (node.kind === "near") this.findNear(node, part, found, one);
    else this.findUnion(node.terms, part, found, one);
    this.steps += found.count;
  }

  private findUnion(terms: readonly PlaceNode[], part: number, found: PackedPlaces, one: boolean): void {
    const used = this.used;
    const some = this.take();
    for (const term of terms) {
      this.find(term, part, some, one);
      for (let i = 0; i < some.count; i++) found.add(some.values[i]!);
      if (one && found.count > 0) break;
    }
    this.used = used;
    found.settle();
  }

  private findNear(
    node: PlaceNode & { kind: "near" },
    part: number,
    found: PackedPlaces,
    one: boolean,
  ): void {
    const { distance, ordered } = node;
    const used = this.used;
    const left = this.take();
    this.find(node.left, part, left);
    if (left.count > 0) {
      const right = this.take();
      this.find(node.right, part, right);
      this.near.followers(left, right, distance, found, one);
      if (!ordered && !(one && found.count > 0)) this.near.followers(right, left, distance, found, one);
      this.steps += left.count + right.count;
    }
    this.used = used;
    keepShortest(found);
  }

  private take(): PackedPlaces {
    let places = this.pool[this.used];
    if (places === undefined) {
      places = new PackedPlaces();
      this.pool.push(places);
    }
    this.used += 1;
    return places;
  }
}
