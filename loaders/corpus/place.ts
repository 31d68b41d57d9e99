import { type Document, type Element, isTag } from "domhandler";

/** An element or the page itself. */
export type Place = Element | Document;

/** True where a node is an element or stands in it. */
export function isWithin(node: Place, ancestor: Place): boolean {
  for (let place: Place | null = node; place !== null; place = place.parent as Place | null) {
    if (place === ancestor) return true;
  }
  return false;
}

/** True where a test holds of a node or an element around it. */
export function hasAncestor(node: Place, test: (element: Element) => boolean): boolean {
  for (let place: Place | null = node; place !== null && isTag(place); place = place.parent as Place | null) {
    if (test(place)) return true;
  }
  return false;
}
