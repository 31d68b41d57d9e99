import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";
import { pageDocument } from "../../loaders/publish/page-document.ts";
import { dist, htmlPages } from "../browser/site-pages.ts";

const pages = htmlPages(dist).filter((page) => page !== "404.html");

test("every link inside the report leads to a page, a file or an anchor that is there", () => {
  const links = new Map<string, string[]>();
  const anchors = new Map<string, Set<string>>();
  for (const page of pages) {
    const document = pageDocument(readFileSync(join(dist, page), "utf8"));
    anchors.set(page, new Set(Array.from(document.querySelectorAll("[id]"), ({ id }) => id)));
    links.set(
      page,
      Array.from(
        document.querySelectorAll("main a[href], nav a[href]"),
        (link) => link.getAttribute("href")!,
      ),
    );
  }
  expect(pages.length).toBeGreaterThan(30);
  const lost: string[] = [];
  for (const [page, hrefs] of links) {
    for (const href of hrefs.filter((one) => !/^[a-z]+:/.test(one))) {
      const [path = "", fragment = ""] = href.split("#");
      const target =
        path === "" ? page : posix.normalize(posix.join(posix.dirname(page), decodeURIComponent(path)));
      const found = target.endsWith(".html")
        ? anchors.has(target) && (fragment === "" || anchors.get(target)!.has(decodeURIComponent(fragment)))
        : existsSync(join(dist, target));
      if (!found) lost.push(`${page}: ${href}`);
    }
  }
  expect(lost).toEqual([]);
});
