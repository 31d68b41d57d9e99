import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Sandbox, withSharedSandbox } from "../../loaders/statistics/sandbox.ts";

const folder = mkdtempSync(join(tmpdir(), "tyndau-sandbox-"));
const file = join(folder, "numbers.parquet");

beforeAll(async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`copy (from range(1000) as numbers(number)) to '${file}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The rows that a statement gives in a database of the sandbox's. */
const ask = (sandbox: Sandbox, sql: string) =>
  sandbox.withDatabase(async (connection) => (await connection.runAndReadAll(sql)).getRowsJson());

/** What is said of a statement that a new sandbox refuses. */
async function refused(sql: (sandbox: Sandbox) => string): Promise<string> {
  const sandbox = await Sandbox.open(folder);
  try {
    return await ask(sandbox, sql(sandbox)).then(
      (rows) => `found ${rows.length} rows`,
      (error: Error) => error.message,
    );
  } finally {
    sandbox.close();
  }
}

describe("a sandbox", () => {
  it("reads a file that was let in, until it is taken out, and leaves nothing when closed", async () => {
    const sandbox = await Sandbox.open(folder);
    const place = sandbox.admit(file, "numbers.parquet");
    const count = `select count(*) from read_parquet('${place}')`;
    expect(await ask(sandbox, count)).toEqual([["1000"]]);
    sandbox.empty();
    expect(existsSync(file)).toBe(true);
    await expect(ask(sandbox, count)).rejects.toThrow("No files found");
    sandbox.close();
    expect(readdirSync(folder)).toEqual(["numbers.parquet"]);
  });

  it("runs in one thread and in UTC", async () => {
    const sandbox = await Sandbox.open(folder);
    const set = await ask(sandbox, "select current_setting('threads'), current_setting('TimeZone')");
    expect(set).toEqual([["1", "UTC"]]);
    sandbox.close();
  });

  it.each([
    ["reads another file", () => `from read_parquet('${file}')`, "Permission Error"],
    ["leaves its folder", (box: Sandbox) => `from '${box.place("..")}/numbers.parquet'`, "Permission Error"],
    ["writes another file", () => `copy (select 1) to '${folder}/x.csv'`, "Permission Error"],
    ["opens another database", () => `attach '${folder}/x.duckdb'`, "Permission Error"],
    ["asks for the network", () => "from read_parquet('https://example.org/x.parquet')", "Error"],
    ["changes a setting", () => "set threads = 2", "configuration has been locked"],
    ["lets itself out", () => "set enable_external_access = true", "Error"],
  ])("refuses a statement that %s", async (_, sql, said) => {
    expect(await refused(sql)).toContain(said);
    expect(readdirSync(folder)).toEqual(["numbers.parquet"]);
  });

  it("shows a statement nothing of the one before", async () => {
    const sandbox = await Sandbox.open(folder);
    await ask(sandbox, "create table kept as select 1 as one");
    await expect(ask(sandbox, "from kept")).rejects.toThrow("kept does not exist");
    sandbox.close();
  });
});

describe("a shared sandbox", () => {
  const used = (shared: string) => withSharedSandbox(shared, async (sandbox) => sandbox);

  it("is the same for one after the other, and empty", async () => {
    const first = await withSharedSandbox(folder, async (sandbox) => {
      sandbox.admit(file, "numbers.parquet");
      return sandbox;
    });
    expect(existsSync(first.place("numbers.parquet"))).toBe(false);
    expect(await used(folder)).toBe(first);
    first.close();
  });

  it("is another for each of two at a time, after a fault, and where its folder is gone", async () => {
    const shared = join(folder, "scratch");
    mkdirSync(shared);
    const [first, second] = await withSharedSandbox(shared, async (one) => [one, await used(shared)]);
    expect(first).not.toBe(second);
    const failed = withSharedSandbox(shared, async (one) => {
      await ask(one, "from missing");
    });
    await expect(failed).rejects.toThrow("missing does not exist");
    expect(readdirSync(shared)).toHaveLength(1);
    rmSync(shared, { recursive: true });
    mkdirSync(shared);
    const third = await used(shared);
    expect([first, second]).not.toContain(third);
    third.close();
  });
});
