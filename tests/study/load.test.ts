import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { type ExtendedFeature, type GeoGeometryObjects, geoArea } from "d3";
import { beforeAll, describe, expect, test } from "vitest";
import { loadStudy, studyFiles } from "../../loaders/study/load.ts";
import type { Study } from "../../loaders/study/study.ts";
import { smallStudy, writeStudy } from "./small-study.ts";

describe("a study of another country and other languages", () => {
  test("is read into its types", async () => {
    const study = await loadStudy(writeStudy());
    expect(study).toMatchObject({
      id: "river-water",
      window: { from: "2020-01-01", to: "2020-12-31" },
      timeZone: "America/Manaus",
      stories: { threshold: 0.4 },
      reportLanguages: ["en", "pt"],
      topics: [{ id: "flood", query: { pt: 'enchente* OR "cheia* do rio"', es: "inundaci*" } }],
      barriers: [],
      gender: { boys: { words: { pt: ["menino*"] }, except: {} } },
      regions: [
        {
          id: "BR-AM",
          mapUnit: "north",
          population: [{ year: 2020, value: 100 }],
          patterns: ["amazonas", "manaus*"],
        },
        { id: "BR-RR", since: "1988-10-05", name: { en: "Roraima", pt: "Roraima" } },
      ],
      organisations: [
        {
          id: "river-watch",
          region: "BR-AM",
          accounts: { telegram: "riverwatch", website: "https://river.example" },
        },
      ],
    });
    expect(study.regions[0]).not.toHaveProperty("since");
  });

  test("needs no regions, organisations, lexicons or boundaries", async () => {
    const study = await loadStudy(
      writeStudy({
        "study/study.yml": smallStudy["study/study.yml"]!.replace(/^boundaries:.*\n/m, ""),
        "study/lexicons/gender.yml": null,
        "study/regions.csv": null,
        "study/map_units.csv": null,
        "study/organisations.csv": null,
        "study/boundaries.geojson": null,
      }),
    );
    expect(study).toMatchObject({ regions: [], mapUnits: [], organisations: [] });
    expect(study).not.toHaveProperty("gender");
    expect(study).not.toHaveProperty("boundaries");
  });

  test("names the files that it is read from", () => {
    const home = writeStudy({ "study/organisations.csv": null });
    expect(studyFiles(home).map((file) => file.slice(home.length + 1))).toEqual([
      "study/study.yml",
      "study/topics.yml",
      "study/sources.yml",
      "study/lexicons/gender.yml",
      "study/regions.csv",
      "study/map_units.csv",
      "study/boundaries.geojson",
    ]);
  });

  test("may have a byte order mark, empty lines, and cells of several lines", async () => {
    const regions = `\uFEFF${smallStudy["study/regions.csv"]!.replace("\n", "\n\n").replace("amazonas;manaus*", '"amazonas;\nmanaus*"')}`;
    const study = await loadStudy(writeStudy({ "study/regions.csv": regions }));
    expect(study.regions.map((region) => region.patterns)).toEqual([
      ["amazonas", "manaus*"],
      ["roraim*", "boa vista"],
    ]);
  });
});

describe("the workspace's study", () => {
  let study: Study;
  beforeAll(async () => {
    study = await loadStudy("data");
  });

  test("loads, and is marked as synthetic", () => {
    expect(study).toMatchObject({
      synthetic: true,
      window: { from: "2022-01-01", to: "2023-05-31" },
      timeZone: "Asia/Almaty",
    });
    expect(study.questions).toHaveLength(3);
    expect(study.captures.map((capture) => capture.id)).toEqual([
      "meltwater-general",
      "meltwater-inclusive",
      "telegram",
      "instagram",
      "web",
    ]);
  });

  test("has a query in each of its languages for every concept", () => {
    for (const list of [study.topics, study.barriers, study.programmes, study.disabilities])
      for (const concept of list) expect(Object.keys(concept.query), concept.id).toEqual(study.languages);
  });

  test("has the 20 units of ISO 3166-2:KZ since June 2022 in 16 map units", () => {
    expect(study.regions).toHaveLength(20);
    expect(new Set(study.regions.map((region) => region.mapUnit)).size).toBe(16);
    const since = study.regions.filter((region) => region.since !== undefined);
    expect(since.map(({ id, since }) => `${id} ${since}`)).toEqual([
      "KZ-10 2022-06-08",
      "KZ-33 2022-06-08",
      "KZ-62 2022-06-08",
    ]);
  });

  test("has residents that add up to the totals of its sources", () => {
    for (const [year, source] of [
      [2022, "population-2022"],
      [2023, "population-2023"],
    ] as const) {
      const total = study.sources.find(({ id }) => id === source)?.facts?.total?.value;
      const sum = study.regions
        .flatMap((region) => region.population.filter((population) => population.year === year))
        .reduce((all, population) => all + population.value, 0);
      expect(sum).toBe(total);
    }
  });

  test("has boundaries: one polygon feature a map unit, wound so that its inside is filled", () => {
    const { features } = JSON.parse(readFileSync(`data/${study.boundaries!.file}`, "utf8")) as {
      features: ExtendedFeature<GeoGeometryObjects, { map_unit: string }>[];
    };
    expect(features.map((feature) => feature.properties.map_unit)).toEqual(
      study.mapUnits.map(({ id }) => id),
    );
    const areas = features.map((feature) => geoArea(feature));
    expect(Math.max(...areas)).toBeLessThan(2 * Math.PI);
    // Kazakhstan has 2,724,900 km² (Bureau of National Statistics); the boundaries are simplified.
    const total = areas.reduce((all, area) => all + area * 6371.0088 ** 2, 0);
    expect(total / 2_724_900).toBeGreaterThan(0.98);
    expect(total / 2_724_900).toBeLessThan(1.02);
  });
});

describe.skipIf(!existsSync("../shared/data"))(
  "the populations against the published files (../shared/data)",
  () => {
    test("are the workbook's for 2023, and its total", async () => {
      const rows: string[][] = parse(readFileSync("../shared/data/population/population-2023.csv"));
      const published = new Map(
        rows.slice(1).map(([name, total]) => [name!.replace(/ city$/, ""), Number(total)]),
      );
      const { regions } = await loadStudy("data");
      for (const { name, population } of regions)
        expect(population.find(({ year }) => year === 2023)?.value, name.en).toBe(published.get(name.en!));
      expect(published.get("The Republic of Kazakhstan")).toBe(19_765_004);
    });

    test("are the compilation's for 2022", async () => {
      const rows: string[][] = parse(readFileSync("../shared/data/population/population-2000-2023.csv"));
      const published = rows.filter(([, year]) => year === "2022").map(([, , value]) => Number(value));
      const { regions } = await loadStudy("data");
      const ours = regions.map(({ population }) => population.find(({ year }) => year === 2022)!.value);
      expect([...ours, 19_503_159].sort()).toEqual(published.sort());
    });
  },
);
