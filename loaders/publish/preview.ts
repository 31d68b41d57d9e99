import { existsSync } from "node:fs";
import { mkdir, rm, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import type MarkdownIt from "markdown-it";
import { runLine } from "./finish/editor.ts";
import { engineFolder } from "./finish/engine-files.ts";

/** Framework 1.13's preview serves this folder of its cache as it is, and no file of the pages by its own name. */
const address = "/_node/report/";
const cache = ".observablehq/cache/_node/report";

/**
 * Lays out for the preview what finishing puts into a built site: the database's engine, the published tables, the
 * definitions of charts and the explorer's files, as links. `pages` and `published` are absolute folders.
 */
export async function linkPreviewFiles(pages: string, published: string): Promise<void> {
  const root = join(pages, cache);
  await rm(root, { recursive: true, force: true });
  const links: [string, string][] = [
    ["engine", engineFolder()],
    ["data/tables", join(published, "tables")],
    ["data/charts", join(published, "figures")],
    ["data/explorer", join(published, "explorer")],
  ];
  for (const [name, target] of links) {
    if (!existsSync(target)) continue;
    await mkdir(dirname(join(root, name)), { recursive: true });
    await symlink(target, join(root, name), "junction");
  }
}

/**
 * Gives pages of the preview the query editor and the explorer, which finishing gives to those of a built site. A page is
 * rendered in parts and then as a whole: what has them is left as it is.
 */
export function previewParts(md: MarkdownIt, language: (path: string) => string): void {
  const render = md.renderer.render.bind(md.renderer);
  md.renderer.render = (tokens, options, env: { readonly path?: string }) =>
    render(tokens, options, env)
      .replace(/<pre class="sql"[\s\S]*?<\/pre>(<p class="run")?/g, (sql, has?: string) =>
        has === undefined ? sql + runLine(address, language(env?.path ?? "/")) : sql,
      )
      .replace(/<div class="explorer"(?! data-root)/g, `<div class="explorer" data-root="${address}"`);
}
