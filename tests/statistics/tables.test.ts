import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { tablesNamed } from "../../loaders/statistics/steps.ts";
import { studyTables } from "../../loaders/statistics/study-tables.ts";
import { sampleStudy, writeSample } from "./sample.ts";

const rows = (name: string) => studyTables.find((table) => table.name === name)!.rows(sampleStudy);

describe("study tables", () => {
  it("average a map unit's population over the years, after summing its regions", () => {
    expect(rows("map_units")).toContainEqual(["X-2", "Southland", 81_000]);
  });

  it("sum within years where a region exists in one year alone", () => {
    const split = sampleStudy.regions.map((region) =>
      region.id === "X-3" ? { ...region, population: region.population.slice(1) } : region,
    );
    const table = studyTables.find(({ name }) => name === "map_units")!;
    // 2022: 50,000 before the split; 2023: 51,000 and 31,000.
    expect(table.rows({ ...sampleStudy, regions: split })).toContainEqual(["X-2", "Southland", 66_000]);
  });

  it("list the window's days and months, cut where the window cuts", () => {
    expect(rows("days")).toHaveLength(29 + 28 + 31 + 30);
    expect(rows("months")).toEqual([
      ["2022-01-01", 29],
      ["2022-02-01", 28],
      ["2022-03-01", 31],
      ["2022-04-01", 30],
    ]);
  });

  it("are written with the types that they declare", async () => {
    const files = await writeSample();
    const connection = await (await DuckDBInstance.create()).connect();
    for (const { name, columns } of studyTables) {
      const described = await connection.runAndReadAll(
        `select column_name, column_type from (describe from '${files[name]}')`,
      );
      expect(described.getRowsJson()).toEqual(columns.map((column) => [column.name, column.type]));
    }
    const limits = await connection.runAndReadAll(
      `select count(*), min(count), max(count) from '${files.garwood}'`,
    );
    expect(limits.getRowsJson()[0]).toEqual(["1001", 0, 1000]);
  });
});

describe("the tables that a query reads", () => {
  const names = ["posts", "annotations", "terms", "organisations", "garwood"];
  it("are those named in it, and organisations where it reads posts", () => {
    expect(tablesNamed("-- terms of use\nselect 1 from Posts join garwood", names)).toEqual([
      "posts",
      "organisations",
      "garwood",
    ]);
    expect(tablesNamed("select 1 from annotations", names)).toEqual(["annotations"]);
  });
});
