/** A sentence's link to a computed result: `claim:findings/gender/share/share?scope=general&sex=boys`. */
export interface ClaimLink {
  /** The query's path below the pages folder, without `.sql`. */
  readonly query: string;
  readonly column: string;
  /** Column and value pairs that select the one row. */
  readonly where: readonly (readonly [string, string])[];
}

/** A sentence's link to a cited work, and optionally to one figure in it: `source:brief?fact=share-boys`. */
export interface SourceLink {
  readonly id: string;
  readonly fact?: string;
}

export const claimScheme = "claim:";
export const sourceScheme = "source:";
/** A number that is a definition, not a finding: `[95%](given:confidence-level)`. */
export const givenScheme = "given:";

/** Reads a `claim:` link. Returns a sentence that says what is wrong where it cannot be read. */
export function parseClaimLink(href: string): ClaimLink | string {
  const [path = "", search = ""] = decodeURI(href.slice(claimScheme.length)).split("?");
  const cut = path.lastIndexOf("/");
  if (cut <= 0 || cut === path.length - 1) {
    return `found "${path}", expected QUERY/COLUMN such as findings/gender/share/share`;
  }
  return {
    query: path.slice(0, cut).replace(/^\//, ""),
    column: path.slice(cut + 1),
    where: [...new URLSearchParams(search)],
  };
}

/** Reads a `source:` link. */
export function parseSourceLink(href: string): SourceLink {
  const [id = "", search = ""] = decodeURI(href.slice(sourceScheme.length)).split("?");
  const fact = new URLSearchParams(search).get("fact");
  return fact === null ? { id } : { id, fact };
}
