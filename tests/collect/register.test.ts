import { readFileSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { tasksOf } from "../../loaders/collect/register.ts";
import { collect } from "../../loaders/commands/collect.ts";
import { type OptionValues, UsageError } from "../../loaders/commands/command.ts";
import { loadStudy } from "../../loaders/study/load.ts";
import { edited, mistakesOf, writeStudy } from "../study/small-study.ts";
import { give, missing, startPlatforms } from "./platforms.ts";

const telegramCapture = `  - id: channels
    kind: telegram-preview
    files: [raw/collected/*/*.warc.gz]
    corpus: public
    scope: water
`;

/** The small study with a register of such lines. */
function withRegister(...lines: string[]): Record<string, string> {
  const register = `collect:\n  sources:\n${lines.map((line) => `    - ${line}\n`).join("")}`;
  return edited("study.yml", "boundaries:", `${telegramCapture}${register}boundaries:`);
}

/** The same, its captures of the kind that collector `vk` fills. */
function withWall(line: string): Record<string, string> {
  const files = withRegister(line);
  const definition = files["study/study.yml"]!.replace("kind: telegram-preview", "kind: vk").replace(
    /^platforms:\n/m,
    "platforms:\n  - { id: vk, title: { en: VKontakte }, hosts: [vk.com] }\n",
  );
  return { ...files, "study/study.yml": definition };
}

const CHANNEL = "{ id: river, collector: telegram, account: riverwatch, capture: channels }";

describe("the register in study.yml", () => {
  test("names sources, or takes them from the organisations", async () => {
    const home = writeStudy(
      withRegister(
        "{ id: river, collector: telegram, account: riverwatch, capture: channels, since: 2020-06-01 }",
        "{ id: all, collector: telegram, accounts: organisations, capture: channels }",
      ),
    );
    const study = await loadStudy(home);
    expect(study.collect).toMatchObject({ delay: 2, privateHosts: [] });
    const tasks = tasksOf(study, {});
    expect(tasks.map(({ source, since }) => [source.id, source.account, since])).toEqual([
      ["river", "riverwatch", "2020-06-01"],
      ["all-river-watch", "riverwatch", "2020-01-01"],
    ]);
    expect(tasksOf(study, {}, "2019-01-01")[0]!.since).toBe("2019-01-01");
  });

  test.each<[string, string, string]>([
    [
      "no account",
      "{ id: river, collector: telegram, capture: channels }",
      'found no "account", expected one of "account" and "accounts: organisations"',
    ],
    [
      "an address of a channel",
      "{ id: river, collector: telegram, account: river, url: https://t.me/river, capture: channels }",
      'found "url", expected it only for collector "web"',
    ],
    [
      "an unknown capture",
      "{ id: river, collector: telegram, account: river, capture: channel }",
      'found "channel", expected one of captures: articles, channels (did you mean "channels"?)',
    ],
    [
      "a capture of another kind",
      "{ id: river, collector: web, url: https://river.example/feed, capture: channels }",
      'found "channels", a capture of kind "telegram-preview", expected a capture of kind "web"',
    ],
    [
      "a first day after the window",
      "{ id: river, collector: telegram, account: river, capture: channels, since: 2021-01-01 }",
      'found "2021-01-01", expected a day before the window\'s last, "2020-12-31"',
    ],
    [
      "an unknown collector",
      "{ id: river, collector: telegramm, account: river, capture: channels }",
      'found "telegramm", expected "telegram" or "web" or "instagram" or "vk" or "youtube"',
    ],
  ])("%s is a mistake with its place", async (_name, line, expected) => {
    const mistakes = await mistakesOf(withRegister(line));
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(/^study\/study\.yml:40:\d+: collect\.sources\[river\]/);
    expect(mistakes[0]).toContain(expected);
  });

  test("a capture whose files leave out what is collected is a mistake", async () => {
    const changes = withRegister(CHANNEL);
    const text = changes["study/study.yml"]!.replace("raw/collected/*/*.warc.gz", "raw/telegram/*.warc.gz");
    expect(await mistakesOf({ "study/study.yml": text })).toEqual([
      expect.stringContaining(
        'found "channels", whose files leave out "raw/collected/river/river-00001.warc.gz"',
      ),
    ]);
  });
});

describe("the command", () => {
  async function command(home: string, values: OptionValues) {
    const lines: string[] = [];
    const terminal = {
      root: home,
      env: {},
      print: (line: string) => void lines.push(line),
      warn: (line: string) => void lines.push(line),
    };
    const code = await collect.run({ study: home, ...values }, terminal);
    return { code, lines };
  }

  test("--dry-run says what would be asked, and asks nothing", async () => {
    const home = writeStudy(withRegister(CHANNEL));
    expect(await command(home, { "dry-run": true })).toEqual({
      code: 0,
      lines: [
        "river: would ask https://t.me/s/riverwatch, back to 2020-01-01, kept for capture channels",
        "collect: 1 sources, nothing asked (--dry-run).",
      ],
    });
  });

  test("a source that lacks its key waits: exit code 4, and how to go on", async () => {
    const home = writeStudy(withWall("{ id: wall, collector: vk, account: riverwatch, capture: channels }"));
    const { code, lines } = await command(home, {});
    expect(code).toBe(4);
    expect(lines).toContain("wall: waits: needs TYNDAU_VK_TOKEN in the environment");
    expect(lines.at(-2)).toBe(
      `1 waiting: wall. Go on where they stopped: npm run collect -- --study ${home} --source wall`,
    );
  });

  test("fetches a site over the system's own network, where the study allows its host by name", async () => {
    const platforms = await startPlatforms((request, response) => {
      const link = `http://localhost:${platforms.port}/p1`;
      if (request.url === "/feed.xml")
        give(
          request,
          response,
          `<rss><channel><item><link>${link}</link></item></channel></rss>`,
          "text/xml",
        );
      else if (request.url === "/p1") give(request, response, "<html><article>Words</article></html>");
      else missing(response);
    });
    onTestFinished(platforms.close);
    const register = (more: string) =>
      edited(
        "study.yml",
        "boundaries:",
        `  - { id: sites, kind: web, files: [raw/collected/*/*.warc.gz], corpus: public, scope: water }
collect:
  delay_seconds: 1${more}
  sources: [{ id: news, collector: web, url: "http://localhost:${platforms.port}/feed.xml", capture: sites }]
boundaries:`,
      );
    const refused = await command(writeStudy(register("")), {});
    expect(refused.code).toBe(1);
    expect(refused.lines.join("\n")).toContain(
      "expected a public address; collect.private_hosts may allow it",
    );
    expect(platforms.asked).toEqual([]);
    const allowed = await command(writeStudy(register("\n  private_hosts: [localhost]")), {});
    expect(allowed.code).toBe(0);
    expect(allowed.lines.slice(-3).map((line) => line.replaceAll(/ +/g, " "))).toEqual([
      "source state requested new unchanged robots gone failed first last",
      "news done 3 2 0 0 0 0 - -",
      expect.stringMatching(/^collect: 1 sources\. Next: npm run build/),
    ]);
  });

  test("without a register, and with --list, it lists what is held; a capture without files is a fault", async () => {
    const { code, lines } = await command(writeStudy(), {});
    expect(code).toBe(1);
    expect(lines.at(-1)).toContain(
      '1 captures, 1 without files. No source is registered under "collect:" in study.yml.',
    );
    const registered = await command(writeStudy(withRegister(CHANNEL)), { list: true });
    expect(registered.lines.at(-1)).toContain("2 captures, 2 without files. Next");
  });

  test.each<[OptionValues, string]>([
    [{ source: ["rivr"] }, "collect: found --source rivr, expected one of river"],
    [{ since: "yesterday" }, "collect: found --since yesterday, expected a day such as 2022-01-01"],
    [{ limit: "many" }, "collect: found --limit many, expected a whole number of at least 1"],
  ])("options that make no sense are refused", async (values, message) => {
    const home = writeStudy(withRegister(CHANNEL));
    await expect(command(home, values)).rejects.toThrow(new UsageError(message));
  });

  test("the documentation names every collector's variables and every option", () => {
    const text = readFileSync("docs/sources.md", "utf8");
    for (const name of Object.keys(collect.options))
      if (name !== "study") expect(text).toContain(`--${name}`);
    for (const name of [
      "TYNDAU_INSTAGRAM_TOKEN",
      "TYNDAU_INSTAGRAM_USER",
      "TYNDAU_VK_TOKEN",
      "TYNDAU_YOUTUBE_KEY",
    ])
      expect(text).toContain(name);
  });
});
