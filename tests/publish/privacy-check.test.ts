import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { Dictionary, Field, Int32, List, Table, tableToIPC, Utf8, vectorFromArray } from "apache-arrow";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  checkPrivacy,
  type PrivacyOptions,
  type PrivacyReport,
} from "../../loaders/publish/privacy-check.ts";
import { PublishedWords } from "../../loaders/publish/published-words.ts";

const folder = mkdtempSync(join(tmpdir(), "privacy-"));
const posts = join(folder, "posts.parquet");
const sentence = "Моя соседка вчера рассказала мне совершенно невероятную историю о школе";
const counting = "Считаем: 1 2 3 4 5 6 7 8 9";

beforeAll(async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(
    `copy (select * from (values
       ('0000000000000001', 'vk', 'p:00000000000000aa', null::varchar, '${sentence}. ${counting}'),
       ('0000000000000002', 'telegram', 'umit', null, 'Организация приглашает всех родителей на бесплатный семинар в пятницу')
     ) as t(post_id, platform, source_id, title, text)) to '${posts}' (format parquet)`,
  );
  connection.closeSync();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Kinds of fault in a site of one file. */
function kindsIn(name: string, content: string | Uint8Array): Promise<string[]> {
  const site = mkdtempSync(join(folder, "site-"));
  writeFileSync(join(site, name), content);
  return kindsOf(site);
}

async function kindsOf(site: string): Promise<string[]> {
  return (await check(site)).faults.map((fault) => fault.kind);
}

async function check(...sites: string[]): Promise<PrivacyReport> {
  const published = new PublishedWords({ allowed: ["study@example.org"] });
  for (const site of sites) await published.read(site);
  const options: PrivacyOptions = {
    posts,
    published,
    pseudonymOf: (platform, account) =>
      platform === "vk" && account === "private_person" ? "p:00000000000000aa" : "p:other",
    postIdOf: (platform, id) =>
      platform === "vk" && id === "https://vk.com/private_person?w=wall1" ? "0000000000000001" : "none",
  };
  return checkPrivacy(options);
}

test("numbers in a row are nobody's text", async () => {
  expect(await kindsIn("a.json", "[1,2,3,4,5,6,7,8,9]")).toEqual([]);
});

test.each([
  [
    "a person's words in a page",
    "a.html",
    `<p>Она пишет: «${sentence.toUpperCase()}»</p>`,
    "text of a person",
  ],
  [
    "seven words of them in a CSV",
    "a.csv",
    `x,"${sentence.split(" ").slice(2, 9).join(" ")}"\n`,
    "text of a person",
  ],
  ["split by tags", "a.html", sentence.replaceAll(" ", "</b> <b>"), "text of a person"],
  ["in a text alternative", "a.html", `<svg aria-label="${sentence}"></svg>`, "text of a person"],
  ["a person's account", "a.html", "<p>@private_person</p>", "account"],
  ["a person's profile link", "a.html", '<a href="https://vk.com/private_person">x</a>', "account"],
  ["a link to a person's post", "a.json", '{"x": "https://vk.com/private_person?w=wall1"}', "link to a post"],
  ["a pseudonym", "a.csv", "p:00000000000000aa,3\n", "pseudonym"],
  ["a phone", "a.html", "<p>+7 701 123 45 67</p>", "phone"],
  ["an e-mail address", "a.html", "<p>somebody@mail.example</p>", "e-mail"],
])("finds %s", async (_what, name, content, kind) => {
  expect(await kindsIn(name, content)).toContain(kind);
});

/** A site of one Parquet file with the rows that a statement selects. */
async function parquetSite(select: string, options = ""): Promise<string> {
  const site = mkdtempSync(join(folder, "site-"));
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`copy (${select}) to '${join(site, "x.parquet")}' (format parquet${options})`);
  connection.closeSync();
  return site;
}

test.each([
  ["a column", `select 1 as n, '${sentence}' as words`, "", "text of a person"],
  [
    "the last of many rows",
    `select if(n = 9999, '${sentence}', 'x') as words from range(10000) as r(n)`,
    "",
    "text of a person",
  ],
  ["a list", `select ['x', '${sentence}'] as words`, "", "text of a person"],
  ["a struct", `select {'a': 1, 'b': '${sentence}'} as words`, "", "text of a person"],
  ["bytes", `select encode('${sentence}') as words`, "", "text of a person"],
  ["a column's name", `select 1 as "${sentence}"`, "", "text of a person"],
  ["the metadata", "select 1 as n", `, kv_metadata {note: '${sentence}'}`, "text of a person"],
  ["a column, a pseudonym", "select 'p:00000000000000aa' as source_id", "", "pseudonym"],
])("a Parquet file: finds in %s", async (_what, select, options, kind) => {
  expect(await kindsOf(await parquetSite(select, options))).toEqual([kind]);
});

test("a Parquet file of counts and names passes", async () => {
  expect(
    await kindsOf(await parquetSite("select 'umit' as organisation, 7 as posts, date '2022-01-01' as day")),
  ).toEqual([]);
});

