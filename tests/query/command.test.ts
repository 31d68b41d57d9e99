import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Command, readOptions } from "../../loaders/commands/command.ts";
import { kwic } from "../../loaders/commands/kwic.ts";
import { query } from "../../loaders/commands/query.ts";
import { Reservoir } from "../../loaders/commands/reservoir.ts";
import { studyWarnings } from "../../loaders/commands/study-warnings.ts";
import { writeParquet } from "../../loaders/parquet/write.ts";
import { widthOf } from "../../loaders/query/terminal-text.ts";
import { loadStudy } from "../../loaders/study/load.ts";
import { posts } from "../../loaders/tables.ts";
import { writeStudy } from "../study/small-study.ts";

const TOPICS = `- id: flood
  title: { en: Flood, pt: Enchente }
  query:
    pt: >-
      enchente* OR
      "cheia* do rio" OR dilúvio
    es: inundaci*
- id: rain
  title: { en: Rain, pt: Chuva }
  query: { pt: "chuv* NEAR/12 forte" }
- id: storm
  title: { en: Storm, pt: Tempestade }
  query: { pt: (tempestade* OR chuv*) }
`;

const GENDER = `boys:
  words: { pt: [men*] }
  except: { pt: [mensag*] }
girls:
  words: { pt: [menina*] }
`;

const ESCAPE = String.fromCharCode(27);

const texts: [string, string][] = [
  ["p:1", "A enchente chegou, chuva forte na cidade"],
  ["p:2", "Outra enchente e chuvas, tempestade forte"],
  ["p:3", `Veja ${ESCAPE}[31m a enchente \u202Eagora\u202C da casa`],
  ["river-watch", "Aviso: enchente no rio, disse o menino"],
  ["p:4", "O menino mandou mensagem; outra mensagem, a mensagem"],
  ["p:5", "Um menino e o menino, mentira, mentira, mentira"],
  ["p:6", "Sol e praia"],
];

let home: string;
beforeEach(async () => {
  home = writeStudy({ "study/topics.yml": TOPICS, "study/lexicons/gender.yml": GENDER });
  mkdirSync(join(home, "derived"));
  await writeParquet(
    join(home, "derived/posts.parquet"),
    posts.columns,
    texts.map(([source, text], index) => {
      const cells: Record<string, unknown> = {
        post_id: `00000000000000a${index}`,
        story_id: "s",
        corpus: "public",
        scope: "water",
        platform: "news",
        source_id: source,
        published_at: 0,
        local_date: 0,
        language: "other",
        script: "latin",
        language_confidence: 1,
        switching: 0,
        title: index === 0 ? "Notícia da enchente" : null,
        text,
        capture: "a.csv#1",
        parser: "table/1",
      };
      return posts.columns.map(({ name }) => (cells[name] ?? null) as never);
    }),
  );
});

async function run(command: Command, ...words: string[]) {
  const [printed, warned]: string[][] = [[], []];
  try {
    const code = await command.run(readOptions(command, [...words, "--study", "."]), {
      root: home,
      env: {},
      print: (line) => printed!.push(line),
      warn: (line) => warned!.push(line),
    });
    return { code, printed: printed!, warned: warned!.join("\n"), said: printed!.join("\n") };
  } catch (error) {
    const { message } = error as Error;
    return { code: (error as Error).constructor.name, printed: [], warned: message, said: message };
  }
}

