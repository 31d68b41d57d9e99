import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const folder = "tests/bench";
const names = readdirSync(folder)
  .filter(
    (file) => file.endsWith(".ts") && !["main.ts", "limits.ts"].includes(file) && !file.endsWith(".test.ts"),
  )
  .map((file) => file.slice(0, -3))
  .sort();
const words = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const options = process.argv.slice(2).filter((word) => word.startsWith("--jobs="));
const sizes = words.filter((word) => /^\d+$/.test(word));
const asked = words.filter((word) => !sizes.includes(word));

if (process.argv.includes("--help")) {
  process.stdout.write(
    `npm run bench -- [NAME …] [SIZE] [--jobs=N]\n\nRuns the measurements of ${folder}, one after another: ${names.join(", ")}.\nEach prints its figures, as ratios within one run where it can.\nSIZE is a number of posts, for query and statistics; N how many steps statistics runs at a time.\n\nExit codes: 0 done; 1 a measurement failed, or the editor or the explorer is over its limit; 2 an unknown name.\n`,
  );
} else {
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`bench: found ${unknown.join(", ")}, expected ${names.join(", ")}\n`);
    process.exitCode = 2;
  } else {
    for (const name of asked.length > 0 ? asked : names) {
      process.stdout.write(`\n== ${name}\n`);
      const { status } = spawnSync(
        process.execPath,
        ["--import", "tsx", join(folder, `${name}.ts`), ...sizes, ...options],
        {
          stdio: "inherit",
        },
      );
      if (status !== 0) process.exitCode = 1;
    }
    process.stdout.write(
      `\nbench: done. Figures that the docs quote carry their date; update them together.\n`,
    );
  }
}
