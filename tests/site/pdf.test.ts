import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkPages } from "../../loaders/publish/check-pages.ts";
import { findChromium } from "../../loaders/publish/pdf/chromium.ts";
import { layoutOf } from "../../loaders/study/layout.ts";
import { loadStudy } from "../../loaders/study/load.ts";

const hasPoppler = spawnSync("pdfinfo", ["-v"]).status === 0;
const ready = findChromium(process.env) !== undefined && hasPoppler;

function poppler(tool: string, ...words: string[]): string {
  const run = spawnSync(tool, words, { encoding: "utf8", maxBuffer: 64 << 20 });
  expect(run.status, run.stderr).toBe(0);
  return run.stdout;
}

describe.skipIf(!ready)("npm run pdf (needs a Chromium and poppler-utils)", () => {
  const folder = mkdtempSync(join(tmpdir(), "pdf-"));
  const study = loadStudy("data");

  beforeAll(() => {
    const run = spawnSync(
      process.execPath,
      ["--import", "tsx", "loaders/main.ts", "pdf", "--output", folder],
      { encoding: "utf8", timeout: 900_000 },
    );
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("writes one file a language, tagged and titled, with a language and bookmarks", async () => {
    const { reportLanguages, title } = await study;
    for (const language of reportLanguages) {
      const file = join(folder, `report-${language}.pdf`);
      const info = poppler("pdfinfo", file);
      expect(info).toMatch(/^Tagged: +yes$/m);
      expect(info).toContain(title[language] ?? title.en);
      expect(Number(/^Pages: +(\d+)$/m.exec(info)?.[1])).toBeGreaterThan(10);
      const bytes = readFileSync(file, "latin1");
      expect(bytes).toContain(`/Lang (${language})`);
      expect(bytes).toContain("/Outlines");
      expect(existsSync(join("dist", `report-${language}.partial.html`))).toBe(false);
    }
  });

  test("says every figure in words, and each page's number", async () => {
    const { reportLanguages } = await study;
    for (const language of reportLanguages) {
      const file = join(folder, `report-${language}.pdf`);
      const structure = poppler("pdfinfo", "-struct", file);
      expect(structure).toMatch(/Figure/);
      const pages = poppler("pdftotext", "-layout", file, "-").split("\f").slice(0, -1);
      for (const [index, text] of pages.entries()) {
        expect(text.trimEnd().endsWith(String(index + 1)), `page ${index + 1}`).toBe(true);
      }
    }
  });

  test("holds the number of every claim", async () => {
    const layout = layoutOf(process.cwd());
    const { claims } = checkPages(layout.root, layout.pages, layout.published, await study);
    const { reportLanguages } = await study;
    const texts = Object.fromEntries(
      reportLanguages.map((language) => [
        language,
        poppler("pdftotext", join(folder, `report-${language}.pdf`), "-").replaceAll(/\s+/g, " "),
      ]),
    );
    expect(claims.length).toBeGreaterThan(20);
    for (const claim of claims) {
      const folderOf = claim.file.split("/")[1]!;
      const language = reportLanguages.includes(folderOf) ? folderOf : reportLanguages[0]!;
      expect(texts[language], `${claim.file}:${claim.line}`).toContain(claim.text.replaceAll(/\s+/g, " "));
    }
  });
});
