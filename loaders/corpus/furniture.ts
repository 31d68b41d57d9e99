import type { Element } from "domhandler";
import { COMMENT_CLASSES, FURNITURE_CLASSES } from "./furniture-words.ts";

/** Why an element is thought not to belong to an article. */
export type Furniture = "certain" | "by-name" | undefined;

const TAGS = new Set("nav aside footer button select menu dialog figcaption label textarea input".split(" "));
/** Elements that some sites put around the whole page. */
const UNSURE_TAGS = new Set(["form", "header"]);
const ROLES =
  /^(?:navigation|complementary|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|banner)$/u;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/iu;

/**
 * Tells navigation, banners, comments and the like by an element's tag, role, hidden state and class names.
 * `by-name` may err: an element that holds the headline or most of the text is not furniture.
 */
export function furnitureKind(element: Element): Furniture {
  const { name, attribs } = element;
  if (TAGS.has(name) || ROLES.test(attribs.role ?? "")) return "certain";
  if ("hidden" in attribs || attribs["aria-hidden"] === "true" || HIDDEN.test(attribs.style ?? ""))
    return "by-name";
  if (UNSURE_TAGS.has(name)) return "by-name";
  if (name === "html" || name === "body" || name === "main") return undefined;
  return hasFurnitureName(attribs.class ?? "", attribs.id ?? "") ? "by-name" : undefined;
}

function hasFurnitureName(classes: string, id: string): boolean {
  if (classes === "" && id === "") return false;
  // Some templates list the state of a whole page as its class: ten names are no description of a part.
  for (const word of wordsOf(`${classes} ${id}`)) {
    if (FURNITURE_CLASSES.has(word) || COMMENT_CLASSES.has(word)) return true;
  }
  return false;
}

function wordsOf(names: string): string[] {
  return names
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/gu, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/u);
}
