import { lineHeight } from "./drawing.ts";
import { textWidth, wrap } from "./text-layout.ts";

export interface Place {
  readonly label: string;
  /** What the place's marks are about. */
  readonly about?: string;
  /** Where the area's middle is, px. */
  readonly x: number;
  readonly y: number;
  /** Room across the area, px: a longer name is broken, or left out. */
  readonly room: number;
  /** Room down the area, px. */
  readonly depth: number;
  /** Whether the place is a dot, whose name stands beside it. */
  readonly dot: boolean;
}

export interface PlacedName {
  readonly lines: readonly string[];
  readonly x: number;
  /** Baseline of the first line, px. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly about?: string;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Where the places' names go so that none covers another or a dot, or leaves the map. Places come in the
 * order of their importance; a name that finds no room is left out.
 */
export function placeNames(
  places: readonly Place[],
  width: number,
  height: number,
  size: number,
): PlacedName[] {
  const taken: Box[] = places
    .filter(({ dot }) => dot)
    .map(({ x, y }) => ({ left: x - 6, top: y - 6, right: x + 6, bottom: y + 6 }));
  const placed: PlacedName[] = [];
  for (const place of places) {
    const lines = place.dot ? [place.label] : wrap(place.label, Math.max(place.room, 56), size);
    const text = Math.max(...lines.map((line) => textWidth(line, size)));
    if (!place.dot && (text > 1.1 * place.room || lines.length * lineHeight > 0.5 * place.depth)) continue;
    const found = candidates(place, lines, text, size).find(({ box }) => {
      const inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      return inside && !taken.some((other) => overlap(box, other));
    });
    if (found === undefined) continue;
    taken.push(found.box);
    placed.push(place.about === undefined ? found.name : { ...found.name, about: place.about });
  }
  return placed;
}

function candidates(
  { x, y, dot }: Place,
  lines: readonly string[],
  text: number,
  size: number,
): { name: PlacedName; box: Box }[] {
  const more = (lines.length - 1) * lineHeight;
  const at = (left: number, baseline: number, anchor: PlacedName["anchor"]) => ({
    name: {
      lines,
      y: baseline,
      anchor,
      x: anchor === "start" ? left : anchor === "end" ? left + text : left + text / 2,
    },
    box: { left: left - 2, right: left + text + 2, top: baseline - size, bottom: baseline + more + 4 },
  });
  const middle = y + size / 3 - more / 2;
  if (dot) {
    return [
      at(x + 9, middle, "start"),
      at(x - 9 - text, middle, "end"),
      at(x - text / 2, y - 10, "middle"),
      at(x - text / 2, y + 10 + size * 0.8, "middle"),
    ];
  }
  return [0, size, -size, 1.8 * size, -1.8 * size].map((shift) => at(x - text / 2, middle + shift, "middle"));
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
