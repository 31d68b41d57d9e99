import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeAssets } from "../../loaders/publish/assets.ts";

let folder: string;
let files: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "assets-"));
  files = await writeAssets({ workspace: "src", out: join(folder, "one") });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("lists what it wrote, and writes the same bytes twice", async () => {
  await writeAssets({ workspace: "src", out: join(folder, "two") });
  const written = readdirSync(join(folder, "one"), { recursive: true, encoding: "utf8" });
  expect(written.filter((file) => /\.\w+$/.test(file)).sort()).toEqual(files);
  for (const file of files) {
    expect(readFileSync(join(folder, "one", file))).toEqual(readFileSync(join(folder, "two", file)));
  }
});

test("asks for nothing from elsewhere: every url() is a font that is there, or data", () => {
  const css = readFileSync(join(folder, "one/report.css"), "utf8");
  const addresses = Array.from(css.matchAll(/url\((['"]?)(.*?)\1\)/g), (match) => match[2]!);
  const fonts = addresses.filter((address) => !address.startsWith("data:"));
  expect(fonts.length).toBe(17);
  for (const font of fonts) expect(files).toContain(font.replace("./", ""));
  expect(css).not.toContain("@import");
});

test("carries the Kazakh letters in every face", () => {
  const css = readFileSync(join(folder, "one/report.css"), "utf8");
  const faces = Array.from(css.matchAll(/@font-face\{(.*?)\}/g), (match) => match[1]!);
  for (const family of [/Source Serif 4.*normal/, /Source Serif 4.*italic/, /Inter/]) {
    const ranges = faces.filter((face) => family.test(face)).flatMap(rangesOf);
    for (const letter of "әғқңөұүһіӘҒҚҢӨҰҮҺІ") {
      const code = letter.codePointAt(0)!;
      expect(
        ranges.some(([low, high]) => low <= code && code <= high),
        `${letter} in ${family}`,
      ).toBe(true);
    }
  }
});

test("names the fonts' licence", () => {
  const licence = readFileSync(join(folder, "one/fonts/LICENSE.txt"), "utf8");
  expect(licence).toContain("@fontsource-variable/inter");
  expect(licence).toContain("@fontsource-variable/source-serif-4");
  expect(licence.match(/SIL Open Font License/gi)!.length).toBeGreaterThan(1);
});

test("no script waits for another of which it uses nothing", () => {
  for (const file of files.filter((name) => name.endsWith(".js"))) {
    expect(readFileSync(join(folder, "one", file), "utf8"), file).not.toMatch(/(^|[;}])import"/);
  }
});

test("the script has no eval and stays small", () => {
  const script = readFileSync(join(folder, "one/report.js"), "utf8");
  expect(script).not.toMatch(/\beval\b|new Function/);
  expect(script.length).toBeLessThan(12_000);
});

function rangesOf(face: string): [number, number][] {
  const list = /unicode-range:([^;}]*)/.exec(face)?.[1] ?? "";
  return list.split(",").map((range) => {
    const [low, high] = range
      .trim()
      .replace(/^U\+/i, "")
      .split("-")
      .map((code) => Number.parseInt(code, 16));
    return [low!, high ?? low!];
  });
}
