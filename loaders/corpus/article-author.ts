import type { Document } from "domhandler";
import { visibleText } from "./html.ts";
import type { ArticleData } from "./json-ld.ts";
import { metaContent } from "./meta.ts";
import { elementAt } from "./select.ts";

/** Longest name, UTF-16 units. */
const MAX_NAME = 100;

/** Who signed an article, as its JSON-LD, `<meta>`, `rel=author` or microdata names them. */
export function articleAuthor(page: Document, data: ArticleData | undefined): string | undefined {
  const marked = elementAt(page, '[itemprop~="author"], [rel~="author"]');
  const names = [
    data?.author,
    metaContent(page, "author"),
    metaContent(page, "article:author"),
    marked?.attribs.content ?? (marked === undefined ? undefined : visibleText(marked)),
  ];
  return names
    .map((name) => name?.replace(/\s+/gu, " ").trim())
    .find((name) => name !== undefined && name !== "" && name.length <= MAX_NAME && !/^https?:/iu.test(name));
}
