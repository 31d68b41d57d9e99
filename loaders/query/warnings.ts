import { leavesOf, partsOf, type Query, type ValueField } from "./ast.ts";

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

/** Fields of the query language that no post of any corpus has: posts carry no names, and no source gives the others. */
const NEVER_GIVEN: ReadonlySet<ValueField> = new Set(["author", "from", "country", "infoType"]);

/** The values of a query that can match no post, whatever the corpus; in the query's order. */
export function deadFields(query: Query): QueryWarning[] {
  if (query.kind === "value" && NEVER_GIVEN.has(query.field)) {
    const message = `${query.field}: matches no post, for posts carry none; language:, site: and socialType: are known`;
    return [{ position: query.start, message }];
  }
  return partsOf(query).flatMap(deadFields);
}

/** A query over the code units that a platform takes; nothing where its limit is not known. */
export function tooLong(text: string, name: string, longest: number | undefined): QueryWarning[] {
  if (longest === undefined || text.length <= longest) return [];
  return [{ position: longest, message: `${text.length} characters: ${name} takes at most ${longest}` }];
}

/** What of a query its platform may refuse, and what is seldom meant; in the query's order. */
export function warningsOf(text: string, query: Query, limits: PlatformLimits = MELTWATER): QueryWarning[] {
  const found: QueryWarning[] = [];
  found.push(...tooLong(text, limits.name, limits.longest));
  if (matchesNothingNeeded(query)) {
    found.push({ position: query.start, message: "matches every post that lacks these words" });
  }
  visit(query, limits, found);
  found.push(...deadFields(query));
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
