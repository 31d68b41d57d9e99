import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { WARCParser } from "warcio";
import { iinCheckDigit } from "../../loaders/demo/iin.ts";
import type { TruthRow } from "../../loaders/demo/truth.ts";
import { readTruth } from "./truth-table.ts";

const home = "data/raw/demo";
let truth: TruthRow[] = [];
beforeAll(async () => {
  truth = await readTruth("tests/truth/demo.parquet");
});

interface Read {
  type: string;
  uri: string | null | undefined;
  status: number | undefined;
  body: string;
}

/** The records of a WARC as warcio reads them, and whether it stopped at a fault. */
async function warcOf(path: string): Promise<{ records: Read[]; fault: boolean }> {
  const records: Read[] = [];
  try {
    for await (const record of new WARCParser(createReadStream(path))) {
      const body = await record.contentText();
      records.push({
        type: record.warcType ?? "",
        uri: record.warcTargetURI,
        status: Number(record.httpHeaders?.statusCode),
        body,
      });
    }
  } catch {
    return { records, fault: true };
  }
  return { records, fault: false };
}

const exports = new Map<string, Record<string, string>[]>();

/** The rows of an export, read as UTF-16 with tabs; read once. */
function exportOf(file: string): Record<string, string>[] {
  let rows = exports.get(file);
  if (!rows) {
    const bytes = gunzipSync(readFileSync(`${home}/meltwater/${file}`));
    const text = new TextDecoder("utf-16le", { fatal: true }).decode(bytes);
    rows = parse(text, {
      delimiter: "\t",
      columns: true,
      relax_column_count: true,
      relax_quotes: true,
      bom: true,
    }) as Record<string, string>[];
    exports.set(file, rows);
  }
  return rows;
}

