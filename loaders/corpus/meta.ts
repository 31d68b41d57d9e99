import type { Document } from "domhandler";
import { elementsAt } from "./select.ts";

const pages = new WeakMap<Document, Map<string, string>>();

/** The content of a page's first `<meta>` of a `property`, `name` or `itemprop`, in any letter case. */
export function metaContent(page: Document, name: string): string | undefined {
  let contents = pages.get(page);
  if (contents === undefined) {
    contents = new Map();
    for (const { attribs } of elementsAt(page, "meta[content]")) {
      const content = attribs.content?.trim() ?? "";
      for (const key of [attribs.property, attribs.name, attribs.itemprop]) {
        const known = key?.trim().toLowerCase() ?? "";
        if (known !== "" && content !== "" && !contents.has(known)) contents.set(known, content);
      }
    }
    pages.set(page, contents);
  }
  return contents.get(name.toLowerCase());
}
