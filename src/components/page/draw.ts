/**
 * Draws the figures that the window is far from too, one at a time when there is nothing else to do. Until then they are
 * blank (`content-visibility` in `src/style/figures.css`), which a picture of the whole page would show. What a reader sees
 * does not move: the browser holds the place when a figure above takes its height; one that cannot draws as before.
 */
export function drawWhenIdle(document: Document, window: Window & typeof globalThis): void {
  if (!window.CSS.supports("overflow-anchor", "auto") || !("requestIdleCallback" in window)) return;
  const parts = [...document.querySelectorAll<HTMLElement>(".figure, .number-methods")];
  const drawNext = () => {
    const part = parts.shift();
    if (part === undefined) return;
    part.style.contentVisibility = "visible";
    // Laid out here and now, so that no task has two to lay out.
    part.getBoundingClientRect();
    window.requestIdleCallback(drawNext);
  };
  window.requestIdleCallback(drawNext);
}
