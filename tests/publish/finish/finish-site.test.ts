import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { finishSite } from "../../../loaders/publish/finish/finish-site.ts";
import { fixture } from "./fixture.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "finish-"));
  mkdirSync(join(folder, "site/fonts"), { recursive: true });
  writeFileSync(join(folder, "site/fonts/a.woff2"), "font");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function build(name: string, modified: number) {
  const dist = join(folder, name);
  cpSync(fixture, dist, { recursive: true });
  const cells = join(dist, "cells.html");
  writeFileSync(cells, readFileSync(cells, "utf8").replace("1763915983123.25", String(modified)));
  mkdirSync(join(dist, "_import"));
  writeFileSync(
    join(dist, "_import/chart.0a1b2c3d.js"),
    `const file = FileAttachment({"name":"../x.csv","path":"../_file/x.csv","lastModified":${modified},"size":8}, import.meta.url);`,
  );
  return dist;
}

const finish = (dist: string) =>
  finishSite({
    dist,
    assets: join(folder, "site"),
    base: "/",
    study: { title: { en: "Listening" }, reportLanguages: ["en"], citation: { authors: ["Tyndau"] } },
  });

test("finishes every page, puts the fonts beside the stylesheet, and forgets when files were written", async () => {
  const [first, second] = [build("first", 1), build("second", 1763999999999.5)];
  expect(await finish(first)).toEqual(["404.html", "cells.html", "findings/gender/index.html", "index.html"]);
  await finish(second);
  const files = readdirSync(first, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files).toContain(join(first, "_file/data/site/fonts/a.woff2"));
  for (const file of files) {
    // Buffer.equals: the database of the query editor is among them, and it is large.
    expect(readFileSync(file).equals(readFileSync(file.replace(first, second))), file).toBe(true);
  }
});

test("stops for an image without alternative text, and names the page", async () => {
  const dist = build("faulty", 1);
  const page = join(dist, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace("</main>", '<img src="a.png"></main>'));
  await expect(finish(dist)).rejects.toThrow(/faulty\/index\.html: found <img src="a\.png"> without alt/);
});
