import { posix } from "node:path";

/** The way from a page (its path below the site's root, such as `findings/gender/index`) to the root: `./`, `../../`. */
export function siteRoot(path: string): string {
  const root = posix.relative(posix.dirname(path), ".");
  return root === "" ? "./" : `${root}/`;
}
