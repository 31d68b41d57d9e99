import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { expect, test } from "vitest";

/** Higher rooms import lower ones. Rooms of one level do not know each other. */
const levels: readonly (readonly string[])[] = [
  ["loaders/main.ts", "loaders/commands", "loaders/demo"],
  ["loaders/steps.ts", "loaders/data-dictionary.ts"],
  [
    "loaders/collect",
    "loaders/corpus",
    "loaders/annotate",
    "loaders/validate",
    "loaders/statistics",
    "loaders/publish",
  ],
  ["loaders/study"],
  ["loaders/query"],
  [
    "loaders/language",
    "loaders/identity",
    "loaders/parquet",
    "loaders/disclosure",
    "loaders/random-gamma.ts",
  ],
  ["loaders/pipeline", "loaders/tables.ts", "loaders/random.ts", "loaders/quantile.ts"],
];

/** Commands join all stages; the rest of their own level are free to them. */
const free = new Set(["loaders/main.ts", "loaders/commands"]);

const sources = ["loaders", "src"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => posix.join(entry.parentPath.replaceAll("\\", "/"), entry.name))
    .filter((file) => !file.startsWith("src/data/") && !file.includes("/.observablehq/")),
);

function roomOf(file: string): string {
  return levels.flat().find((room) => file === room || file.startsWith(`${room}/`)) ?? "";
}

function levelOf(room: string): number {
  return levels.findIndex((rooms) => rooms.includes(room));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const found = text.matchAll(/(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g);
  return Array.from(found, (match) => posix.normalize(posix.join(dirname(file), match[1]!)));
}

test("every room of loaders/ has a level", () => {
  const homeless = sources.filter((file) => file.startsWith("loaders/") && roomOf(file) === "");
  expect(homeless).toEqual([]);
});

test("imports only look down, and stages do not know each other", () => {
  const wrong = sources
    .filter((file) => file.startsWith("loaders/"))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith("loaders/"))
        .filter((target) => {
          const [own, other] = [roomOf(file), roomOf(target)];
          return own !== other && levelOf(other) <= levelOf(own) && !free.has(own);
        })
        .map((target) => `${file} imports ${target}`),
    );
  expect(wrong).toEqual([]);
});

test("src/ imports nothing from loaders/, and the demo shares nothing with what analyses it", () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter((target) =>
        file.startsWith("src/")
          ? target.startsWith("loaders/")
          : file.startsWith("loaders/demo/")
            ? !target.startsWith("loaders/demo/")
            : target.startsWith("loaders/demo/"),
      )
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("no code names a study", () => {
  const words = /kazakhstan|инклюзи|["']inclusive["']|\bastana\b|\balmaty\b|kz-news/i;
  const named = sources
    .filter((file) => !file.startsWith("loaders/demo/"))
    .filter((file) => words.test(readFileSync(join(file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")));
  expect(named).toEqual([]);
});
