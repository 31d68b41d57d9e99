import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { languageFaces } from "../../../loaders/publish/finish/fonts.ts";

const names = ["latin", "cyrillic", "kazakh", "latin-ext"].flatMap((alphabet) => [
  `inter-${alphabet}-wght-normal.woff2`,
  `inter-${alphabet}-wght-italic.woff2`,
]);
const rules = names
  .map((name) => `@font-face{font-display:optional;src:url("./fonts/${name}") format("woff2")}`)
  .join("");

test.each([
  ["en", ["latin"]],
  ["ru", ["latin", "cyrillic"]],
  ["kk", ["latin", "cyrillic", "kazakh"]],
])(
  "the faces of %s hold the upright letters of its alphabets, and name the files of others",
  async (language, held) => {
    const folder = await mkdtemp(join(tmpdir(), "faces-"));
    try {
      for (const name of names) await writeFile(join(folder, name), `bytes of ${name}`);
      const { name, text } = await languageFaces(rules, language, folder);
      const found = Array.from(text.matchAll(/url\("([^"]+)"\)/g), ([, address]) =>
        address!.startsWith("data:font/woff2;base64,")
          ? Buffer.from(address!.slice("data:font/woff2;base64,".length), "base64").toString()
          : address,
      );
      expect(found).toEqual(
        names.map((file) =>
          held.some((alphabet) => file === `inter-${alphabet}-wght-normal.woff2`)
            ? `bytes of ${file}`
            : `./fonts/${file}`,
        ),
      );
      expect(text.match(/font-display:block;src:url\("data:/g), "they are there at once").toHaveLength(
        held.length,
      );
      expect(text.match(/font-display:optional;src:url\("\.\//g)).toHaveLength(names.length - held.length);
      expect(name).toMatch(new RegExp(`^faces-${language}\\.[0-9a-f]{8}\\.css$`));
      expect((await languageFaces(rules, language, folder)).name).toBe(name);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
