import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { studyBlocks } from "../../loaders/publish/blocks.ts";
import { loadStudy } from "../../loaders/study/load.ts";
import { writeStudy } from "../study/small-study.ts";

test("files of one folder stand below its name; names, queries and notes are escaped", async () => {
  const study = await loadStudy(writeStudy({}));
  const record = {
    recordedIn: "raw/export.yml",
    files: ["raw/a/1.csv", "raw/a/2.csv", "raw/b/<3>.csv"],
    query: "<b>школ*</b>",
    from: "2022-01-01",
    to: "2022-03-31",
    exported: "2022-04-01",
    note: "<script>",
  };
  const show = studyBlocks({ ...study, exports: [record] }, undefined).captures!;
  const html = show("", "/methodology/index");
  const row = [...parseHTML(html).document.querySelectorAll("tbody tr")].at(-1)!;
  const parts = [...row.children].map((cell) =>
    [...cell.querySelectorAll("code, span")].map(({ textContent }) => textContent),
  );
  expect(parts.slice(0, 3)).toEqual([
    ["raw/a/", "1.csv", "2.csv", "raw/b/<3>.csv"],
    ["<b>школ*</b>"],
    ["2022-01-01 –", "2022-03-31"],
  ]);
  expect(html).not.toMatch(/<script|<b>|<3>/);
});
