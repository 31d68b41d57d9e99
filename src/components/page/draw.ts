/** Parts of a chart that are laid out in one task: a slow telephone stops for some hundreds. */
const mostParts = 300;

/**
 * Draws the figures that the window is far from too, a piece at a time when there is nothing else to do. Until then they are
 * blank (`content-visibility` in `src/style/figures.css`), which a picture of the whole page would show. What a reader sees
 * does not move: the browser holds the place when a figure above takes its height; one that cannot draws as before.
 */
export function drawWhenIdle(document: Document, window: Window & typeof globalThis): void {
  if (!window.CSS.supports("overflow-anchor", "auto") || !("requestIdleCallback" in window)) return;
  const parts = [...document.querySelectorAll<HTMLElement>(".figure, .number-methods")];
  let pieces: Piece[] = [];
  const drawNext = () => {
    const piece = pieces.shift();
    if (piece === undefined) {
      const part = parts.shift();
      if (part === undefined) return;
      pieces = isInSight(part) ? [] : takeOut(part);
      part.style.contentVisibility = "visible";
      // Laid out here and now, so that no task has two to lay out.
      part.getBoundingClientRect();
    } else putBack(piece);
    window.requestIdleCallback(drawNext);
  };
  // Whoever does something finds the charts whole.
  for (const event of ["pointerdown", "keydown", "beforeprint"])
    window.addEventListener(event, () => pieces.splice(0).forEach(putBack), { capture: true });
  window.requestIdleCallback(drawNext);
}

interface Piece {
  readonly chart: Element;
  readonly groups: Element[];
}

function putBack({ chart, groups }: Piece): void {
  chart.append(...groups);
  chart.getBoundingClientRect();
}

/** Whether the browser has drawn what the part holds, as the window is near. */
function isInSight(part: HTMLElement): boolean {
  return part.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? true;
}

/**
 * Takes what large charts of a figure hold out of the page, in pieces to be put back one by one. A chart's size hangs on
 * none of them. Hidden by a style they would be read, and groups of an SVG even laid out.
 */
function takeOut(figure: HTMLElement): Piece[] {
  const pieces: Piece[] = [];
  for (const chart of figure.querySelectorAll(".chart svg")) {
    if (partsOf(chart) <= mostParts) continue;
    let room = 0;
    for (const group of [...chart.children]) {
      const size = partsOf(group);
      if (size > room) {
        pieces.push({ chart, groups: [] });
        room = mostParts;
      }
      room -= size;
      pieces.at(-1)!.groups.push(group);
      group.remove();
    }
  }
  return pieces;
}

function partsOf(element: Element): number {
  return 1 + element.querySelectorAll("*").length;
}
