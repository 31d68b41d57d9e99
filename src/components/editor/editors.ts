/**
 * Shows the buttons that open a figure's query for running. The editor and its database are fetched at the first
 * click; without scripts the buttons stay hidden.
 */
export function showEditors(document: Document): void {
  for (const line of document.querySelectorAll<HTMLElement>(".run[data-root]")) {
    const button = line.querySelector("button");
    const source = line.closest("details")?.querySelector<HTMLElement>("pre.sql");
    if (!button || !source) continue;
    line.hidden = false;
    // The editor's code, not the database: whoever points at the button is likely to press it.
    const prepare = () => void import("./editor.ts").catch(() => undefined);
    button.addEventListener("pointerenter", prepare, { once: true });
    button.addEventListener("focus", prepare, { once: true });
    button.addEventListener("click", async () => {
      button.disabled = true;
      const close = () => {
        button.disabled = false;
        button.setAttribute("aria-expanded", "false");
        button.focus();
      };
      try {
        const { openEditor } = await import("./editor.ts");
        const root = new URL(line.dataset.root!, document.baseURI).href;
        button.setAttribute("aria-expanded", "true");
        const { chart } = source.dataset;
        const sql = source.textContent ?? "";
        openEditor(line, { root, sql, close, ...(chart === undefined ? {} : { chart }) });
      } catch {
        button.disabled = false;
      }
    });
  }
}
