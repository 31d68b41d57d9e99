/**
 * A new element with attributes, which stand in the page in the order given: the document puts each new one before the
 * others.
 */
export function elementOf<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: K,
  attributes: Readonly<Record<string, string>>,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes).reverse())
    element.setAttribute(attribute, value);
  return element;
}
