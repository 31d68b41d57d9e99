import { HitColumns } from "./hit-columns.ts";
import type { PackedPlaces } from "./packed-places.ts";
import { IN_INGRESS, IN_TEXT, IN_TITLE } from "./program.ts";

const NONE = -1;

/**
 * What stands where in the post at hand: for each leaf and each list a mask of the parts that have it, for each query
 * whether any of its words was hit. All of it is set and unset by the hits, so a post costs what its hits cost.
 */
export class Marks {
  readonly title = new HitColumns();
  readonly text = new HitColumns();
  ingressEnd = 0;
  /** Numbers of the queries with a hit, `touchedCount` of them. */
  readonly touched: Int32Array;
  touchedCount = 0;
  private readonly isTouched: Uint8Array;
  private readonly leafParts: Uint8Array;
  private readonly listParts: Uint8Array;
  private readonly hitLeaves: Int32Array;
  private hitLeafCount = 0;
  private readonly hitLists: Int32Array;
  private hitListCount = 0;
  /** By part and leaf: the first of its hits, and from hit to hit the next; made when places are first asked for. */
  private readonly heads: readonly [Int32Array, Int32Array];
  private readonly nexts: [Int32Array, Int32Array] = [new Int32Array(64), new Int32Array(64)];
  private readonly isChained = [false, false];

  /** `members`: leaves by list; `lists`: lists by leaf; `owners`: queries by list. */
  constructor(
    private readonly members: readonly (readonly number[])[],
    private readonly lists: readonly Int32Array[],
    private readonly owners: readonly Int32Array[],
    queries: number,
  ) {
    this.leafParts = new Uint8Array(lists.length);
    this.hitLeaves = new Int32Array(lists.length);
    this.listParts = new Uint8Array(members.length);
    this.hitLists = new Int32Array(members.length);
    this.touched = new Int32Array(queries);
    this.isTouched = new Uint8Array(queries);
    this.heads = [new Int32Array(lists.length).fill(NONE), new Int32Array(lists.length).fill(NONE)];
  }

  /** Marks what the hits in `title` and `text` say; what was marked before is forgotten. */
  mark(ingressEnd: number): void {
    this.forget();
    this.ingressEnd = ingressEnd;
    const { title, text } = this;
    for (let i = 0; i < title.count; i++) this.markLeaf(title.patterns[i]!, IN_TITLE);
    for (let i = 0; i < text.count; i++) {
      this.markLeaf(text.patterns[i]!, text.ends[i]! <= ingressEnd ? IN_TEXT | IN_INGRESS : IN_TEXT);
    }
  }

  /** The parts that a list stands in. */
  partsOf(list: number): number {
    return this.listParts[list]!;
  }

  /** Adds the places of a list in one part, in order. */
  addPlaces(list: number, part: number, places: PackedPlaces): void {
    const side = part === IN_TITLE ? 0 : 1;
    const { firsts, lasts, ends } = side === 0 ? this.title : this.text;
    if (!this.isChained[side]) this.chain(side);
    const end = part === IN_INGRESS ? this.ingressEnd : Number.POSITIVE_INFINITY;
    const heads = this.heads[side]!;
    const next = this.nexts[side]!;
    const members = this.members[list]!;
    const fromHits = this.hitLeafCount * 16 < members.length;
    const candidates = fromHits ? this.hitLeaves : members;
    const count = fromHits ? this.hitLeafCount : members.length;
    for (let i = 0; i < count; i++) {
      const leaf = candidates[i]!;
      if (heads[leaf] === NONE || (fromHits && !holds(members, leaf))) continue;
      for (let hit = heads[leaf]!; hit !== NONE; hit = next[hit]!) {
        if (ends[hit]! <= end) places.push(firsts[hit]!, lasts[hit]!);
      }
    }
    places.settle();
  }

  private markLeaf(leaf: number, parts: number): void {
    const known = this.leafParts[leaf]!;
    if ((known | parts) === known) return;
    if (known === 0) this.hitLeaves[this.hitLeafCount++] = leaf;
    this.leafParts[leaf] = known | parts;
    const lists = this.lists[leaf]!;
    for (let i = 0; i < lists.length; i++) {
      const list = lists[i]!;
      const before = this.listParts[list]!;
      if (before === 0) {
        this.hitLists[this.hitListCount++] = list;
        this.touch(list);
      }
      this.listParts[list] = before | parts;
    }
  }

  private touch(list: number): void {
    const owners = this.owners[list]!;
    for (let i = 0; i < owners.length; i++) {
      const query = owners[i]!;
      if (this.isTouched[query] === 1) continue;
      this.isTouched[query] = 1;
      this.touched[this.touchedCount++] = query;
    }
  }

  private forget(): void {
    for (let i = 0; i < this.hitLeafCount; i++) {
      const leaf = this.hitLeaves[i]!;
      this.leafParts[leaf] = 0;
      this.heads[0][leaf] = NONE;
      this.heads[1][leaf] = NONE;
    }
    for (let i = 0; i < this.hitListCount; i++) this.listParts[this.hitLists[i]!] = 0;
    for (let i = 0; i < this.touchedCount; i++) this.isTouched[this.touched[i]!] = 0;
    this.hitLeafCount = 0;
    this.hitListCount = 0;
    this.touchedCount = 0;
    this.isChained.fill(false);
  }

  private chain(side: number): void {
    const { count, patterns } = side === 0 ? this.title : this.text;
    if (this.nexts[side]!.length < count) this.nexts[side] = new Int32Array(count * 2);
    const heads = this.heads[side]!;
    const next = this.nexts[side]!;
    for (let hit = count - 1; hit >= 0; hit--) {
      const leaf = patterns[hit]!;
      next[hit] = heads[leaf]!;
      heads[leaf] = hit;
    }
    this.isChained[side] = true;
  }
}

/** Whether ascending numbers hold one. */
function holds(numbers: readonly number[], wanted: number): boolean {
  let from = 0;
  let to = numbers.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (numbers[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return numbers[from] === wanted;
}
