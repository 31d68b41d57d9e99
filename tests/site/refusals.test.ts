import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contents, filesHolding, Workspace } from "./workspace.ts";

const sentence = "Фиолетовый бегемот Зигмунд вчера тихо репетировал контрабас возле нашего подъезда";
const phone = "+7 705 918 27 36";
const account = "zigmund.hippo.private";
const link = `https://www.facebook.com/${account}/posts/918273645`;

let workspace: Workspace;
beforeAll(() => {
  workspace = new Workspace();
});
afterAll(() => workspace.remove());

/** Adds a post of a private person to an export, in the export's own form. */
function plant(): void {
  const file = workspace.path("data/raw/demo/meltwater/inclusive-2022q3.csv.gz");
  const text = gunzipSync(readFileSync(file)).toString("utf16le");
  const [head = "", sample = ""] = text.split(/\r?\n/);
  const names = head.replace(/^\uFEFF/, "").split("\t");
  const cells = sample.split("\t");
  const set = (name: string, value: string) => {
    const at = names.findIndex((cell) => cell.replaceAll('"', "") === name);
    expect(at, name).toBeGreaterThanOrEqual(0);
    cells[at] = cells[at]!.startsWith('"') ? `"${value}"` : value;
  };
  set("Date", "15-Aug-2022 03:04PM");
  set("URL", link);
  set("Headline", "");
  set("Opening Text", `${sentence}. Звоните ${phone}, пишите @${account}. Инклюзия.`);
  set("Hit Sentence", "");
  set("Influencer", account);
  const line = text.includes("\r\n") ? "\r\n" : "\n";
  const added = `${text.endsWith(line) ? text : text + line}${cells.join("\t")}${line}`;
  writeFileSync(file, gzipSync(Buffer.from(added, "utf16le")));
}

describe("a planted private post", () => {
  test("becomes a post, and nothing of it is published", async () => {
    plant();
    // One more story moves some numbers of the prose, which is beside this test's point.
    workspace.run("data");
    workspace.run("claims", "--update");
    expect(workspace.run("build").code).toBe(0);
    expect(existsSync(workspace.path("dist/index.html"))).toBe(true);
    const connection = await (await DuckDBInstance.create()).connect();
    const found = await connection.runAndReadAll(
      `select source_id from '${workspace.path("data/derived/posts.parquet")}' where text like '%бегемот Зигмунд%'`,
    );
    expect(found.getRows()).toHaveLength(1);
    expect(String(found.getRows()[0]![0])).toMatch(/^p:[0-9a-f]{16}$/);
    for (const folder of ["src/data", "dist"]) {
      for (const planted of [sentence, "Зигмунд", phone, phone.replaceAll(" ", ""), account, link]) {
        expect(filesHolding(workspace.path(folder), planted), `${planted} in ${folder}`).toEqual([]);
      }
    }
  });

  test("quoted in a page fails the build, and the old site stays", () => {
    const before = contents(workspace.path("dist"));
    const page = workspace.path("src/reproduce.md");
    const text = readFileSync(page, "utf8");
    writeFileSync(page, `${text}\nОдна мама пишет: «${sentence}».\n`);
    const { code, errors } = workspace.run("site");
    writeFileSync(page, text);
    expect(code).toBe(1);
    expect(errors).toMatch(/reproduce\.html: text of a person: 1 found/);
    expect(errors).not.toContain("Зигмунд");
    expect(contents(workspace.path("dist"))).toEqual(before);
    expect(existsSync(workspace.path("dist.partial"))).toBe(false);
  });
});

describe("a person's sentence in a published table", () => {
  test("fails the build, and the old site stays", async () => {
    const before = contents(workspace.path("dist"));
    const table = workspace.path("src/data/tables/planted.parquet");
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(
      `copy (select 7 as stories, '${sentence}' as words) to '${table}' (format parquet, compression zstd)`,
    );
    connection.closeSync();
    const { code, errors } = workspace.run("site");
    rmSync(table);
    expect(code).toBe(1);
    expect(errors).toMatch(/tables\/planted\.parquet: text of a person: 1 found/);
    expect(errors).not.toContain("Зигмунд");
    expect(contents(workspace.path("dist"))).toEqual(before);
  });
});

describe("a sentence that no longer holds", () => {
  test("fails the build, and names page, line and both numbers", () => {
    const page = workspace.path("src/findings/gender/index.md");
    const text = readFileSync(page, "utf8");
    const claim = "[75%](claim:findings/gender/share/share?scope=general&sex=boys)";
    expect(text).toContain(claim);
    const line = text.slice(0, text.indexOf(claim)).split("\n").length;
    writeFileSync(page, text.replace(claim, claim.replace("75%", "76%")));
    const { code, errors } = workspace.run("site");
    writeFileSync(page, text);
    expect(code).toBe(1);
    expect(errors).toContain(
      `src/findings/gender/index.md:${line}: claim: the sentence says 76%, the result says 75%`,
    );
  });

  test("a bare number fails it too", () => {
    const page = workspace.path("src/findings/gender/index.md");
    const text = readFileSync(page, "utf8");
    writeFileSync(page, `${text}\nAll told, 17 posts.\n`);
    const { code, errors } = workspace.run("site");
    writeFileSync(page, text);
    expect(code).toBe(1);
    expect(errors).toContain("found the number 17 without a claim or source");
  });
});

describe("the command line", () => {
  test.each(["build", "data", "site", "dev", "collect", "claims", "verify", "docs"])("%s --help", (name) => {
    const { code, output } = workspace.run(name, "--help");
    expect(code).toBe(0);
    expect(output).toContain(`npm run ${name}`);
    expect(output).toContain("Exit codes");
  });

  test.each([
    [["nonsense"], "found command"],
    [["data", "--forse", "x"], "--forse"],
  ])("%s is refused with code 2", (words, message) => {
    const { code, errors } = workspace.run(...words);
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });

  test("an unknown step to force is named, with the known ones", () => {
    const { code, errors } = workspace.run("data", "--force", "corpsu");
    expect(code).toBe(1);
    expect(errors).toMatch(/corpsu[\s\S]*annotate/);
  });
});
