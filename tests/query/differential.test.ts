import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { identifyLanguage } from "../../loaders/language/identify.ts";
import { normalise } from "../../loaders/language/normalise.ts";
import { tokenise } from "../../loaders/language/tokenise.ts";
import { openDatabase } from "../../loaders/parquet/database.ts";
import { compileQueries } from "../../loaders/query/compile-queries.ts";
import { parseQuery } from "../../loaders/query/parse.ts";
import { type Asked, type SlowPost, SlowReader, written } from "./slow-evaluator.ts";

const TELEGRAM = "../shared/data/telegram/posts";
const NEWS = "../shared/data/news/tengrinews/news_from_gcs.parquet";
const KAZAKH = "../shared/data/kaznerd/IOB2_valid.txt";
const LATIN_KAZAKH = "../shared/data/news/kazinform-latin/articles.jsonl";
const absent = ![TELEGRAM, NEWS, KAZAKH, LATIN_KAZAKH].every(existsSync);

test.skipIf(absent)(
  "300 random queries over 2,000 real posts: no difference to a slow reading of the rules (skipped without ../shared/data)",
  { timeout: 300_000 },
  async () => {
    const kazakh = [...kazakhSentences(400), ...latinKazakhArticles()];
    const posts = [...kazakh, ...(await news()), ...telegram()].slice(0, 2000);
    expect(posts).toHaveLength(2000);
    const latin = posts.filter(({ script, values }) => script === "latin" && values.language === "kk");
    expect(latin.length).toBeGreaterThan(150);
    expect(
      posts.filter(({ script, values }) => script === "cyrillic" && values.language === "kk").length,
    ).toBeGreaterThan(250);
    const random = numbers(20230531);
    const drawn = drawing(random, commonWords(posts));
    const drawnKazakh = drawing(random, commonWords(kazakhSentences(400)));
    const asked = Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? drawnKazakh : drawn).query());
    const texts = asked.map(written);
    const matcher = compileQueries(texts.map((text) => parseQuery(text)));
    const matched = new Int32Array(asked.length);
    const differences: string[] = [];
    for (const post of posts) {
      const slow = new SlowReader(post);
      const expected = asked.flatMap((one, query) => (slow.matches(one) ? [query] : []));
      const found = matcher.matching(post);
      for (const query of found) matched[query]! += 1;
      if (found.join() !== expected.join()) {
        const wrong = texts.filter((_, i) => found.includes(i) !== expected.includes(i));
        differences.push(`${wrong.join(" | ")} in ${post.text.slice(0, 80)}`);
      }
    }
    expect(differences).toEqual([]);
    const plain = compileQueries(texts.map((text) => parseQuery(text)));
    const readAsKazakh = latin.filter(
      (post) => plain.matching({ ...post, script: null }).join() !== matcher.matching(post).join(),
    );
    expect(readAsKazakh.length).toBeGreaterThan(100);
    // A test of queries that never or always match would show nothing.
    expect(matched.filter((count) => count > 0 && count < 2000).length).toBeGreaterThan(150);
  },
);

/** A post with the language and alphabet that a capture would be given. */
function identified(title: string | null, text: string, site?: string): SlowPost {
  const { language, script } = identifyLanguage(`${title ?? ""}\n${text}`);
  return { title, text, script, values: { site, language } };
}

function kazakhSentences(most: number): SlowPost[] {
  const sentences = readFileSync(KAZAKH, "utf8").split(/\n\n+/u).slice(0, most);
  return sentences.map((lines) => {
    const words = lines.split("\n").map((line) => line.split(" ")[0]!);
    return identified(null, normalise(words.join(" ")));
  });
}

function latinKazakhArticles(): SlowPost[] {
  const lines = readFileSync(LATIN_KAZAKH, "utf8").trim().split("\n");
  return lines.map((line) => {
    const { title, text }: { title: string; text: string } = JSON.parse(line);
    return identified(normalise(title), normalise(text).slice(0, 400));
  });
}

function telegram(): SlowPost[] {
  const files = readdirSync(TELEGRAM).filter((file) => file.endsWith(".json"));
  const channels = files.sort().map((file) => {
    const messages: { text?: string }[] = JSON.parse(readFileSync(join(TELEGRAM, file), "utf8"));
    return messages.flatMap(({ text }) => (text ? [text] : [])).slice(0, 150);
  });
  return channels.flat().map((text) => identified(null, normalise(text)));
}

