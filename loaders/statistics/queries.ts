import { existsSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";

/** A query file of the pages folder. */
export interface QueryFile {
  /** Path below the pages folder without `.sql`, with `/`: the query's name in pages and results. */
  readonly id: string;
  /** `pages` and the path below it. */
  readonly file: string;
}

/**
 * Every `*.sql` below the folder `pages`, sorted by id. Hidden folders, `data`, which holds what was published, and
 * `tables`, which holds the counted tables, are left out.
 */
export function queries(pages: string): QueryFile[] {
  const found: QueryFile[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(pages, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith(".") && path !== "data" && path !== "tables") visit(path);
      } else if (entry.name.endsWith(".sql")) {
        found.push({ id: path.slice(0, -".sql".length), file: posix.join(pages, path) });
      }
    }
  };
  visit("");
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Every counted table of the study: the files `tables/NAME.sql` of the folder `pages`, sorted; `id` is the name. */
export function countedTables(pages: string): QueryFile[] {
  const folder = join(pages, "tables");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => ({ id: name.slice(0, -".sql".length), file: posix.join(pages, "tables", name) }));
}
