import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, it } from "vitest";
import { namedMacros } from "../../loaders/statistics/named-macros.ts";

const script = readFileSync("loaders/statistics/macros.sql", "utf8");
const names = [...script.matchAll(/^create or replace macro (\w+)/gm)].map(([, name]) => name!);

/** The macros that a script makes. */
async function made(text: string): Promise<string[]> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run("create table garwood (count integer, lower double, upper double)");
  if (text !== "") await connection.run(text);
  const found = await connection.runAndReadAll(
    "select distinct function_name from duckdb_functions() where not internal order by all",
  );
  connection.closeSync();
  return found.getRowsJson().map(([name]) => String(name));
}

it("takes what a statement names, and what that names in turn", async () => {
  expect(await made(namedMacros(script, "select Wilson_Lower(1, 2)"))).toEqual([
    "normal_quantile_975",
    "wilson_lower",
    "wilson_upper",
  ]);
  expect(await made(namedMacros(script, "select lift(1, 2, 3, 4), lift_lowest from t"))).toEqual(["lift"]);
  expect(namedMacros(script, "select 1")).toBe("");
});

it("makes each macro alone, so that none misses another", async () => {
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) expect(await made(namedMacros(script, `select ${name}()`))).toContain(name);
});

it("makes all where all are named", async () => {
  expect(await made(namedMacros(script, names.join(" ")))).toEqual(await made(script));
});

it("passes over macros that only a comment names", () => {
  const two =
    "-- Half of b.\ncreate or replace macro a(x) as x / 2; -- not b\ncreate or replace macro b(x) as x;";
  expect(namedMacros(two, "select a(1)")).toBe("create or replace macro a(x) as x / 2;");
});
