import { describe, expect, test } from "vitest";
import { corpusSteps } from "../../loaders/corpus/steps.ts";
import { stepReads } from "../../loaders/pipeline/inputs.ts";
import { studyBlocks } from "../../loaders/publish/blocks.ts";
import { layoutOf } from "../../loaders/study/layout.ts";
import { loadStudy } from "../../loaders/study/load.ts";
import { mistakesOf, smallStudy, writeStudy } from "./small-study.ts";

const csv = "link,when,body\nhttps://a.example/1,01/02/2020,x\n";
const record = `tool: Meltwater
query: |
  (river* NEAR/3 flood*)
  AND NOT "river phoenix"
from: 2020-01-01
to: 2020-12-31
exported: 2021-01-02T10:15-04:00
`;
/** The small study's capture reads `../raw/*.csv`, which lies beside its home. */
const files = (changes: Record<string, string>) => ({
  "study/study.yml": smallStudy["study/study.yml"]!.replace("../raw/*.csv", "raw/*.csv"),
  "raw/a.csv": csv,
  "raw/b.csv": csv,
  ...changes,
});

describe("the record of an export", () => {
  test("stands beside its files, and is part of the study", async () => {
    const study = await loadStudy(writeStudy(files({ "raw/export.yml": record })));
    expect(study.exports).toEqual([
      {
        recordedIn: "raw/export.yml",
        files: ["raw/a.csv", "raw/b.csv"],
        tool: "Meltwater",
        query: '(river* NEAR/3 flood*)\nAND NOT "river phoenix"\n',
        from: "2020-01-01",
        to: "2020-12-31",
        exported: "2021-01-02T10:15-04:00",
      },
    ]);
  });

  test("may be of one file, or a list with the files of each", async () => {
    const one = await loadStudy(writeStudy(files({ "raw/b.csv.export.yml": record })));
    expect(one.exports!.map((entry) => entry.files)).toEqual([["raw/b.csv"]]);
    const item = (name: string) => `- files: [${name}]\n${record.trimEnd().replace(/^/gmu, "  ")}\n`;
    const list = await loadStudy(writeStudy(files({ "raw/export.yml": item("a*") + item("b.csv") })));
    expect(list.exports!.map((entry) => entry.files)).toEqual([["raw/a.csv"], ["raw/b.csv"]]);
  });

  test("is listed below the page's captures", async () => {
    const study = await loadStudy(writeStudy(files({ "raw/export.yml": record })));
    const table = studyBlocks(study, undefined).captures!("", "/");
    expect(table).toContain("(river* NEAR/3 flood*)\nAND NOT &quot;river phoenix&quot;");
    expect(table.replace(/<[^>]+>/gu, "")).toContain("2020-01-01 – 2020-12-31");
  });

  test("is an input of its entry's step, and no capture", async () => {
    const home = writeStudy(files({ "raw/export.yml": record }));
    const layout = layoutOf("/workspace", "study");
    const study = await loadStudy(home);
    const [step] = corpusSteps(layout, study, { TYNDAU_PSEUDONYM_KEY: "a key of a test study" });
    const [captures, exports] = stepReads(step!, "/workspace");
    expect(captures).toMatchObject({ role: "captures", patterns: ["study/raw/*.csv"] });
    expect(captures!.except).toEqual(["study/raw/**/export.yml", "study/raw/**/*.export.yml"]);
    expect(exports).toMatchObject({
      role: "exports",
      optional: true,
      patterns: ["study/raw/export.yml", "study/raw/*.csv.export.yml"],
    });
  });

  test("may be absent", async () => {
    expect((await loadStudy(writeStudy(files({})))).exports).toEqual([]);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      "without a query",
      { "raw/export.yml": record.replace(/query.*phoenix"\n/su, "") },
      'raw/export.yml:1:1: query: found no "query", expected text that is not empty',
    ],
    [
      "with an unknown key",
      { "raw/export.yml": `${record}exportd: x\n` },
      'raw/export.yml:8:1: exportd: found an unknown key "exportd", expected one of the keys files, query, from, to, exported, tool, search, filters, note (did you mean "exported"?)',
    ],
    [
      "of a day that does not exist",
      { "raw/export.yml": record.replace("2020-12-31", "2020-13-31") },
      'raw/export.yml:6:5: to: found "2020-13-31", expected a day that exists, such as "2022-06-08"',
    ],
    [
      "whose days are reversed",
      { "raw/export.yml": record.replace("2020-12-31", "2019-12-31") },
      'raw/export.yml:6:5: to: found "2019-12-31", expected a day on or after the first, "2020-01-01"; swap the two',
    ],
    [
      "made before its days",
      { "raw/export.yml": record.replace("2021-01-02T10:15-04:00", "2019-01-02") },
      'raw/export.yml:7:11: exported: found "2019-01-02", expected a time on or after the first day asked for, "2020-01-01"',
    ],
    [
      "at a time that is none",
      { "raw/export.yml": record.replace("2021-01-02T10:15-04:00", "yesterday") },
      'raw/export.yml:7:11: exported: found "yesterday", expected an ISO date, or date and time with its offset, such as "2023-06-02T10:15+06:00"',
    ],
    [
      "about no file",
      { "raw/export.yml": `files: [c.csv]\n${record}` },
      'raw/export.yml:1:8: files: found "c.csv", expected it about a file of a capture of study.yml; correct `files`, or remove it',
    ],
    [
      "of a file that has one already",
      { "raw/a.csv.export.yml": record, "raw/export.yml": record },
      'raw/export.yml:1:1: found a second record of "raw/a.csv", after raw/a.csv.export.yml, expected one record a file',
    ],
    [
      "that is no YAML",
      { "raw/export.yml": "query: [" },
      'raw/export.yml:1:9: found "query: [", expected valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  ])("%s is a mistake with its place", async (_, changes, line) => {
    const lines = await mistakesOf(files(changes));
    expect(lines[0]).toBe(line);
  });
});
