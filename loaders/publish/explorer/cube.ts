/** Stories that share all their marks. A mark is an id, or null where it is withheld. */
export interface Cell {
  readonly corpus: string;
  readonly scope: string;
  readonly map_unit: string | null;
  readonly language: string | null;
  readonly platform: string | null;
  readonly quarter: string | null;
  /** The stories' topics, all of them. */
  readonly topics: readonly string[] | null;
  readonly stories: number;
}

export type Mark = "map_unit" | "language" | "platform" | "quarter" | "topics";

/** The order in which small cells lose their marks: what tells most of a person goes first. */
export const markOrder: readonly Mark[] = ["map_unit", "language", "platform", "quarter", "topics"];

export interface Cube {
  readonly cells: readonly Cell[];
  /** Stories of the cells. */
  readonly stories: number;
  /** Stories that lost each mark. */
  readonly withheld: Readonly<Record<Mark, number>>;
  /** Stories of a corpus and scope that has fewer than the threshold: in no cell. */
  readonly left_out: number;
}

interface Pooled {
  readonly cell: Cell;
  readonly key: string;
}

/**
 * Makes every cell at least `threshold` stories large and loses none: cells below it lose one mark after the other, in
 * `markOrder`, and are counted together with their likes after each (global order, local suppression; Sweeney 2002,
 * "k-anonymity", section 4). A second rule keeps what was withheld from being found by subtraction from other
 * tables: the stories that lose a mark are, for each of its values, and for each pair of it with a later mark, none or at
 * least `threshold`; where they are fewer, the smallest published cell with that value or pair loses the mark too.
 * Order of the cells: by their marks. Pure.
 */
export function cubeOf(stories: readonly Cell[], threshold: number): Cube {
  const published = new Map<string, Pooled>();
  const withheld = Object.fromEntries(markOrder.map((mark) => [mark, 0])) as Record<Mark, number>;
  let pool = merged(stories);
  for (const mark of markOrder) {
    const small: Cell[] = [];
    for (const cell of pool) {
      if (cell.stories < threshold) small.push(cell);
      else publish(published, cell);
    }
    withdraw(published, small, mark, threshold);
    pool = merged(small.map((cell) => without(cell, mark)));
  }
  const leftOver = settleRest(published, pool, threshold);
  const cells = [...published.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ cell }) => cell);
  for (const cell of cells) {
    for (const mark of markOrder) if (cell[mark] === null) withheld[mark] += cell.stories;
  }
  return {
    cells,
    stories: cells.reduce((sum, cell) => sum + cell.stories, 0),
    withheld,
    left_out: leftOver,
  };
}

/** Moves published cells to `small` until no value or pair of `mark` is withheld for fewer than `threshold` stories. */
function withdraw(published: Map<string, Pooled>, small: Cell[], mark: Mark, threshold: number): void {
  const lost = new Map<string, number>();
  const holders = new Map<string, Pooled[]>();
  for (const cell of small) {
    for (const margin of marginsOf(cell, mark)) lost.set(margin, (lost.get(margin) ?? 0) + cell.stories);
  }
  for (const pooled of published.values()) {
    for (const margin of marginsOf(pooled.cell, mark)) {
      if (!lost.has(margin)) continue;
      const found = holders.get(margin);
      if (found === undefined) holders.set(margin, [pooled]);
      else found.push(pooled);
    }
  }
  for (const margin of [...lost.keys()].sort()) {
    if (lost.get(margin)! >= threshold) continue;
    const smallest = (holders.get(margin) ?? [])
      .filter(({ key }) => published.has(key))
      .sort((a, b) => a.cell.stories - b.cell.stories || (a.key < b.key ? -1 : 1))[0];
    if (smallest === undefined) continue;
    published.delete(smallest.key);
    // A cell holds at least the threshold, so what it adds to any margin is enough.
    small.push(smallest.cell);
    for (const touched of marginsOf(smallest.cell, mark)) {
      lost.set(touched, (lost.get(touched) ?? 0) + smallest.cell.stories);
    }
  }
}

/** Each value of a mark, alone and with each later mark: what other tables may publish a count of. */
function marginsOf(cell: Cell, mark: Mark): string[] {
  const base = [cell.corpus, cell.scope];
  const margins: string[] = [];
  const own = valuesOf(cell, mark);
  for (const [at, value] of own.entries()) {
    margins.push(JSON.stringify([...base, mark, value]));
    for (const other of mark === "topics" ? own.slice(at + 1) : []) {
      margins.push(JSON.stringify([...base, mark, value, mark, other]));
    }
    for (const later of markOrder.slice(markOrder.indexOf(mark) + 1)) {
      for (const other of valuesOf(cell, later))
        margins.push(JSON.stringify([...base, mark, value, later, other]));
    }
  }
  return margins;
}

/** The values of a mark of a cell; none where it is withheld. */
export function valuesOf(cell: Cell, mark: Mark): readonly string[] {
  const value = cell[mark];
  return value === null ? [] : typeof value === "string" ? [value] : value;
}

/** What has lost every mark: a corpus and scope's rest is widened by its smallest cell until it is large enough. */
function settleRest(published: Map<string, Pooled>, rest: readonly Cell[], threshold: number): number {
  let leftOut = 0;
  for (const cell of rest) {
    if (cell.stories >= threshold) {
      publish(published, cell);
      continue;
    }
    const smallest = [...published.values()]
      .filter(({ cell: other }) => other.corpus === cell.corpus && other.scope === cell.scope)
      .sort((a, b) => a.cell.stories - b.cell.stories || (a.key < b.key ? -1 : 1))[0];
    if (smallest === undefined) {
      leftOut += cell.stories;
      continue;
    }
    published.delete(smallest.key);
    publish(published, { ...cell, stories: cell.stories + smallest.cell.stories });
  }
  return leftOut;
}

function publish(published: Map<string, Pooled>, cell: Cell): void {
  const key = keyOf(cell);
  const known = published.get(key);
  const stories = cell.stories + (known?.cell.stories ?? 0);
  published.set(key, { key, cell: { ...cell, stories } });
}

/** Withholds a mark and those that go before it. */
function without(cell: Cell, mark: Mark): Cell {
  const gone = markOrder.slice(0, markOrder.indexOf(mark) + 1);
  return { ...cell, ...Object.fromEntries(gone.map((name) => [name, null])) };
}

function merged(cells: readonly Cell[]): Cell[] {
  const found = new Map<string, Cell>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const known = found.get(key);
    found.set(key, known === undefined ? cell : { ...cell, stories: cell.stories + known.stories });
  }
  return [...found.values()];
}

function keyOf(cell: Cell): string {
  return JSON.stringify([cell.corpus, cell.scope, ...markOrder.map((mark) => cell[mark])]);
}
