import { tellOrigin } from "./claim-origin.ts";
import { makeWhole } from "./later.ts";

/**
 * Opens the disclosure that a link, a claim or the address points to, and moves focus to it. Before printing,
 * opens each Method, so that a browser without `::details-content` prints it too, and closes it afterwards.
 */
export function openTargets(document: Document, window: Window): void {
  const reveal = (focus: boolean) => {
    const id = decodeFragment(window.location.hash);
    const target = id ? document.getElementById(id) : null;
    if (target) openAround(target, focus);
  };
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>("a[href*='#']");
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey) return;
    if (link.pathname !== window.location.pathname || link.origin !== window.location.origin) return;
    if (link.matches("a.claim")) tellOrigin(link);
    // The address does not change when the same link is followed twice: no hashchange then, and the browser
    // would take the focus away again.
    if (link.hash !== window.location.hash) return;
    event.preventDefault();
    reveal(true);
  });
  window.addEventListener("hashchange", () => reveal(true));
  // A reader may have followed a claim before this ran.
  reveal(document.getElementById(decodeFragment(window.location.hash)) instanceof HTMLDetailsElement);

  const opened: HTMLDetailsElement[] = [];
  window.addEventListener("beforeprint", () => {
    for (const method of document.querySelectorAll<HTMLDetailsElement>("details.method:not([open])")) {
      method.open = true;
      opened.push(method);
    }
  });
  window.addEventListener("afterprint", () => {
    for (const method of opened.splice(0)) method.open = false;
  });
}

function decodeFragment(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

function openAround(target: HTMLElement, focus: boolean): void {
  const figure = target.closest(".figure");
  if (figure) makeWhole(figure);
  for (let element: HTMLElement | null = target; element; element = element.parentElement) {
    if (element instanceof HTMLDetailsElement) element.open = true;
  }
  // A Method is longer than the window: its head comes to the top, and what it says follows.
  const land = () => target.scrollIntoView({ block: target.matches("a.claim") ? "center" : "start" });
  land();
  // Figures that come into sight take their own height a frame later (content-visibility).
  requestAnimationFrame(() => requestAnimationFrame(land));
  if (!focus) return;
  const focusable = target instanceof HTMLDetailsElement ? target.querySelector("summary") : target;
  if (!focusable) return;
  if (focusable === target && !target.matches("a[href], [tabindex]")) target.tabIndex = -1;
  focusable.focus({ preventScroll: true });
}