async function news(): Promise<SlowPost[]> {
  const database = await openDatabase({ spill: join(tmpdir(), "differential.spill") });
  try {
    const read = await database.connection.runAndReadAll(
      `select title, content, hashtags from read_parquet('${NEWS}') where content is not null order by page_id`,
    );
    return read.getRows().map(([title, content]) => {
      const shown = title === null ? null : normalise(String(title));
      return identified(shown, normalise(String(content)).slice(0, 2000), "tengrinews.kz");
    });
  } finally {
    database.close();
  }
}

/** Words of the texts, the commonest first, so that queries meet hits. */
function commonWords(posts: readonly SlowPost[]): { words: string[]; pairs: string[][]; tags: string[] } {
  const counts = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const { title, text } of posts) {
    for (const [pair] of text.matchAll(/(?<![\p{L}\p{M}\p{Nd}])\p{L}{2,} \p{L}{2,}(?= )/gu)) {
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    for (const { kind, text: token } of [...tokenise(title ?? ""), ...tokenise(text)]) {
      if (kind === "word" || kind === "hashtag") counts.set(token, (counts.get(token) ?? 0) + 1);
    }
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const isPlain = (word: string) => !["AND", "OR", "NOT", "NEAR", "ONEAR"].includes(word.toUpperCase());
  return {
    words: sorted.filter((word) => !word.startsWith("#") && isPlain(word)).slice(0, 400),
    pairs: [...pairs]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, 100)
      .map(([pair]) => pair.split(" ")),
    tags: sorted.filter((word) => word.startsWith("#")).slice(0, 40),
  };
}

/** Numbers in [0, 1) from a linear congruential generator (Numerical Recipes, 3rd ed., section 7.1.5). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function drawing(random: () => number, { words, pairs, tags }: ReturnType<typeof commonWords>) {
  const upTo = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[upTo(list.length)]!;

  function word(): string {
    const whole = words[Math.floor(random() ** 3 * words.length)]!;
    const letters = [...whole];
    const dice = random();
    if (letters.length < 4 || dice < 0.5) return whole;
    if (dice < 0.8) return `${letters.slice(0, 3 + upTo(letters.length - 3)).join("")}*`;
    if (dice < 0.9) return `*${letters.slice(1).join("")}`;
    letters[1 + upTo(letters.length - 2)] = "?";
    return letters.join("");
  }

  function leaf(): Asked {
    const dice = random();
    if (dice < 0.06 && tags.length > 0) return { kind: "tag", tag: pick(tags).slice(1) };
    const cased = random() < 0.1;
    if (dice < 0.75) return { kind: "words", words: [word()], cased };
    return { kind: "words", words: dice < 0.93 ? pick(pairs) : [word(), word()], cased };
  }

  function positional(depth: number): Asked {
    const dice = random();
    if (depth === 0 || dice < 0.35) return leaf();
    if (dice < 0.6) return { kind: "or", parts: [positional(depth - 1), positional(depth - 1), leaf()] };
    const [a, b] = [positional(depth - 1), positional(depth - 1)];
    return { kind: "near", ordered: random() < 0.4, distance: upTo(12), a, b };
  }

  function boolean(depth: number, inSection: boolean): Asked {
    const dice = random();
    const part = () => boolean(depth - 1, inSection);
    if (depth === 0 || dice < 0.2) return positional(2);
    if (dice < 0.36) return { kind: "or", parts: [part(), part()] };
    if (dice < 0.52) return { kind: "and", parts: [part(), part()] };
    if (dice < 0.64) return { kind: "without", kept: part(), left: part() };
    if (dice < 0.7) return { kind: "not", part: part() };
    if (dice < 0.82) {
      const least = 1 + upTo(4);
      return {
        kind: "count",
        least,
        most: random() < 0.5 ? least + upTo(3) : undefined,
        part: positional(1),
      };
    }
    if (dice < 0.94 && !inSection) {
      return {
        kind: "section",
        section: pick(["title", "ingress", "content"]),
        part: boolean(depth - 1, true),
      };
    }
    if (dice < 0.97 && !inSection)
      return pick<Asked>([
        { kind: "value", field: "site", value: "tengri*" },
        { kind: "value", field: "language", value: "ru" },
      ]);
    return positional(2);
  }

  return { query: () => boolean(3, false) };
}
