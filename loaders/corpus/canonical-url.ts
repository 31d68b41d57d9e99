/** Query parameters that say how a reader came, not what the page is. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|yclid|ysclid|igshid|mc_[ce]id|_openstat|from|ref|ref_src)$/iu;

/**
 * One spelling for a page's address: absolute, host in lower case, without fragment, default port and tracking
 * parameters. Undefined where it is no web address.
 */
export function canonicalUrl(address: string, base?: string): string | undefined {
  if (address.trim() === "") return undefined;
  let url: URL;
  try {
    url = new URL(address.trim(), base === "" ? undefined : base);
  } catch {
    return undefined;
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
  // Setting a part or looking at parameters writes the address anew: most have none of them.
  if (url.href.includes("#")) url.hash = "";
  if (url.username !== "") url.username = "";
  if (url.password !== "") url.password = "";
  if (url.search !== "") {
    for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  }
  return url.href.replace(/\?$/u, "");
}
