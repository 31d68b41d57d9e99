import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { capture, SmallStudy } from "./small-study.ts";

let study: SmallStudy | undefined;
afterEach(() => study?.remove());

function data(): { code: number | null; output: string; errors: string } {
  const words = ["--import", "tsx", "loaders/main.ts", "data", "--study", study!.folder];
  const run = spawnSync(process.execPath, words, { encoding: "utf8" });
  return { code: run.status, output: run.stdout, errors: run.stderr };
}

const record = '{"id":"1","at":"2024-05-01T10:00:00Z","text":"В школе."}\n';
const columns = "format: ndjson, platform: news, columns: { native_id: id, published_at: at, text: text }";
const notes = capture("notes", "table", "raw/notes.ndjson", columns);

describe("a counted reject", () => {
  test("a truncated WARC keeps what came before the cut", () => {
    const whole = readFileSync("data/raw/demo/telegram/demo_umit.warc.gz");
    study = new SmallStudy(capture("pages", "telegram-preview", "raw/cut.warc.gz", "platform: news"), {
      "raw/cut.warc.gz": whole.subarray(0, Math.floor(whole.length * 0.6)),
    });
    const { code, output } = data();
    expect(code).toBe(0);
    const counts = /corpus:pages: never run\n {2}([\d,]+) in, ([\d,]+) out, (\d+) set aside \(([^)]*)\)/.exec(
      output,
    );
    expect(Number(counts?.[2])).toBeGreaterThan(20);
    expect(counts?.[4]).toMatch(/truncated|damaged-file/);
  });

  test("broken lines among good ones", () => {
    study = new SmallStudy(notes, { "raw/notes.ndjson": `${record}{"id":"2","at"\n{"id":"3","text":"x"}\n` });
    const { code, output } = data();
    expect(code).toBe(0);
    expect(output).toContain("3 in, 1 out, 2 set aside (1 malformed-json, 1 no-date)");
  });
});

describe("a Meltwater file in UTF-8 with commas", () => {
  test("is read where its header is Meltwater's", () => {
    const csv = `Date,Headline,URL,Opening Text,Hit Sentence,Source\n01-May-2024 10:00AM,"Школа, новая",https://a.example/1,Открыта школа,,A\n`;
    study = new SmallStudy(capture("export", "meltwater", "raw/export.csv"), { "raw/export.csv": csv });
    const { code, output } = data();
    expect(code).toBe(0);
    expect(output).toContain("1 in, 1 out, 0 set aside");
  });

  test("is refused in one message where columns are missing", () => {
    study = new SmallStudy(capture("export", "meltwater", "raw/export.csv"), {
      "raw/export.csv": "Day,Words\n1,2\n",
    });
    const { code, errors } = data();
    expect(code).toBe(1);
    expect(errors).toMatch(/raw\/export\.csv.*found.*Day.*expected.*Date/s);
  });
});

describe("a clear message and a non-zero exit", () => {
  test("a CSV without a mapped column", () => {
    const entry = capture("rows", "table", "raw/rows.csv", columns.replace("ndjson", "csv"));
    study = new SmallStudy(entry, { "raw/rows.csv": "id,when,text\n1,2024-05-01,школа\n" });
    const { code, errors } = data();
    expect(code).toBe(1);
    expect(errors).toMatch(/raw\/rows\.csv: found the columns "id", "when", "text"; expected also "at"/);
  });

  test("an unknown region of an organisation, with file and line", () => {
    study = new SmallStudy(notes, {
      "raw/notes.ndjson": record,
      "study/organisations.csv":
        "id,name_en,type,region,website\nhelp,Help,NGO,XX-1,help.example\nmore,More,NGO,XX-9,more.example\n",
      "study/regions.csv":
        "id,name_en,type,since,map_unit,population_2024,population_source,patterns\nXX-1,One,region,,one,1000,book,один*\n",
      "study/map_units.csv": "id,name_en\none,One\n",
    });
    const { code, errors } = data();
    expect(code).toBe(1);
    expect(errors).toMatch(/organisations\.csv:3.*XX-9/);
    expect(errors).not.toContain("organisations.csv:2");
  });

  test("a topic with an empty query, and all other mistakes with it", () => {
    study = new SmallStudy(notes.replace("corpus: all", "corpus: nowhere"), {
      "raw/notes.ndjson": record,
      "study/topics.yml": '- id: empty\n  title: { en: Empty }\n  query: { ru: "" }\n',
    });
    const { code, errors } = data();
    expect(code).toBe(1);
    expect(errors).toMatch(/topics\.yml:3/);
    expect(errors).toMatch(/study\.yml:\d+.*nowhere/);
    expect(errors).not.toContain("    at ");
  });

  test("a capture without files", () => {
    study = new SmallStudy(notes, {});
    const { code, errors } = data();
    expect(code).toBe(1);
    expect(errors).toContain("raw/notes.ndjson");
  });

  test("a query whose result is not what its header says", () => {
    study = new SmallStudy(notes, { "raw/notes.ndjson": record });
    const sql =
      "-- title: T\n-- question: Q\n-- population: P\n-- unit: U\n-- method: /index\n-- key: [scope]\n-- columns:\n--   scope: [id, the scope]\n--   posts: [count, posts]\nselect scope, 1.5::double as posts\nfrom posts_by_scope\norder by scope\n";
    study.write("src/posts.sql", sql);
    const { code, errors } = data();
    expect(code).toBe(1);
    expect(errors).toMatch(/src\/posts\.sql:\d+.*posts.*DOUBLE/s);
  });
});

test("two runs at once: the second says who holds the lock, and stops with code 3", async () => {
  const lines = Array.from({ length: 4000 }, (_, i) => record.replace('"1"', `"${i}"`)).join("");
  study = new SmallStudy(notes, { "raw/notes.ndjson": lines });
  const { spawn } = await import("node:child_process");
  const words = ["--import", "tsx", "loaders/main.ts", "data", "--study", study.folder];
  const first = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "ignore"] });
  await new Promise((resolve) => first.stdout.once("data", resolve));
  const second = data();
  expect(second.code).toBe(3);
  expect(second.errors).toContain(String(first.pid));
  expect(await new Promise((resolve) => first.once("close", resolve))).toBe(0);
});
