import { elementOf } from "./element.ts";
/** Sets `<meta name content>`, in place of one of that name; empty content removes it. */
export function setMeta(document: Document, name: string, content: string | undefined): void {
  const [first, ...others] = document.querySelectorAll(`meta[name='${name}']`);
  for (const other of others) other.remove();
  if (!content) first?.remove();
  else if (first) first.setAttribute("content", content);
  else addMeta(document, name, content);
}

/** Adds one more `<meta name content>`: authors, for one, are several. */
export function addMeta(document: Document, name: string, content: string): void {
  document.head.append(elementOf(document, "meta", { name, content }));
}

/** Adds `<meta property content>`, as Open Graph has it. */
export function addProperty(document: Document, property: string, content: string): void {
  document.head.append(elementOf(document, "meta", { property, content }));
}
