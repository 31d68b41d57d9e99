/** An address that ends in a slash, so that paths are resolved below it: `https://example.org/report/`. */
export function withSlash(url: string): string {
  return url.endsWith("/") ? url : `${url}/`;
}
