import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkPrivacy, type PrivacyOptions } from "../../loaders/publish/privacy-check.ts";

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

async function kindsIn(name: string, content: string): Promise<string[]> {
  const site = mkdtempSync(join(folder, "site-"));
  writeFileSync(join(site, name), content);
  const options: PrivacyOptions = {
    posts,
    folders: [site],
    pseudonymOf: (platform, account) =>
      platform === "vk" && account === "private_person" ? "p:00000000000000aa" : "p:other",
    postIdOf: (platform, id) =>
      platform === "vk" && id === "https://vk.com/private_person?w=wall1" ? "0000000000000001" : "none",
    allowed: ["study@example.org"],
  };
  return (await checkPrivacy(options)).faults.map((fault) => fault.kind);
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

test.each([
  ["an organisation's words", "<p>Организация приглашает всех родителей на бесплатный семинар в пятницу</p>"],
  ["six words of a person", `<p>${sentence.split(" ").slice(0, 6).join(" ")}</p>`],
  ["the study's contact", "<p>study@example.org</p>"],
  ["an unknown account", "<p>@nobody_known</p>"],
])("lets through %s", async (_what, content) => {
  expect(await kindsIn("a.html", content)).toEqual([]);
});
