import { elementId } from "../html.ts";
import { parseClaimLink } from "./links.ts";

/**
 * Gives the claims of one page their element ids, in order: `claim-` with query, column and the row's values; a claim
 * that stands again gets `-2`, `-3`. They follow from the claims alone, so translations of a page share them.
 */
export function claimIds(): (href: string) => string {
  const given = new Map<string, number>();
  return (href) => {
    const link = parseClaimLink(href);
    const name =
      typeof link === "string"
        ? href
        : [link.query, link.column, ...link.where.map(([, value]) => value)].join("/");
    const id = `claim-${elementId(name)}`;
    const count = (given.get(id) ?? 0) + 1;
    given.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
}