describe("query lint", () => {
  it("gives each finding with its counts and where the query stands", async () => {
    const { code, said } = await run(query, "lint", "--least", "2");
    expect(code).toBe(0);
    const at = (line: number, column: number) => `study/topics.yml:${line}:${column}: `;
    expect(said).toContain(`${at(10, 17)}rain in pt: a wildcard beside NEAR`);
    expect(said).toContain(`rain in pt: NEAR/12: Meltwater advises at most 10`);
    expect(said).toContain(`${at(6, 7)}flood in pt: "cheia* do rio": 0 posts`);
    expect(said).toContain(`${at(6, 26)}flood in pt: dilúvio: 0 posts`);
    expect(said).toContain("flood in es: inundaci*: 0 posts");
    expect(said).toContain(
      `${at(5, 7)}flood in pt: enchente*: 4 of 4 posts (100%), 4 by it alone; the query has 3 words`,
    );
    expect(said).toContain(`storm in pt: chuv*: 2 of 2 posts (100%), 1 by it alone; the query has 2 words`);
    expect(said, "a NEAR needs both of its words").not.toMatch(/rain in pt: .*by it alone/);
    expect(said).toContain(
      "topics: rain (2 posts) and storm (2): 2 posts have both, 100% of the rarer; Jaccard 1.00",
    );
    expect(said).toContain(
      "topics: flood (4 posts) and rain (2): 2 posts have both, 100% of the rarer; Jaccard 0.50",
    );
    expect(said).toMatch(/findings in 4 queries and 2 lexicon words over 7 posts; nothing was written/);
  });

  it("finds what else a wildcard takes, and what except takes back", async () => {
    const { said } = await run(query, "lint", "--least", "2");
    const line = said.split("\n").find((one) => one.includes("men* takes"))!;
    expect(line).toContain("study/lexicons/gender.yml:2:");
    expect(line).toContain("boys in pt: men* takes 10 words, mostly menino (other) 4");
    expect(line).toMatch(
      /mensagem \(other\) 3 in 1 posts as mensagem \[form 0\.38, company 0\.\d\d, taken back by except\]/,
    );
    expect(line).toMatch(/mentira \(other\) 3 in 1 posts as mentira \[form 0\.43, company 0\.\d\d\]/);
  });

  it("lists queries that are too long for a platform, by the length that it is told", async () => {
    expect((await run(query, "lint")).said).not.toContain("characters");
    const { said } = await run(query, "lint", "--longest", "30");
    expect(said.match(/characters: your platform takes at most 30/gu)).toHaveLength(1);
    expect(said).toMatch(/flood in pt: \d\d characters: your platform takes at most 30/u);
    expect((await run(query, "lint", "--longest", "0")).code).toBe("UsageError");
  });

  it("warns of fields that no post has, as a study's data is rebuilt and in lint", async () => {
    home = writeStudy({ "study/topics.yml": TOPICS.replace("inundaci*", "inundaci* AND country:br") });
    const message =
      "flood in es: country: matches no post, for posts carry none; language:, site: and socialType: are known";
    expect(studyWarnings(await loadStudy(home), home)).toEqual([`${home}/study/topics.yml:7:31: ${message}`]);
  });

  it("asks for posts, for a known corpus and for a number", async () => {
    expect((await run(query, "lint", "--corpus", "all")).said).toContain("expected one of public");
    expect((await run(query, "lint", "--least", "x")).code).toBe("UsageError");
    expect((await run(query, "lint", "flood")).code).toBe("UsageError");
    const empty = writeStudy();
    home = empty;
    expect(await run(query, "lint")).toMatchObject({
      code: 1,
      warned: expect.stringContaining("npm run data"),
    });
  });
});

