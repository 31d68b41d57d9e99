import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { holdPart, withHeldParts } from "../../loaders/publish/held-parts.ts";

const folder = mkdtempSync(join(tmpdir(), "held-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rows = "<tr><td>$& $1 Қостанай</td></tr>".repeat(100);

test("what is held comes back byte for byte, each part in its place", () => {
  const [chart, table] = [`<svg>${rows}</svg>`, `<table>${rows}</table>`];
  const page = `<main>${holdPart(chart, folder)}<p>Text</p>${holdPart(table, folder)}${holdPart(chart, folder)}</main>`;
  expect(page).not.toContain("Қостанай");
  expect(readdirSync(folder)).toHaveLength(2);
  expect(withHeldParts(page, folder)).toBe(`<main>${chart}<p>Text</p>${table}${chart}</main>`);
});

test.each([
  ["a link", '<a href="x.html">x</a>'],
  ["a picture", '<img src="x.png">'],
  ["code in colours", '<code class="language-sql">select</code>'],
  ["a heading", '<h2 id="x">x</h2>'],
  ["a cell", "<!--:0a1b2c3d:-->"],
])("%s is Framework's to see", (_what, html) => {
  expect(holdPart(rows + html, folder)).toBe(rows + html);
});

test("a part that is gone stops the build", () => {
  expect(() => withHeldParts(`<!--held ${"0".repeat(64)}-->`, folder)).toThrow(/ENOENT/);
});
