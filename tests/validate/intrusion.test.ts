import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { readOptions } from "../../loaders/commands/command.ts";
import { validate } from "../../loaders/commands/validate.ts";
import { intrusionPrecision } from "../../loaders/statistics/topic-model/intrusion-answers.ts";
import { writeStudy } from "../study/small-study.ts";

async function run(root: string, ...words: string[]) {
  const lines: string[] = [];
  const speak = (line: string) => lines.push(line);
  const values = readOptions(validate, [...words, "--study", "."]);
  const code = await validate.run(values, { root, env: {}, print: speak, warn: speak });
  return { code, said: lines.join("\n") };
}

const topics = ["a", "b", "c"].map((letter) => Array.from({ length: 10 }, (_, at) => `${letter}${at}`));

async function writeTopics(home: string): Promise<void> {
  mkdirSync(join(home, "derived/tables"), { recursive: true });
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const rows = topics.map((own, at) => `('topic', '00${at + 1}', '${own.join(", ")}')`);
  await connection.run(`copy (from (values ${rows.join(", ")}, ('number', '003', null)) t(kind, topic, lemmas))
    to '${join(home, "derived/tables/topic_model.parquet")}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
}

const table = (file: string) =>
  parse(readFileSync(file), { columns: true, bom: true }) as Record<string, string>[];

it("writes a blind sheet, and reads two people's answers", async () => {
  const home = writeStudy();
  expect(await run(home, "intrusion")).toMatchObject({
    code: 1,
    said: expect.stringContaining("npm run data"),
  });
  await writeTopics(home);
  expect(await run(home, "intrusion", "--seed", "7")).toMatchObject({ code: 0 });
  const folder = join(home, "derived/intrusion");
  const text = readFileSync(join(folder, "sheet.csv"), "utf8");
  const [sheet, key] = [table(join(folder, "sheet.csv")), table(join(folder, "key.csv"))];
  expect(sheet).toHaveLength(3);
  expect(Object.keys(sheet[0]!)).toEqual([
    "task",
    ...Array.from({ length: 6 }, (_, at) => `word_${at + 1}`),
    "does_not_belong",
  ]);
  for (const [at, row] of sheet.entries()) {
    const own = topics[Number(key[at]!.topic) - 1]!;
    const words = Array.from({ length: 6 }, (_, word) => row[`word_${word + 1}`]!);
    expect(words.filter((word) => own.includes(word)).sort()).toEqual(own.slice(0, 5));
    expect(words.filter((word) => !own.includes(word))).toEqual([key[at]!.intruder]);
  }
  await run(home, "intrusion", "--seed", "7");
  expect(readFileSync(join(folder, "sheet.csv"), "utf8")).toBe(text);

  const answer = (name: string, said: (at: number) => string) => {
    const lines = text.trim().split("\r\n");
    writeFileSync(
      join(home, name),
      [lines[0], ...lines.slice(1).map((line, at) => `${line}${said(at)}`)].join("\r\n"),
    );
    return name;
  };
  const right = answer("one.csv", (at) => key[at]!.intruder ?? "");
  const half = answer("two.csv", (at) => (at === 0 ? key[0]!.intruder! : at === 1 ? sheet[1]!.word_1! : ""));
  const wrong = sheet[1]!.word_1 === key[1]!.intruder ? 0 : 1;
  const read = await run(home, "intrusion", right, half);
  expect(read.code).toBe(0);
  expect(read.said.split("\n").at(-1)).toContain(`${5 - wrong} of 5`);
  expect(read.said).toContain(`topic 00${key[0]!.topic}: model precision 1.00 (0.34 to 1.00), 2 of 2`);
  const strange = answer("three.csv", () => "zebra");
  expect(await run(home, "intrusion", strange)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/found "zebra" at three\.csv:2, expected one of/),
  });
});

it("has no precision of a topic that nobody answered", () => {
  const key = [{ task: 1, topic: "001", intruder: "x" }];
  expect(intrusionPrecision(key, [new Map()])).toEqual([
    { topic: "001", right: 0, of: 0, interval: null },
    { topic: null, right: 0, of: 0, interval: null },
  ]);
});
