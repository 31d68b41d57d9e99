import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTruth } from "./truth-table.ts";

const folders: string[] = [];

function run(...args: string[]): string {
  const out = mkdtempSync(join(tmpdir(), "demo-"));
  folders.push(out);
  execFileSync("npx", ["tsx", "loaders/demo/main.ts", "--out", out, ...args], { stdio: "ignore" });
  return out;
}

function filesOf(folder: string): Map<string, Buffer> {
  const out = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) out.set(relative(folder, path), readFileSync(path));
  }
  return new Map([...out].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Contents behind gzip members; of a capture that is cut off, its bytes as they are. */
function contents(bytes: Buffer, path: string): Buffer {
  if (!path.endsWith(".gz")) return bytes;
  try {
    return gunzipSync(bytes);
  } catch {
    return bytes;
  }
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe("the generator", () => {
  it("writes the same bytes from the same seed, and other ones from another", () => {
    const one = filesOf(run("--scale", "0.05", "--seed", "7"));
    const two = filesOf(run("--scale", "0.05", "--seed", "7"));
    const three = filesOf(run("--scale", "0.05", "--seed", "8"));
    expect([...two.keys()]).toEqual([...one.keys()]);
    expect([...one].filter(([path, bytes]) => !two.get(path)!.equals(bytes)).map(([path]) => path)).toEqual(
      [],
    );
    expect(three.get("data/raw/demo/instagram/accounts-1.ndjson.gz")).not.toEqual(
      one.get("data/raw/demo/instagram/accounts-1.ndjson.gz"),
    );
  });

  it("says what a setting should be", () => {
    const wrong = spawnSync("npx", ["tsx", "loaders/demo/main.ts", "--scale", "2"], { encoding: "utf8" });
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toContain('--scale: found "2", expected a number above 0 and at most 1');
  });
});

describe("the tracked demo study", () => {
  let fresh: string;
  beforeAll(() => {
    fresh = run();
  });

  it("is what the generator writes now", async () => {
    const made = filesOf(join(fresh, "data/raw/demo"));
    const tracked = filesOf("data/raw/demo");
    expect([...tracked.keys()]).toEqual([...made.keys()]);
    const different = [...made].filter(([path, bytes]) => {
      const other = tracked.get(path)!;
      // Contents rather than bytes: another build of zlib may compress otherwise.
      return !other.equals(bytes) && !contents(other, path).equals(contents(bytes, path));
    });
    expect(different.map(([path]) => path)).toEqual([]);
    expect(readFileSync("data/study/organisations.csv", "utf8")).toBe(
      readFileSync(join(fresh, "data/study/organisations.csv"), "utf8"),
    );
    expect(await readTruth("tests/truth/demo.parquet")).toEqual(
      await readTruth(join(fresh, "tests/truth/demo.parquet")),
    );
  });

  it("takes at most 8 MB", () => {
    const bytes = [...filesOf("data/raw/demo").values()].reduce((sum, file) => sum + file.length, 0);
    expect(bytes + statSync("tests/truth/demo.parquet").size).toBeLessThanOrEqual(8_000_000);
  });
});