describe("query explain", () => {
  it("tells of a post of the corpus which words match where, and why others do not", async () => {
    const { code, said } = await run(query, "explain", "flood", "--post", "00000000000000a0");
    expect(code).toBe(0);
    expect(said).toContain('+ enchente*: stands in the post: title 11–19 "enchente", text 2–10 "enchente"');
    expect(said).toContain('- "cheia* do rio": is not in the post');
    expect(said).toContain("flood in es does not match");
    expect(said).toContain("the post has the topic: 1 of 2 queries match");
  });

  it("takes a given text and a given query, and shows hostile text harmlessly", async () => {
    const near = await run(
      query,
      "explain",
      "--query",
      "chuva NEAR/1 forte",
      "--text",
      "chuva muito muito forte",
    );
    expect(near.said).toContain("the nearest have 2 words between, at most 1 may be");
    expect(near.said).toContain("does not have the topic");
    const hostile = await run(query, "explain", "--query", '"a b"', "--text", `a ${ESCAPE}[31m\u202E b`);
    expect(hostile.said.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it("lists no more places than can be read", async () => {
    const many = await run(query, "explain", "--query", "a", "--text", "a ".repeat(50_000));
    expect(many.said).toContain("and 49992 places more");
    expect(many.said.length).toBeLessThan(1500);
    const wide = await run(
      query,
      "explain",
      "--query",
      "a NEAR/9999 b",
      "--text",
      `a ${"x".repeat(100_000)} b`,
    );
    expect(wide.said.length).toBeLessThan(1500);
  });

  it("asks a text for what it is told to be, and identifies the language else", async () => {
    const asked = async (text: string, ...told: string[]) =>
      (await run(query, "explain", "--query", "language:kk AND site:a.kz", "--text", text, ...told)).said;
    expect(await asked("Мектепте балалар оқиды", "--site", "a.kz")).toContain("1 of 1 queries match");
    expect(await asked("Дети учатся в школе", "--site", "a.kz")).toContain('- language:kk: language is "ru"');
    expect(await asked("Дети учатся", "--site", "a.kz", "--language", "kk")).toContain(
      "1 of 1 queries match",
    );
    const platform = ["--query", "socialType:telegram", "--text", "a", "--platform", "telegram"];
    expect((await run(query, "explain", ...platform)).said).toContain("1 of 1 queries match");
    const latin = ["--query", "оқу", "--text", "Mektepte balalar oqu jılın bastady, bul jaqsy"];
    expect((await run(query, "explain", ...latin)).said).toContain("1 of 1 queries match");
  });

  it("refuses what it can't explain", async () => {
    for (const words of [
      ["explain", "flood"],
      ["explain", "--text", "a"],
      ["explain", "flood", "rain", "--text", "a"],
      ["explain", "flood", "--text", "a", "--post", "b"],
      ["explain", "flood", "--post", "00000000000000a0", "--site", "a.kz"],
      ["explain", "nothing", "--text", "a"],
      ["explain", "--query", "a AND", "--text", "a"],
      ["other"],
      [],
    ])
      expect((await run(query, ...words)).code, words.join(" ")).toBe("UsageError");
    expect(await run(query, "explain", "flood", "--post", "zz")).toMatchObject({ code: 1 });
  });
});

describe("query export", () => {
  it("joins the languages, warns at the query's place, and names the pages", async () => {
    const { code, said, warned } = await run(query, "export", "flood", "--to", "elasticsearch");
    expect(code).toBe(0);
    expect(said).toContain("(enchente* OR (cheia* AND do AND rio) OR dilúvio) OR (inundaci*)");
    expect(warned).toContain("study/topics.yml:6:7: quotes take no wildcard");
    expect(said).toContain("query-string-syntax");
    expect((await run(query, "export")).said).toMatch(/3 queries for 4 platforms, \d+ warnings/);
    expect((await run(query, "export", "--to", "x")).said).toContain(
      "brandwatch, talkwalker, elasticsearch, mediacloud",
    );
  });
});

describe("kwic", () => {
  it("shows each place once, aligned and harmless, and writes nothing", async () => {
    const before = readdirSync(home, { recursive: true }).sort();
    const { code, printed, warned } = await run(kwic, "flood", "--width", "60");
    expect(code).toBe(0);
    expect(printed).toHaveLength(5);
    expect(new Set(printed.map((line) => widthOf(line.slice(0, line.indexOf(" [")))))).toHaveLength(1);
    for (const line of printed) {
      expect(line).toMatch(/\[enchente\]/);
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
    expect(warned).toContain("5 of 5 places in 4 posts");
    expect(warned).toContain("people's texts: nothing was written");
    expect(readdirSync(home, { recursive: true }).sort()).toEqual(before);
  });

  it("takes organisations alone, one language, a limit, a seed and an order", async () => {
    const own = await run(kwic, "flood", "--organisations");
    expect(own.printed).toHaveLength(1);
    expect(own.printed[0]).toContain("Aviso");
    expect((await run(kwic, "flood", "--language", "pt")).printed).toEqual([]);
    const two = ["flood", "--limit", "2", "--seed", "4"];
    expect((await run(kwic, ...two)).printed).toEqual((await run(kwic, ...two)).printed);
    const left = await run(kwic, "--query", "enchente", "--sort", "left", "--width", "60");
    const words = left.printed.map((line) => /(\p{L}+)[^\p{L}]*\[enchente/u.exec(line)![1]!.toLowerCase());
    expect(words).toEqual([...words].sort());
    for (const bad of [
      ["flood", "--sort", "up"],
      ["flood", "--width", "9"],
      ["flood", "--corpus", "x"],
      ["flood", "--language", "xx"],
      [],
      ["flood", "rain"],
    ])
      expect((await run(kwic, ...bad)).code).toBe("UsageError");
  });
});

it("a seeded sample holds each item equally often", () => {
  const times = new Array<number>(20).fill(0);
  for (let seed = 0; seed < 4000; seed++) {
    const reservoir = new Reservoir<number>(5, seed);
    for (let item = 0; item < 20; item++) reservoir.offer(() => item);
    for (const item of reservoir.items()) times[item]! += 1;
  }
  // 4000 draws at 1/4 each: mean 1000, standard deviation 27.4; chi-square with 19 degrees, 99.9th percentile 43.8.
  const chi = times.reduce((sum, n) => sum + (n - 1000) ** 2 / (4000 * 0.25 * 0.75), 0);
  expect(chi).toBeLessThan(43.8);
  const first = new Reservoir<number>(3, undefined);
  for (const item of [7, 8, 9, 10]) first.offer(() => item);
  expect(first.items()).toEqual([7, 8, 9]);
});
