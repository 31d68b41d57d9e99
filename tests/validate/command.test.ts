import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { readOptions } from "../../loaders/commands/command.ts";
import { validate } from "../../loaders/commands/validate.ts";
import type { ConfusionCell } from "../../loaders/study/validation-result.ts";
import { writeStudy } from "../study/small-study.ts";

async function run(root: string, ...words: string[]) {
  const lines: string[] = [];
  const speak = (line: string) => lines.push(line);
  const values = readOptions(validate, [...words, "--study", "."]);
  try {
    const code = await validate.run(values, { root, env: {}, print: speak, warn: speak });
    return { code, said: lines.join("\n") };
  } catch (error) {
    return { code: (error as Error).constructor.name, said: (error as Error).message };
  }
}

/** 400 posts: 40 retrieved, of which 36 are about floods; 40 near misses, of which 4 are; 320 others. */
async function writePosts(home: string): Promise<void> {
  mkdirSync(join(home, "derived"), { recursive: true });
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`copy (
    select printf('%016x', i) as post_id, date '2020-03-01' as local_date, 'pt' as language, 'latin' as script, null::varchar as title,
      case when i < 40 then 'enchente' when i < 80 then 'cheia da lua' else 'sol' end
        || case when i < 36 or i between 40 and 43 then ' sim' else '' end as text
    from range(400) t(i)) to '${join(home, "derived/posts.parquet")}' (format parquet)`);
  await connection.run(`copy (
    select printf('%016x', i) as post_id, case when i < 40 then ['flood'] else [] end as topics,
      case when i % 10 = 0 then 'girls' else 'none' end as gender
    from range(400) t(i)) to '${join(home, "derived/annotations.parquet")}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
}

it("samples, reads two coders, asks for a decision, and writes what was measured", async () => {
  const home = writeStudy();
  expect(await run(home, "sample")).toMatchObject({ code: 1, said: expect.stringContaining("npm run data") });
  expect((await run(home, "read", "a.csv", "b.csv")).said).toContain("found no key");
  await writePosts(home);

  const first = await run(home, "sample", "--size", "134", "--seed", "2", "--question", "topics");
  expect(first.said).toContain("134 items to code for 1 questions of 400 posts, seed 2");
  const folder = join(home, "derived/validation");
  expect(readdirSync(folder).sort()).toEqual([
    "desk.html",
    "key.csv",
    "sample.json",
    "sheet.csv",
    "sheet.xlsx",
  ]);
  expect((await run(home, "sample", "--size", "134", "--seed", "2", "--question", "topics")).code).toBe(0);
  expect((await run(home, "sample", "--seed", "3", "--question", "topics")).said).toContain("say --replace");

  const rows = parse(readFileSync(join(folder, "sheet.csv"), "utf8"), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  const truth = rows.map((row) => [row.item!, row.text!.endsWith("sim") ? "1" : "0"] as const);
  const wrong = truth.find(([, code]) => code === "1")![0];
  const sheet = (codes: readonly (readonly [string, string])[]) =>
    `item,code\n${codes.map((row) => row.join(",")).join("\n")}\n`;
  writeFileSync(join(home, "a.csv"), sheet(truth));
  writeFileSync(join(home, "b.csv"), sheet(truth.map(([item, code]) => [item, item === wrong ? "0" : code])));

  const twice = await run(home, "read", "a.csv", "./a.csv");
  expect(twice).toMatchObject({ code: "UsageError", said: expect.stringContaining("found ./a.csv twice") });
  writeFileSync(join(home, "c.csv"), `item,question,code\n${truth[0]![0]},gender,1\n`);
  expect((await run(home, "read", "a.csv", "c.csv")).said).toContain(
    `c.csv:2:1: question: found "gender", expected topics/flood, as key.csv has it for ${truth[0]![0]}`,
  );

  const read = await run(home, "read", "a.csv", "b.csv", "--date", "2024-03-01");
  expect(read.said).toContain("1 disagreements to decide");
  expect(read.said).toContain("agreement 0.99");
  const disagreements = join(folder, "disagreements.csv");
  expect(readFileSync(disagreements, "utf8")).toContain("coder_1,coder_2,code,note");
  writeFileSync(disagreements, sheet([[wrong, "1"]]));

  const decided = await run(
    home,
    "read",
    "a.csv",
    "b.csv",
    "--adjudicated",
    disagreements,
    "--date",
    "2024-03-01",
  );
  expect(decided.said).not.toContain("to decide");
  const written = readFileSync(join(home, "validation/topics/flood.json"), "utf8");
  expect(written).not.toMatch(/enchente|cheia|a\.csv|0000/);
  const report = JSON.parse(written);
  expect(report).toMatchObject({
    question: "topics/flood",
    read: "2024-03-01",
    invented: false,
    coders: 2,
    posts: 400,
    coded: 134,
    open: 0,
  });
  const [{ retrieved, precision, recall }] = report.answers;
  expect(retrieved).toBe(40);
  expect(precision).toEqual({ value: 0.9, lower: 0.9, upper: 0.9 });
  expect(recall.lower).toBeLessThan(0.9);
  expect(recall.upper).toBeGreaterThanOrEqual(0.9);
  expect(report.agreement.items).toBe(134);
  const cell = (machine: string, people: string) =>
    report.confusion.find((one: ConfusionCell) => one.machine === machine && one.people === people);
  expect(cell("1", "1").given_machine).toBe(0.9);
  expect(cell("1", "1").given_people).toBe(recall.value);

  expect(await run(home, "check")).toEqual({
    code: 0,
    said: expect.stringContaining("gender: not validated"),
  });
  const topics = join(home, "study/topics.yml");
  const query = readFileSync(topics, "utf8");
  writeFileSync(topics, query.replace("enchente*", "enchentes"));
  expect(await run(home, "check")).toEqual({
    code: 1,
    said: expect.stringContaining("topics/flood: found results for definition"),
  });
  writeFileSync(topics, query.replace("title: { en: Flood", "title: { en: High water"));
  expect((await run(home, "check")).code).toBe(0);

  writeFileSync(join(home, "b.csv"), "item,code\nx,1\n");
  const spoiled = await run(home, "read", "a.csv", "b.csv");
  expect(spoiled.said).toMatch(/^b\.csv:2:1: item: found "x"/);
  expect(readFileSync(join(home, "validation/topics/flood.json"), "utf8")).toBe(written);
  expect(existsSync(join(folder, "spill.tmp"))).toBe(false);
});

it.each([
  [["sample", "--size", "many"], "found --size many, expected a whole number from 1"],
  [["sample", "--question", "fire"], "found no question fire, expected one of topics"],
  [["sample", "x"], 'found "sample x", expected "sample", "read FILE FILE …", "check" or "intrusion"'],
  [[], "found nothing, expected"],
  [["read", "a.csv"], "found one sheet, expected those of two coders or more"],
])("%j is told what was expected", async (words, message) => {
  const { code, said } = await run(writeStudy(), ...words);
  expect(code).toBe("UsageError");
  expect(said).toContain(message);
});
