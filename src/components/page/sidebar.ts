/** Closes the list of pages on Escape, where it lies over the page. */
export function closeSidebarOnEscape(document: Document): void {
  const toggle = document.querySelector<HTMLInputElement>("#observablehq-sidebar-toggle");
  if (!toggle) return;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    toggle.checked = false;
    toggle.focus();
  });
}
