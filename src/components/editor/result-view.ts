import type { Answer } from "./engine.ts";

/** An answer's rows as a table that scrolls by itself and can be reached by the keyboard. Values are text, never markup. */
export function resultView(document: Document, answer: Answer, name: string): HTMLElement {
  const box = document.createElement("div");
  box.className = "table-scroll run-rows";
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", name);
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  for (const column of answer.columns) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = column.name;
    if (column.numeric) cell.className = "number";
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of answer.rows) {
    const line = body.insertRow();
    for (const [at, value] of row.entries()) {
      const cell = line.insertCell();
      if (value === null) cell.className = "suppressed";
      else if (answer.columns[at]!.numeric) cell.className = "number";
      cell.textContent = value ?? "null";
    }
  }
  box.append(table);
  return box;
}
