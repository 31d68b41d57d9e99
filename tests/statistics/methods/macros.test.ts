import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createDuckDB, NODE_RUNTIME, VoidLogger } from "@duckdb/duckdb-wasm/blocking";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { locationQuotient } from "../../../loaders/statistics/methods/location-quotient.ts";
import { expectClose, reference } from "./close.ts";

interface Case {
  readonly counts: number[];
  readonly [value: string]: unknown;
}
const groups = reference<{ difference: Case[]; quotient: Case[] }>("groups/python.json");
interface PairLimits {
  readonly together: number;
  readonly first: number;
  readonly second: number;
  readonly all: number;
  readonly lift: number[];
  readonly logdice: number[];
  readonly bootstrap: { readonly lift: number[]; readonly logdice: number[] };
}
const pairs = reference<PairLimits[]>("words/intervals.json");
const r = reference<{ log_ratio: Case[] }>("groups/r.json");
const words = reference<{ keyness: Case[]; together: Case[] }>("words/python.json");

/** Macros are bound when made, so the table that some of them read comes first. */
const script = `create table garwood (count integer, lower double, upper double);
${readFileSync("loaders/statistics/macros.sql", "utf8")}`;

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(script);
});

async function call(macro: string, counts: readonly number[]): Promise<number | null> {
  const values = counts.map((count) => `${count}::bigint`).join(", ");
  return (await connection.runAndReadAll(`select ${macro}(${values})::double`)).getRowsJS()[0]![0] as
    | number
    | null;
}

describe("macros", () => {
  it.each(pairs)(
    "limits of $together of $first and $second are NumPy's, and near its bootstrap's",
    async (pair) => {
      const counts = [pair.together, pair.first, pair.second, pair.all];
      for (const [at, end] of ["lower", "upper"].entries()) {
        const lift = (await call(`lift_${end}`, counts))!;
        const dice = (await call(`logdice_${end}`, counts.slice(0, 3)))!;
        expectClose(lift, pair.lift[at]!);
        expectClose(dice, pair.logdice[at]!);
        // The bootstrap of stories is not normal: with 5 and 12 in both its limits lie elsewhere.
        if (pair.together < 60) continue;
        expect(Math.abs(Math.log(lift / pair.bootstrap.lift[at]!))).toBeLessThan(0.03);
        expect(Math.abs(dice - pair.bootstrap.logdice[at]!)).toBeLessThan(0.05);
      }
      expect(await call("lift_lower", [0, 5, 6, 100])).toBeNull();
      expect(await call("logdice_upper", [0, 5, 6])).toBeNull();
    },
  );

  it("limits of neighbours are those of logDice where the two never stand apart, and wider where they do", async () => {
    expect(await call("neighbours_lower", [60, 60, 100, 200])).toBe(
      await call("logdice_lower", [60, 100, 200]),
    );
    // By hand, by the delta method: 60 stories add 1/60 - 2/300 each to the logarithm, 30 that hold both apart -2/300,
    // and the 120 with one of them -1/300; the root of the sum of squares is 0.0930949.
    const margin =
      (1.959963985 * Math.sqrt(60 * (1 / 60 - 2 / 300) ** 2 + 30 * (2 / 300) ** 2 + 120 / 300 ** 2)) /
      Math.LN2;
    const dice = 14 + Math.log2(120 / 300);
    expectClose((await call("neighbours_lower", [60, 90, 100, 200]))!, dice - margin);
    expectClose((await call("neighbours_upper", [60, 90, 100, 200]))!, dice + margin);
    expect(await call("neighbours_upper", [0, 5, 6, 7])).toBeNull();
  });

  it.each(groups.difference)(
    "newcombe of $counts is that of statsmodels",
    async ({ counts, lower, upper }) => {
      expectClose((await call("newcombe_lower", counts))!, lower as number, 1e-9, 1e-3);
      expectClose((await call("newcombe_upper", counts))!, upper as number, 1e-9, 1e-3);
    },
  );
  it.each(words.keyness)("g2 of $counts is that of mpmath", async ({ counts, g2 }) => {
    expectClose((await call("g2", counts))!, g2 as number, 1e-9, 1);
  });
  it.each(r.log_ratio)("log_ratio of $counts is that of epitools", async ({ counts, log_ratio }) => {
    expectClose((await call("log_ratio", counts.map(Math.floor)))!, log_ratio as number);
  });
  it.each(words.together)(
    "logdice and lift of $counts are those of nltk",
    async ({ counts, log_dice, pmi }) => {
      expectClose((await call("logdice", counts.slice(0, 3)))!, log_dice as number);
      expectClose((await call("lift", counts))!, 2 ** (pmi as number));
    },
  );
  it.each(groups.quotient)("location_quotient of $counts", async ({ counts, quotient }) => {
    expectClose((await call("location_quotient", counts))!, quotient as number);
    expect(locationQuotient(...(counts as [number, number, number, number]))!.quotient).toBeCloseTo(
      quotient as number,
      9,
    );
  });
  it("are null where there is nothing to say", async () => {
    expect(await call("newcombe_lower", [0, 0, 1, 2])).toBeNull();
    expect(await call("newcombe_upper", [1, 2, 0, 0])).toBeNull();
    expect(await call("g2", [0, 5, 0, 6])).toBeNull();
    expect(await call("g2", [0, 0, 1, 6])).toBeNull();
    expect(await call("log_ratio", [0, 5, 0, 6])).toBeNull();
    expect(await call("logdice", [0, 5, 6])).toBeNull();
    expect(await call("lift", [0, 0, 6, 9])).toBeNull();
    expect(await call("location_quotient", [0, 0, 6, 9])).toBeNull();
  });
  it("run the same in the browser's DuckDB", async () => {
    const dist = dirname(createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/blocking"));
    const bundle = (name: string) => ({ mainModule: join(dist, `duckdb-${name}.wasm`), mainWorker: "" });
    const browser = await createDuckDB(
      { mvp: bundle("mvp"), eh: bundle("eh") },
      new VoidLogger(),
      NODE_RUNTIME,
    );
    await browser.instantiate();
    const wasm = browser.connect();
    wasm.query(script);
    for (const [macro, counts] of [
      ["newcombe_lower", [56, 70, 48, 80]],
      ["newcombe_upper", [56, 70, 48, 80]],
      ["g2", [10, 1000, 3, 2000]],
      ["log_ratio", [0, 5000, 9, 4000]],
      ["logdice", [10, 30, 40]],
      ["lift", [10, 30, 40, 1000]],
      ["location_quotient", [12, 100, 200, 5000]],
    ] as const) {
      const values = counts.map((count) => `${count}::bigint`).join(", ");
      const found = wasm.query(`select ${macro}(${values})::double as found`).toArray()[0] as {
        found: number;
      };
      expectClose(found.found, (await call(macro, counts))!, 1e-13);
    }
    wasm.close();
  }, 60_000);
});
