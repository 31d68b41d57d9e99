import { spawnSync } from "node:child_process";

/** Builds the demo's report before the site tests; what is fresh costs nothing. */
export default function setup(): void {
  const run = spawnSync(process.execPath, ["--import", "tsx", "loaders/main.ts", "build"], {
    encoding: "utf8",
    env: { ...process.env, TYNDAU_BASE: "/" },
  });
  if (run.status !== 0) {
    throw new Error(`npm run build ended with code ${run.status}:\n${run.stdout}\n${run.stderr}`);
  }
}
