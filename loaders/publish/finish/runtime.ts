/**
 * Framework 1.13.4 writes each attached file's modification time into pages and modules; a clone's differs.
 */
export function withoutModificationTimes(source: string): string {
  return source.replace(/"lastModified":\d+(\.\d+)?,?/g, "");
}

const clientImport = /^\s*import\s+"[^"]*\/_observablehq\/client\.[^"]*";?\s*$/;

/**
 * Takes Framework's reactive runtime out of a page that defines no cell, with its preloads and the sidebar's
 * script: nothing on the page would use them. A page with cells is left as it is.
 */
export function dropIdleRuntime(document: Document): void {
  const inline = [...document.querySelectorAll("script[type='module']:not([src])")];
  const client = inline.find((script) => clientImport.test(script.textContent ?? ""));
  if (!client) return;
  client.remove();
  for (const link of document.querySelectorAll("link[rel='modulepreload'][href*='/_observablehq/']")) {
    link.remove();
  }
  for (const script of document.querySelectorAll("body > script:not([src])")) {
    if (script.textContent?.includes("observablehq-sidebar-scrolly")) script.remove();
  }
}

/**
 * Lets the report's script wait for the text, which is whole without it: it is asked for at the end, so that the browser lays
 * out the last part in a frame of its own, and not in the task that reads it (which it does where nothing more is to
 * come). A page with cells keeps its order: Framework's runtime needs its modules early.
 */
export function yieldToPaint(document: Document): void {
  const script = document.head.querySelector("script[type='module'][src*='/data/site/report']");
  if (script === null || hasRuntime(document)) return;
  for (const link of document.querySelectorAll("link[rel='modulepreload'][href*='/data/site/']"))
    link.remove();
  document.body.append(script);
}

/** True for a page that defines cells and so keeps Framework's runtime. */
export function hasRuntime(document: Document): boolean {
  return [...document.querySelectorAll("script[type='module']:not([src])")].some((script) =>
    (script.textContent ?? "").includes("/_observablehq/client."),
  );
}
