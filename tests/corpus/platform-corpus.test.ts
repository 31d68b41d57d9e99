import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CaptureError } from "../../loaders/corpus/capture-error.ts";
import { parseCaptures } from "../../loaders/corpus/parse.ts";
import { postId } from "../../loaders/identity/post-id.ts";
import { pseudonym } from "../../loaders/identity/pseudonym.ts";
import { openDatabase } from "../../loaders/parquet/database.ts";
import type { Capture, CaptureKind } from "../../loaders/study/capture.ts";
import { messageText, previewPage, temporaryFolder, warcGz, written } from "./made-captures.ts";
import {
  businessDiscovery,
  commentThread,
  commentThreads,
  graphMedium,
  telegramExport,
  telegramMessage,
  vkPost,
  wallGet,
  workbook,
} from "./made-platforms.ts";

const key = "a key of a test study";
const json = ["Content-Type: application/json; charset=utf-8"];
const api = (answer: object) =>
  warcGz([{ uri: "https://api.example/", headers: json, body: JSON.stringify(answer) }]);

/** Parses one file as a study would, and gives what tells its posts apart. */
async function rowsOf(
  kind: CaptureKind,
  name: string,
  bytes: Uint8Array | string,
  more: Partial<Capture> = {},
) {
  const home = temporaryFolder();
  const file = written(home, name, bytes);
  const entry: Capture = { id: "x", kind, files: [name], corpus: "public", scope: "all", ...more };
  const accounts = { telegram: "fund_kz", instagram: "fund_kz", vk: "fund_kz", youtube: "UCfund" };
  const platforms = [
    ...["telegram", "instagram", "vk", "youtube"].map((id) => ({ id, hosts: [] })),
    { id: "news", hosts: ["*"] },
  ];
  const params = {
    entry,
    timeZone: "Asia/Almaty",
    platforms,
    organisations: [{ id: "fund", accounts }],
    key: "test",
  };
  const outputs = {
    posts: join(home, "posts.parquet"),
    rejects: join(home, "rejects.parquet"),
    replaced: join(home, "replaced.json"),
  };
  await parseCaptures({ params, home, files: [file], pseudonymKey: key }, outputs);
  const database = await openDatabase({ spill: join(home, "spill") });
  const reader = await database.connection.runAndReadAll(
    `select platform, post_id, source_id, outlet, capture, parser, text from '${outputs.posts}' order by "position"`,
  );
  database.close();
  return reader.getRows().map((row) => row.map(String));
}

describe("a platform's capture becomes posts", () => {
  const message = telegramMessage({ from_id: "channel1234567890" });
  const channel = telegramExport([message], { type: "public_channel" });
  const preview = previewPage([{ id: "fund_kz/12", inner: messageText("Нужен тьютор") }]);

  it.each<[CaptureKind, string, Uint8Array | string, Partial<Capture>, string, string]>([
    ["telegram-preview", "a.html", preview, {}, "telegram", "fund_kz/12"],
    [
      "telegram-export",
      "result.json",
      channel,
      { accounts: { "1234567890": "fund_kz" } },
      "telegram",
      "fund_kz/12",
    ],
    ["instagram", "a.warc.gz", api(businessDiscovery([graphMedium()])), {}, "instagram", "CpTest1-_a"],
    ["vk", "a.warc.gz", api(wallGet([vkPost()])), {}, "vk", "-123_456"],
    [
      "youtube",
      "a.warc.gz",
      api(commentThreads([commentThread("Ugx1")])),
      { accounts: { UCperson: "UCfund" } },
      "youtube",
      "Ugx1",
    ],
  ])("of an organisation, from %s", async (kind, name, bytes, more, platform, nativeId) => {
    const [row] = await rowsOf(kind, name, bytes, more);
    expect(row!.slice(0, 4)).toEqual([platform, postId(platform, nativeId), "fund", "null"]);
    expect(row![5]).toMatch(new RegExp(`^${kind}/\\d+$`, "u"));
  });

  it("members of a group are pseudonyms, the same in each of their messages", async () => {
    const group = telegramExport([
      telegramMessage(),
      telegramMessage({ id: 13 }),
      telegramMessage({ id: 14, from_id: "user43" }),
    ]);
    const rows = await rowsOf("telegram-export", "result.json", group);
    const [one, other] = ["user42", "user43"].map((user) => pseudonym(key, "telegram", user));
    expect(rows.map((row) => row[2])).toEqual([one, one, other]);
    expect(JSON.stringify(rows)).not.toMatch(/user4|Real Name|Родители/u);
  });

  it("of a Meltwater workbook, beside its record of the export", async () => {
    const bytes = workbook([
      ["Date", "Headline", "URL"],
      ["31-May-2023 11:05PM", "T", "https://news.example/1"],
    ]);
    const rows = await rowsOf("meltwater", "a.xlsx", bytes);
    expect(rows.map((row) => [row[0], row[3], row[4]])).toEqual([["news", "news.example", "a.xlsx#1"]]);
  });

  it("a file that is another tool's stops the run with what to do", async () => {
    const attempt = rowsOf("instagram", "a.csv", "a,b\n1,2\n");
    await expect(attempt).rejects.toThrow(CaptureError);
    await expect(attempt).rejects.toThrow(/a\.csv: found the columns "a", "b"; expected 4CAT's CSV/u);
  });
});
