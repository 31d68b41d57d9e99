import { readFileSync } from "node:fs";

export type Tokens = ReadonlyMap<string, string>;

/** The colours of the style sheet by name, as `#rrggbb`, in both schemes. */
export function schemes(): { readonly light: Tokens; readonly dark: Tokens } {
  const files = ["tokens", "charts"].map((name) =>
    readFileSync(new URL(`../../src/style/${name}.css`, import.meta.url), "utf8").split(
      "prefers-color-scheme: dark",
    ),
  );
  return {
    light: tokens(files.map(([light]) => light).join("")),
    dark: tokens(files.map(([, dark]) => dark).join("")),
  };
}

function tokens(css: string): Tokens {
  return new Map(Array.from(css.matchAll(/--([\w-]+): (#[\da-f]{6});/g), (match) => [match[1]!, match[2]!]));
}
