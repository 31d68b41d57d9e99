import type { ChartHeader } from "./chart.ts";

/**
 * What a mark is about, as `column=id` for each column that names a thing, for an attribute `data-of`. A page's script
 * finds by it the marks of one region or one topic in all figures. Columns of numbers and dates name nothing. A column
 * `other_topic` beside `topic` names the same things.
 */
export function about(
  header: Pick<ChartHeader, "columns">,
  cells: readonly (readonly [column: string | undefined, id: string | null])[],
): string {
  return cells
    .flatMap(([column, id]) => {
      if (column === undefined || id === null || !naming.has(header.columns[column]?.[0] ?? "")) return [];
      const same = column.replace(/^other_/, "");
      return [`${header.columns[same] === undefined ? column : same}=${encodeURIComponent(id)}`];
    })
    .join(" ");
}

const naming = new Set(["id", "text"]);

/** The attribute for `svg()`; nothing where a mark is about nothing. */
export function aboutAttribute(text: string): { readonly "data-of"?: string } {
  return text === "" ? {} : { "data-of": text };
}
