/** A table of counts with a bar in each row. Values change in place: rows are made once. */
export interface Bars {
  readonly element: HTMLElement;
  update(counts: ArrayLike<number>): void;
}

/** `rows`: code and words of each row, in order; rows of code 0 (withheld) are hidden while they count nothing. */
export function bars(
  document: Document,
  name: string,
  heads: readonly [string, string],
  rows: readonly (readonly [code: number, label: string])[],
  format: (count: number) => string,
): Bars {
  const table = document.createElement("table");
  table.className = "explorer-bars";
  table.createCaption().textContent = name;
  const head = table.createTHead().insertRow();
  for (const [at, text] of heads.entries()) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = text;
    if (at === 1) cell.className = "number";
    head.append(cell);
  }
  const body = table.createTBody();
  const lines = rows.map(([code, label]) => {
    const line = body.insertRow();
    const title = document.createElement("th");
    title.scope = "row";
    const text = document.createElement("span");
    text.textContent = label;
    const bar = document.createElement("meter");
    bar.min = 0;
    bar.setAttribute("aria-hidden", "true");
    title.append(text, bar);
    line.append(title);
    const cell = line.insertCell();
    cell.className = "number";
    return { code, line, bar, cell };
  });
  return {
    element: table,
    update(counts) {
      let most = 1;
      for (const { code } of lines) most = Math.max(most, counts[code] ?? 0);
      for (const { code, line, bar, cell } of lines) {
        const value = counts[code] ?? 0;
        cell.textContent = format(value);
        bar.max = most;
        bar.value = value;
        if (code === 0) line.hidden = value === 0;
      }
    },
  };
}
