import type { ExplorerFile } from "./data.ts";
import type { ExplorerWords } from "./words.ts";

/** How to cite a choice: authors, year, the report with its edition, publisher, and the address that keeps the choice. */
export function citationOf(
  { title, citation }: Pick<ExplorerFile, "title" | "citation">,
  words: ExplorerWords,
  language: string,
  { edition, page }: { readonly edition?: string; readonly page: string },
): string {
  const year = citation.issued?.slice(0, 4) ?? words.undated;
  const name = title[language] ?? Object.values(title)[0] ?? "";
  const parts = [
    `${citation.authors.join(", ")} (${year})`,
    edition === undefined ? name : `${name} [${words.edition} ${edition}]`,
    citation.publisher ?? "",
    page,
  ];
  return parts.filter((part) => part !== "").join(". ");
}