test.each([
  ["text", vectorFromArray([sentence], new Utf8())],
  ["a dictionary", vectorFromArray([sentence], new Dictionary(new Utf8(), new Int32()))],
  ["a list", vectorFromArray([["x", sentence]], new List(new Field("item", new Utf8())))],
])("an Arrow file: finds in %s", async (_what, words) => {
  const bytes = tableToIPC(new Table({ n: vectorFromArray([1], new Int32()), words }), "stream");
  expect(await kindsIn("a.arrow", bytes)).toEqual(["text of a person"]);
});

test("an Arrow file of counts and names passes", async () => {
  const table = new Table({
    n: vectorFromArray([1], new Int32()),
    who: vectorFromArray(["umit"], new Utf8()),
  });
  expect(await kindsIn("a.arrow", tableToIPC(table, "stream"))).toEqual([]);
});

test("data in a page's script is searched, code is not", async () => {
  const script = (type: string) => `<script type="${type}">{"x": "${sentence}"}</script>`;
  expect(await kindsIn("a.html", script("application/ld+json"))).toEqual(["text of a person"]);
  expect(await kindsIn("a.html", script("module"))).toEqual([]);
});

test("names every file that holds a text, in whatever folder; the same bytes of another kind are read anew", async () => {
  const [first, second] = [mkdtempSync(join(folder, "site-")), mkdtempSync(join(folder, "site-"))];
  const files = [
    join(first, "a.html"),
    join(second, "b.html"),
    join(second, "c.txt"),
    join(second, "d.sqlite"),
  ];
  for (const file of files) writeFileSync(file, `<p title="+7 701 123 45 67">${sentence}</p>`);
  const report = await check(first, second);
  expect(report.files).toBe(3);
  const kinds = ["text of a person", "phone"];
  expect(new Set(report.faults.map(({ file, kind, count }) => `${file}: ${count} ${kind}`))).toEqual(
    new Set([
      ...files.slice(0, 3).flatMap((file) => kinds.map((kind) => `${file}: 1 ${kind}`)),
      `${files[3]}: 1 file of an unknown kind`,
    ]),
  );
});

test("a file of a kind that nobody can search is a fault", async () => {
  expect(await kindsIn("a.sqlite", "x")).toEqual(["file of an unknown kind"]);
});

test.each([
  ["an organisation's words", "<p>Организация приглашает всех родителей на бесплатный семинар в пятницу</p>"],
  ["six words of a person", `<p>${sentence.split(" ").slice(0, 6).join(" ")}</p>`],
  ["the study's contact", "<p>study@example.org</p>"],
  ["an unknown account", "<p>@nobody_known</p>"],
])("lets through %s", async (_what, content) => {
  expect(await kindsIn("a.html", content)).toEqual([]);
});

const drawing = (inside: string) => `<div><svg viewBox="0 0 640 400">${inside}</svg></div>`;

test.each([
  ["a text node", "<text x='1'>+7 701 123 45 67</text>"],
  ["a text node, without a plus", "<text>8 701 123 45 67</text>"],
  ["a text node, dialled from abroad", "<text>007 701 123 45 67</text>"],
  ["a text node of several parts", "<text>+7 701 <tspan>123 45 67</tspan></text>"],
  ["a title", "<circle><title>+7 701 123 45 67</title></circle>"],
  ["a text alternative", '<g aria-label="+7 701 123 45 67"></g>'],
])("a drawing: finds a phone in %s, as a file and inside JSON", async (_what, inside) => {
  expect(await kindsIn("a.svg", drawing(inside))).toContain("phone");
  expect(await kindsIn("a.json", JSON.stringify({ svg: { wide: drawing(inside) } }))).toContain("phone");
});

test.each([
  ["path data", '<path d="M+77011234567,8 701 123 45 67L0077011234567"/>'],
  ["coordinates", '<polyline points="8 701 123 45 67" data-x="+7 701 123 45 67"/>'],
  ["a rate with its interval", "<title>Region: 0.011 (0.0073–0.017)</title>"],
  ["small decimals in a row", "<text>0.0077011234567</text>"],
])("a drawing: takes %s for no phone", async (_what, inside) => {
  expect(await kindsIn("a.svg", drawing(inside))).toEqual([]);
  expect(await kindsIn("a.json", JSON.stringify({ svg: drawing(inside) }))).toEqual([]);
});

test("JSON with a drawing: its other strings, its keys and what is broken are searched as written", async () => {
  const found = (json: string) => kindsIn("a.json", json);
  expect(await found(JSON.stringify({ svg: drawing(""), note: "+7 701 123 45 67" }))).toEqual(["phone"]);
  expect(await found(JSON.stringify({ svg: drawing(""), "+7 701 123 45 67": 1 }))).toEqual(["phone"]);
  expect(await found(`{"svg": "<svg", "note": "+7 701 123 45 67"`)).toEqual(["phone"]);
});
