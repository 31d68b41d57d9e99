import type { Element } from "domhandler";
import { LOOSE_CLASSES, STRICT_CLASSES } from "./furniture-words.ts";

/** Why an element is thought not to belong to an article. */
export type Furniture = "certain" | "strict" | "loose" | undefined;

const TAGS = new Set("nav aside footer button select menu dialog figcaption label textarea input".split(" "));
/** Elements that some sites put around the whole page. */
const UNSURE_TAGS = new Set(["form", "header"]);
const ROLES =
  /^(?:navigation|complementary|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|banner)$/u;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/iu;

/**
 * Tells navigation, banners, comments and the like by an element's tag, role, hidden state and class names.
 * `strict` and `loose` are by name and may err: an element that holds the headline is not furniture, and neither
 * is a `loose` one with most of the text.
 */
export function furnitureKind(element: Element): Furniture {
  const { name, attribs } = element;
  if (TAGS.has(name) || ROLES.test(attribs.role ?? "")) return "certain";
  if ("hidden" in attribs || attribs["aria-hidden"] === "true" || HIDDEN.test(attribs.style ?? ""))
    return "loose";
  if (UNSURE_TAGS.has(name)) return "loose";
  if (name === "html" || name === "body" || name === "main") return undefined;
  return kindByName(attribs.class ?? "", attribs.id ?? "");
}

function kindByName(classes: string, id: string): Furniture {
  if (classes === "" && id === "") return undefined;
  const words = wordsOf(`${classes} ${id}`);
  if (words.some((word) => STRICT_CLASSES.has(word))) return "strict";
  return words.some((word) => LOOSE_CLASSES.has(word)) ? "loose" : undefined;
}

function wordsOf(names: string): string[] {
  return names
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/gu, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/u);
}
