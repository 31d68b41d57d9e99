import { JSDOM } from "jsdom";

/** The document of a finished page without its stylesheet, some of whose rules jsdom does not know and complains of. */
export function pageDocument(html: string): Document {
  return new JSDOM(html.replace(/<style>[^<]*<\/style>/, "")).window.document;
}
