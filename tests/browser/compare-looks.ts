import {
  type BlockKind,
  type BlockLook,
  columnsOfBlock,
  kindOf,
  levelOf,
  type PageLook,
} from "./page-look.ts";

export interface LookTolerance {
  /** Pixels by which a left edge may move, and share by which a width may. */
  readonly left: number;
  readonly width: number;
  /** Share by which a height may change, and pixels that it always may: a line more or less. */
  readonly height: number;
  readonly line: number;
  /** Share of the cells with ink of either look that may find none like them in the other, one cell around. */
  readonly lost: number;
  /** Factor by which all the ink may grow or shrink. */
  readonly ink: number;
}

/** Charts hold still; text may say another number, or a sentence more. */
const tolerances: Readonly<Record<BlockKind, LookTolerance>> = {
  chart: { left: 3, width: 0.01, height: 0.03, line: 8, lost: 0.06, ink: 1.25 },
  table: { left: 3, width: 0.08, height: 0.1, line: 56, lost: 0.17, ink: 1.35 },
  section: { left: 3, width: 0.01, height: 0.1, line: 64, lost: 0.17, ink: 1.35 },
  heading: { left: 3, width: 0.25, height: 0.1, line: 40, lost: 0.25, ink: 1.6 },
  frame: { left: 3, width: 0.02, height: 0.1, line: 40, lost: 0.25, ink: 1.35 },
};

/** A cell with less ink than this is taken as empty, of 63. */
const inked = 6;
/** A cell is like another that has at least this share of its level. */
const like = 0.6;

/**
 * What differs between two looks of a page, a sentence each; nothing where they are the same within the tolerance.
 *
 * @param slack factor by which the tolerance is wider: 1 with the browser that the looks were kept with
 */
export function compareLooks(was: PageLook, is: PageLook, slack = 1): string[] {
  const found: string[] = [];
  if (Math.abs(was.ground - is.ground) > 6 * slack)
    found.push(`the ground was ${was.ground}, is ${is.ground}`);
  const [old, fresh] = [Object.keys(was.blocks), Object.keys(is.blocks)];
  for (const key of old) if (!is.blocks[key]) found.push(`${key} is gone`);
  for (const key of fresh) if (!was.blocks[key]) found.push(`${key} is new`);
  const [order, now] = [old.filter((key) => is.blocks[key]), fresh.filter((key) => was.blocks[key])];
  const moved = order.findIndex((key, at) => key !== now[at]);
  if (moved >= 0) found.push(`${now[moved]} stands where ${order[moved]} stood`);
  for (const pair of is.overlaps) if (!was.overlaps.includes(pair)) found.push(`${pair} lie on each other`);
  for (const key of order) found.push(...compareBlocks(key, was.blocks[key]!, is.blocks[key]!, slack));
  return found;
}

function compareBlocks(key: string, was: BlockLook, is: BlockLook, slack: number): string[] {
  const allowed = tolerances[kindOf(key)];
  const found: string[] = [];
  const say = (what: string, one: number, other: number) =>
    found.push(`${key}: ${what} was ${one}, is ${other}`);
  if (Math.abs(was.left - is.left) > allowed.left * slack) say("left edge", was.left, is.left);
  if (Math.abs(was.width - is.width) > 3 + allowed.width * slack * was.width)
    say("width", was.width, is.width);
  if (Math.abs(was.height - is.height) > Math.max(allowed.line, allowed.height * was.height) * slack)
    say("height", was.height, is.height);
  const [before, now] = [inkOf(was), inkOf(is)];
  // Next to no ink has no share that means anything.
  if (Math.max(before, now) > 0.5) {
    const factor = Math.max(before, now) / Math.max(0.01, Math.min(before, now));
    if (factor > 1 + (allowed.ink - 1) * slack) say("ink", Number(before.toFixed(2)), Number(now.toFixed(2)));
  }
  const columns = columnsOfBlock(key);
  const [gone, added] = [lostShare(was, is, columns), lostShare(is, was, columns)];
  if (gone > allowed.lost * slack) found.push(`${key}: ${percent(gone)} of its parts with ink are not there`);
  if (added > allowed.lost * slack)
    found.push(`${key}: ${percent(added)} of its parts with ink were not there`);
  return found;
}

const percent = (share: number) => `${Math.round(100 * share)}%`;

/** Ink of a block, as a mean over its cells in hundredths of all black. */
function inkOf({ cells }: BlockLook): number {
  const sum = [...cells].reduce((total, letter) => total + (levelOf(letter) / 63) ** 2, 0);
  return (100 * sum) / cells.length;
}

/** Share of the cells with ink of `one` that have none like them in `other`, in the same place or beside it. */
function lostShare(one: BlockLook, other: BlockLook, columns: number): number {
  const [rows, otherRows] = [one.cells.length / columns, other.cells.length / columns];
  let [full, lost] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const middle = Math.floor(((row + 0.5) * otherRows) / rows);
    for (let column = 0; column < columns; column++) {
      const level = levelOf(one.cells[row * columns + column]!);
      if (level < inked) continue;
      full++;
      let best = 0;
      for (let y = Math.max(0, middle - 1); y <= Math.min(otherRows - 1, middle + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++)
          best = Math.max(best, levelOf(other.cells[y * columns + x]!));
      if (best < like * level) lost++;
    }
  }
  return full === 0 ? 0 : lost / full;
}
