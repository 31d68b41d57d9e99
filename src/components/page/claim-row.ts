import { makeWhole } from "./later.ts";

/**
 * Marks the row that a sentence's number comes from, in the table beside the Method that the number leads to, until
 * another number is followed. The mark is `aria-current`, so that it is said as well as shown.
 */
export function markClaimedRow(document: Document): void {
  document.addEventListener("click", (event) => {
    const claim = (event.target as Element).closest?.<HTMLAnchorElement>("a.claim[data-row]");
    const figure = claim && document.getElementById(decodeURIComponent(claim.hash.slice(1)))?.parentElement;
    if (!figure) return;
    makeWhole(figure);
    for (const row of document.querySelectorAll(".figure-table tr[aria-current]"))
      row.removeAttribute("aria-current");
    figure
      .querySelectorAll(":scope > .figure-table tbody tr")
      [Number(claim.dataset.row)]?.setAttribute("aria-current", "true");
  });
}
