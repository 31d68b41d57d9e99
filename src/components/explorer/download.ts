import { csv } from "./csv.ts";

/** Saves rows as a CSV file, made in the browser. */
export function download(
  document: Document,
  name: string,
  rows: readonly (readonly (string | number)[])[],
): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csv(rows)], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
