/** Elements without an end tag, and those whose text is written as it is: HTML Living Standard, 13.3. */
const isVoid = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const isRaw = /^(style|script|xmp|iframe|noembed|noframes|plaintext)$/;

/**
 * An element with what it holds, as HTML: "Serializing HTML fragments", HTML Living Standard, 13.3. The document's own way
 * leaves `<` in titles and `&` in attributes as they are, so that a text could become more than text.
 */
export function serialise(element: Element): string {
  const out: string[] = [];
  write(element, out);
  return out.join("");
}

function write(element: Element, out: string[]): void {
  const name = element.localName;
  out.push("<", name);
  for (const attribute of element.attributes)
    out.push(" ", attribute.name, '="', quoted(attribute.value), '"');
  out.push(">");
  if (isVoid.test(name)) return;
  const asItIs = isRaw.test(name);
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 1) write(child as Element, out);
    else if (child.nodeType === 3) out.push(asItIs ? child.nodeValue! : text(child.nodeValue!));
    else if (child.nodeType === 8) out.push("<!--", child.nodeValue!, "-->");
  }
  out.push("</", name, ">");
}

function text(value: string): string {
  return value.replace(/[&\u00a0<>]/g, (sign) => escapes[sign]!);
}

function quoted(value: string): string {
  return value.replace(/[&\u00a0"]/g, (sign) => escapes[sign]!);
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "\u00a0": "&nbsp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
