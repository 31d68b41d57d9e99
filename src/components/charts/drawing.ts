import { soft } from "./palette.ts";
import { wrap } from "./text-layout.ts";

/** Type size of all text in charts, px. */
export const typeSize = 12;
export const lineHeight = 16;

/** A part of a chart: what to draw from its own top left corner, and its height in px. */
export interface Part {
  readonly node: Element;
  readonly height: number;
}

const namespace = "http://www.w3.org/2000/svg";

/** An SVG element with its attributes and children; numbers are rounded to 0.01 px. */
export function svg(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  children: readonly (Element | string)[] = [],
): Element {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, typeof value === "number" ? String(round(value)) : value);
  }
  element.append(...children);
  return element;
}

/** One SVG of the parts under each other. The text takes the page's type and colour. */
export function stack(document: Document, width: number, parts: readonly Part[], kind: string): Element {
  const root = svg(document, "svg", { class: `chart-${kind}`, width, height: 0 });
  let top = 0;
  for (const { node, height } of parts) {
    root.append(svg(document, "g", top === 0 ? {} : { transform: `translate(0,${round(top)})` }, [node]));
    top += height;
  }
  root.setAttribute("height", String(Math.ceil(top)));
  root.setAttribute("viewBox", `0 0 ${width} ${Math.ceil(top)}`);
  root.setAttribute("fill", "currentColor");
  root.setAttribute("font-size", String(typeSize));
  root.setAttribute("font-family", "inherit");
  return root;
}

/**
 * What Plot 0.6 drew, as a group: without its style element, which a strict content policy blocks, without
 * the labels that it gives to groups, which are no names of roles, and with coordinates rounded. A mark's own label
 * is what it is about (`about.ts`), and becomes its `data-of`.
 */
export function fromPlot(document: Document, drawn: Element): Element {
  const group = svg(document, "g", { "text-anchor": "middle" });
  for (const child of [...drawn.children]) {
    if (child.tagName.toLowerCase() !== "style") group.append(child);
  }
  for (const element of group.querySelectorAll("*")) {
    const label = element.getAttribute("aria-label");
    if (label?.includes("=")) element.setAttribute("data-of", label);
    element.removeAttribute("aria-label");
    element.removeAttribute("aria-hidden");
    for (const name of ["d", "transform", "x1", "x2", "y1", "y2", "cx", "cy", "x", "y", "width", "height"]) {
      const value = element.getAttribute(name);
      if (value?.includes(".") && !value.endsWith("em")) {
        element.setAttribute(
          name,
          value.replace(/-?\d+\.\d+(e-?\d+)?/g, (digits) => String(round(Number(digits)))),
        );
      }
    }
  }
  return group;
}

/** Lines of text from the left edge, wrapped to the width. */
export function paragraph(
  document: Document,
  text: string,
  width: number,
  attributes: Readonly<Record<string, string | number>> = { fill: soft },
): Part {
  const lines = wrap(text, width, typeSize);
  const node = svg(document, "g", attributes, textLines(document, lines, 0, lineHeight - 4));
  return { node, height: lines.length * lineHeight };
}

/** Text elements for lines, the first on the baseline `y`. */
export function textLines(
  document: Document,
  lines: readonly string[],
  x: number,
  y: number,
  attributes: Readonly<Record<string, string | number>> = {},
): Element[] {
  return lines.map((line, index) =>
    svg(document, "text", { x, y: y + index * lineHeight, ...attributes }, [line]),
  );
}

/** Rounds to 0.01 px. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}
