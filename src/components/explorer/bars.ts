/**
 * A table of counts with a bar in each row. Rows are made once, and only what changed is written: a bar is scaled, which
 * moves nothing else on the page (a `meter` is laid out anew with its whole table).
 */
export interface Bars {
  readonly element: HTMLElement;
  update(counts: ArrayLike<number>): void;
}

/** `rows`: code and words of each row, in order. All of them stand whatever they count, so no choice moves another. */
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
    const track = document.createElement("span");
    track.className = "explorer-bar";
    track.setAttribute("aria-hidden", "true");
    const bar = document.createElement("span");
    track.append(bar);
    title.append(text, track);
    line.append(title);
    const cell = line.insertCell();
    cell.className = "number";
    const digits = document.createTextNode("");
    cell.append(digits);
    return { code, bar, digits };
  });
  const shown = lines.map(() => ({ value: -1, width: "" }));
  return {
    element: table,
    update(counts) {
      let most = 1;
      for (const { code } of lines) most = Math.max(most, counts[code] ?? 0);
      for (const [at, { code, bar, digits }] of lines.entries()) {
        const value = counts[code] ?? 0;
        const was = shown[at]!;
        if (value !== was.value) {
          was.value = value;
          digits.data = format(value);
        }
        const width = (value / most).toFixed(3);
        if (width !== was.width) {
          was.width = width;
          bar.style.transform = `scaleX(${width})`;
        }
      }
    },
  };
}
