import { leavesOf, partsOf, type Query } from "./ast.ts";

/** Something that is a query here, but that the platform it comes from may refuse, or that is seldom meant. */
export interface QueryWarning {
  /** Offset in the query's text. */
  position: number;
  message: string;
}

/** What a platform advises against. Absent: no such limit is known. */
export interface PlatformLimits {
  name: string;
  /** Code units of the query. */
  longest?: number;
  farthestNear?: number;
  /** Letters before a wildcard. */
  mostLettersBeforeWildcard?: number;
  nearWithWildcard: boolean;
}

/**
 * Meltwater, "Explore: Search Performance and Best Practices" (help.meltwater.com, article 11465451): no wildcards
 * beside NEAR, NEAR up to 10, at most 9 letters before a wildcard. It publishes no length.
 */
export const MELTWATER: PlatformLimits = {
  name: "Meltwater",
  farthestNear: 10,
  mostLettersBeforeWildcard: 9,
  nearWithWildcard: false,
};

/** What of a query its platform may refuse, and what is seldom meant; in the query's order. */
export function warningsOf(text: string, query: Query, limits: PlatformLimits = MELTWATER): QueryWarning[] {
  const found: QueryWarning[] = [];
  if (limits.longest !== undefined && text.length > limits.longest) {
    const message = `${text.length} characters: ${limits.name} takes at most ${limits.longest}`;
    found.push({ position: limits.longest, message });
  }
  if (matchesNothingNeeded(query)) {
    found.push({ position: query.start, message: "matches every post that lacks these words" });
  }
  visit(query, limits, found);
  return found.sort((a, b) => a.position - b.position);
}

function visit(query: Query, limits: PlatformLimits, found: QueryWarning[]): void {
  const { name, farthestNear, mostLettersBeforeWildcard } = limits;
  if (query.kind === "near") {
    if (farthestNear !== undefined && query.distance > farthestNear) {
      const message = `NEAR/${query.distance}: ${name} advises at most ${farthestNear}`;
      found.push({ position: query.start, message });
    }
    for (const side of limits.nearWithWildcard ? [] : [query.left, query.right]) {
      if (side.kind === "near") continue;
      for (const { start } of leavesOf(side).filter(hasWildcard)) {
        found.push({ position: start, message: `a wildcard beside NEAR: ${name} advises against it` });
      }
    }
  }
  if (query.kind === "word" && mostLettersBeforeWildcard !== undefined) {
    const letters = [...query.form].findIndex((letter) => letter === "*" || letter === "?");
    if (letters > mostLettersBeforeWildcard) {
      const message = `${letters} letters before a wildcard: ${name} advises at most ${mostLettersBeforeWildcard}`;
      found.push({ position: query.start, message });
    }
  }
  for (const part of partsOf(query)) visit(part, limits, found);
}

function hasWildcard(leaf: ReturnType<typeof leavesOf>[number]): boolean {
  const words = leaf.kind === "phrase" ? leaf.words : [leaf];
  return words.some(({ form }) => /[*?]/u.test(form));
}

/** Whether a query matches by absence: a NOT with nothing beside it that must be there. */
function matchesNothingNeeded(query: Query): boolean {
  if (query.kind === "not") return true;
  if (query.kind === "or") return query.terms.some(matchesNothingNeeded);
  return query.kind === "and" && query.terms.every(matchesNothingNeeded);
}
