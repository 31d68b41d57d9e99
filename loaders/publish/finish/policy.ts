import { createHash } from "node:crypto";

/**
 * The Content-Security-Policy of a page: its own origin and, by hash, the inline scripts, style elements and
 * style attributes that stand in it. No `unsafe-eval`; `unsafe-inline` for styles alone, on pages whose cells
 * draw charts in the browser (Plot adds a style element). `styles` are those of elements yet to be put in.
 * `frame-ancestors` is left out: browsers ignore it in a `<meta>`.
 */
export function contentPolicy(
  document: Document,
  { wasm, cells, styles: held = [] }: { wasm: boolean; cells: boolean; styles?: readonly string[] },
): string {
  const scripts = hashes(
    [...document.querySelectorAll("script:not([src])")]
      .filter((script) => isExecutable(script.getAttribute("type")))
      .map((script) => script.textContent ?? ""),
  );
  const styles = hashes([
    ...held,
    ...[...document.querySelectorAll("style")].map((style) => style.textContent ?? ""),
  ]);
  const attributes = hashes(
    [...document.querySelectorAll("[style]")].map((element) => element.getAttribute("style")!),
  );
  const directives: [string, ...string[]][] = [
    ["default-src", "'none'"],
    ["script-src", "'self'", ...scripts, ...(wasm ? ["'wasm-unsafe-eval'"] : [])],
    ["style-src", "'self'", ...(cells ? ["'unsafe-inline'"] : styles)],
    ...(attributes.length > 0 && !cells
      ? [["style-src-attr", "'unsafe-hashes'", ...attributes] as [string, ...string[]]]
      : []),
    ["img-src", "'self'", "data:"],
    ["font-src", "'self'", "data:"],
    ["connect-src", "'self'"],
    ...(wasm ? [["worker-src", "'self'", "blob:"] as [string, ...string[]]] : []),
    ["base-uri", "'none'"],
    ["form-action", "'none'"],
  ];
  return directives.map((directive) => directive.join(" ")).join("; ");
}

function hashes(texts: readonly string[]): string[] {
  return [...new Set(texts)]
    .map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`)
    .sort();
}

function isExecutable(type: string | null): boolean {
  return !type || /^(module|importmap|(text|application)\/javascript)$/i.test(type);
}
