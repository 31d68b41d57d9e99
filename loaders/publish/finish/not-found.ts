/**
 * Makes the 404 page's addresses absolute under the base path: a server shows it for any path, and Framework's
 * `<base>` would be refused by the policy and would lead `#` links to another page.
 *
 * @param base such as `/` or `/tyndau/`
 */
export function resolveNotFound(document: Document, base: string): void {
  document.querySelector("base")?.remove();
  const absolute = (address: string) => address.replace(/^\.\//, base);
  for (const attribute of ["href", "src"]) {
    for (const element of document.querySelectorAll(`[${attribute}^='./']`)) {
      element.setAttribute(attribute, absolute(element.getAttribute(attribute)!));
    }
  }
  for (const script of document.querySelectorAll("script[type='module']:not([src])")) {
    const source = script.textContent ?? "";
    const resolved = source.replace(/(\bfrom\s*|\bimport\s*\(?\s*)"\.\//g, `$1"${base}`);
    if (resolved !== source) script.textContent = resolved;
  }
}
