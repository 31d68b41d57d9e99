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
  let pieces: Element[] = [];
  const drawNext = () => {
    const piece = pieces.shift();
    if (piece === undefined) {
      const part = parts.shift();
      if (part === undefined) return;
      pieces = isInSight(part) ? [] : holdBack(part);
      part.style.contentVisibility = "visible";
      // Laid out here and now, so that no task has two to lay out.
      part.getBoundingClientRect();
    } else release(piece);
    window.requestIdleCallback(drawNext);
  };
  // Whoever does something finds the charts whole.
  for (const event of ["pointerdown", "keydown", "beforeprint"])
    window.addEventListener(event, () => pieces.splice(0).forEach(release), { capture: true });
  window.requestIdleCallback(drawNext);
}

/** Whether the browser has drawn what the part holds, as the window is near. */
function isInSight(part: HTMLElement): boolean {
  return part.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? true;
}

/**
 * Holds back what large charts of a figure have, in pieces to be released one by one. A chart's size hangs on none of
 * them. Each stands in an SVG `<a>` without a target, which is a group but for this: a browser reads and lays out what
 * a group without a display holds, since others may refer to it.
 */
function holdBack(figure: HTMLElement): Element[] {
  const pieces: Element[] = [];
  for (const chart of figure.querySelectorAll(".chart svg")) {
    if (partsOf(chart) <= mostParts) continue;
    let room = 0;
    for (const group of [...chart.children]) {
      const size = partsOf(group);
      if (size > room) {
        const piece = figure.ownerDocument.createElementNS(chart.namespaceURI, "a");
        piece.classList.add("undrawn");
        group.before(piece);
        pieces.push(piece);
        room = mostParts;
      }
      room -= size;
      pieces.at(-1)!.append(group);
    }
  }
  return pieces;
}

function release(piece: Element): void {
  const chart = piece.parentElement;
  piece.replaceWith(...piece.children);
  chart?.getBoundingClientRect();
}

function partsOf(element: Element): number {
  return 1 + element.querySelectorAll("*").length;
}
