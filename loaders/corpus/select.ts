import { selectAll, selectOne } from "css-select";
import type { AnyNode, Element, ParentNode } from "domhandler";

/** Selectors run on XML keep the case of names. */
export interface SelectOptions {
  readonly xml?: boolean;
}

/** The elements below `root` that a CSS selector fits, in the page's order. */
export function elementsAt(root: ParentNode, selector: string, options: SelectOptions = {}): Element[] {
  return selectAll<AnyNode, Element>(selector, root.children, { xmlMode: options.xml ?? false });
}

/** The first of them. */
export function elementAt(root: ParentNode, selector: string): Element | undefined {
  return selectOne<AnyNode, Element>(selector, root.children) ?? undefined;
}