describe("the Meltwater exports", () => {
  const files = readdirSync(`${home}/meltwater`)
    .filter((name) => name.endsWith(".gz"))
    .sort();

  it("are split by scope and quarter, in UTF-16LE with a byte order mark", () => {
    const quarters = ["2022q1", "2022q2", "2022q3", "2022q4", "2023q1", "2023q2"];
    expect(files).toEqual(
      ["general", "inclusive"].flatMap((scope) => quarters.map((one) => `${scope}-${one}.csv.gz`)),
    );
    for (const file of files) {
      expect([...gunzipSync(readFileSync(`${home}/meltwater/${file}`)).subarray(0, 2)]).toEqual([0xff, 0xfe]);
    }
  });

  it("hold the records of the truth, and plant what real exports have", () => {
    const all = files.flatMap(exportOf);
    expect(all).toHaveLength(truth.filter((row) => row.corpus === "public").length);
    const sound = truth.filter((row) => row.corpus === "public" && !row.broken).map((row) => row.native_id);
    const urls = new Set(all.map((row) => row.URL));
    expect(sound.filter((id) => !urls.has(id))).toEqual([]);
    const date =
      /^(?:[0-2]\d|3[01])-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-202[1-3] [01]\d:\d\d[AP]M$/;
    const ragged = all.filter((row) => Object.keys(row).length < 37).length;
    const wrong =
      all.filter((row) => !date.test(row.Date!)).length + all.filter((row) => row.URL === "").length;
    expect(wrong + ragged).toBe(truth.filter((row) => row.corpus === "public" && row.broken).length);

    const texts = all.map((row) => `${row.Headline} ${row["Opening Text"]} ${row["Hit Sentence"]}`);
    const has = (pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length;
    const iins = texts.flatMap((text) => text.match(/(?<=(?:ИИН|ЖСН) )\d{12}/g) ?? []);
    expect(iins.length).toBeGreaterThan(20);
    for (const iin of iins) expect(iinCheckDigit(iin.slice(0, 11))).toBe(Number(iin[11]));
    expect(has(/@demo_user_\d+/)).toBeGreaterThan(100);
    expect(has(/(?:\+7|8)[ (]?7\d\d[ )]?\s?000/)).toBeGreaterThan(100);
    expect(has(/@mail\.example/)).toBeGreaterThan(20);
    expect(has(/<script>/)).toBeGreaterThan(0);
    expect(has(/=HYPERLINK\(/)).toBeGreaterThan(0);
    expect(has(/\u202E/)).toBeGreaterThan(0);
    expect(has(/&laquo;|&nbsp;/)).toBeGreaterThan(5);
    expect(has(/\p{Extended_Pictographic}/u)).toBeGreaterThan(1000);
    expect(has(/Образованн(?:ая|ой) наци|Білімді ұлт/)).toBeGreaterThan(300);
    expect(has(/Комфортн(?:ая|ой|ую) школ|Жайлы мектеп/)).toBeGreaterThan(300);
    const blackout = all.filter((row) => /^(?:0[5-9]|10)-Jan-2022/.test(row.Date!)).length;
    const after = all.filter((row) => /^(?:1[7-9]|2[0-2])-Jan-2022/.test(row.Date!)).length;
    expect(blackout).toBeLessThan(after * 0.2);
  });

  it("rise over the window, with the same months of both years compared", () => {
    const month = (name: string): number =>
      files.flatMap(exportOf).filter((row) => row.Date!.slice(3, 11) === name).length;
    expect(month("Apr-2023") / month("Apr-2022")).toBeGreaterThan(1.25);
    expect(month("Jul-2022")).toBeLessThan(month("May-2022"));
    expect(month("Sep-2022")).toBeGreaterThan(month("Aug-2022"));
  });

  it("use at least 5,000 distinct word forms in Cyrillic", () => {
    const forms = new Set<string>();
    for (const row of files.flatMap(exportOf)) {
      const text = `${row.Headline} ${row["Opening Text"]} ${row["Hit Sentence"]}`.toLowerCase();
      for (const word of text.match(/[а-яёәғқңөұүһі]+/g) ?? []) forms.add(word);
    }
    expect(forms.size).toBeGreaterThanOrEqual(5000);
  });
});

describe("the Telegram captures", () => {
  it("are WARC files that warcio reads, messages as in the truth, one of them cut off at its end", async () => {
    const found = new Set<string>();
    let cut = 0;
    for (const file of readdirSync(`${home}/telegram`)) {
      const { records, fault } = await warcOf(`${home}/telegram/${file}`);
      if (fault) cut++;
      expect(records[0]!.type).toBe("warcinfo");
      expect(records[1]!.type).toBe("request");
      for (const record of records.filter((one) => one.type === "response")) {
        expect(record.uri).toMatch(/^https:\/\/t\.me\/s\/demo_[a-z_]+(?:\?before=\d+)?$/);
        const ids = [...record.body.matchAll(/data-post="([^"]+)"/g)].map(([, id]) => id!);
        expect(ids.length).toBeLessThanOrEqual(20);
        for (const id of ids) found.add(id);
      }
    }
    const rows = truth.filter((row) => row.platform === "telegram" && row.corpus === "organisations");
    expect(rows.filter((row) => !row.broken && !found.has(row.native_id))).toEqual([]);
    const lost = rows.filter((row) => row.broken && !found.has(row.native_id));
    expect(lost.length).toBeGreaterThan(0);
    expect(cut).toBeLessThanOrEqual(1);
    expect(new Set(lost.map((row) => row.capture)).size).toBe(1);
    expect(found.size + lost.length).toBe(rows.length);
  });
});

describe("the Instagram exports", () => {
  it("have a JSON object a line, but for a few lines that are cut", () => {
    let bad = 0;
    const codes = new Set<string>();
    for (const file of readdirSync(`${home}/instagram`)) {
      for (const line of gunzipSync(readFileSync(`${home}/instagram/${file}`))
        .toString()
        .trimEnd()
        .split("\n")) {
        try {
          const { data } = JSON.parse(line);
          if (data.taken_at === undefined) bad++;
          else codes.add(data.code);
        } catch {
          bad++;
        }
      }
    }
    const rows = truth.filter((row) => row.platform === "instagram" && row.corpus === "organisations");
    expect(bad).toBe(rows.filter((row) => row.broken).length);
    expect(bad).toBeGreaterThan(4);
    expect(codes.size).toBe(rows.length - bad);
  });
});

describe("the sites", () => {
  it("have a feed, the article pages of the truth, and a page that is gone", async () => {
    const addresses = new Set<string>();
    for (const file of readdirSync(`${home}/web`)) {
      const { records, fault } = await warcOf(`${home}/web/${file}`);
      expect(fault).toBe(false);
      const responses = records.filter((one) => one.type === "response");
      expect(responses[0]!.body).toContain('<rss version="2.0">');
      expect(responses.filter((one) => one.status === 404)).toHaveLength(1);
      for (const { uri, status } of responses) if (status === 200) addresses.add(uri!.replace(/\?.*/, ""));
    }
    const rows = truth.filter((row) => row.platform === "web");
    expect(rows.filter((row) => !addresses.has(row.native_id))).toEqual([]);
    expect(rows.filter((row) => row.broken).length).toBeGreaterThan(2);
  });
});
