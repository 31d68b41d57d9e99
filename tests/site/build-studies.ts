import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** The real study, and why it can't be built: its captures stand beside the repository. */
export const realStudy = "tests/studies/kz-news";
export const shared = "../shared/data";
export const missing = existsSync(shared) ? "" : `, skipped: ${shared} is absent`;

/** Builds the reports of the demo and of the real study before the site tests; what is fresh costs little. */
export default function setup(): void {
  build("build");
  if (missing === "") build("build", "--study", realStudy);
}

function build(...words: string[]): void {
  const run = spawnSync(process.execPath, ["--import", "tsx", "loaders/main.ts", ...words], {
    encoding: "utf8",
    env: { ...process.env, TYNDAU_BASE: "/" },
  });
  if (run.status !== 0) {
    throw new Error(
      `npm run ${words.join(" ")} ended with code ${run.status}:\n${run.stdout}\n${run.stderr}`,
    );
  }
}
