/**
 * Speed of boolean queries: `npx tsx tests/bench/query.ts [POSTS]`, 100,000 posts of 300 characters by default, with
 * 40 lists of 50 words, with the same words under AND, NOT, NEAR and {N}, and with up to 10,000 patterns.
 */
import { compileQueries } from "../../loaders/query/compile-queries.ts";
import { parseQuery } from "../../loaders/query/parse.ts";
import { inventedPosts, inventedStudy, patternWords } from "../annotate/invented.ts";

const posts = Number(process.argv[2] ?? 100_000);
const texts = inventedPosts(posts, 300).map(({ text }) => text);
const megabytes = Buffer.byteLength(texts.join("")) / 1e6;
const words = patternWords(inventedStudy());
console.log(`${posts} posts, ${megabytes.toFixed(1)} MB of UTF-8`);

measure(
  "40 lists, 2,000 words",
  groups(words, 50, (list) => list.join(" OR ")),
);
measure(
  "40 boolean queries, 2,000 words",
  groups(words, 50, (list) => {
    const [a, b, c] = [list.slice(0, 20), list.slice(20, 40), list.slice(40)].map((part) =>
      part.join(" OR "),
    );
    return `(${a}) NEAR/5 (${b}) OR (${a}) {2} NOT (${c}) OR title:(${c})`;
  }),
);
for (const count of [1_000, 5_000, 10_000]) {
  const more = Array.from({ length: count }, (_, i) => `${words[i % words.length]!.replace("*", "")}${i}`);
  measure(
    `200 lists, ${count} rare words`,
    groups(more, count / 200, (list) => list.join(" OR ")),
  );
}

function groups(list: readonly string[], size: number, query: (words: string[]) => string): string[] {
  return Array.from({ length: list.length / size }, (_, i) => query(list.slice(i * size, (i + 1) * size)));
}

function measure(name: string, queries: readonly string[]): void {
  const matcher = compileQueries(queries.map((query) => parseQuery(query)));
  const begun = performance.now();
  let matches = 0;
  for (const text of texts) matches += matcher.matching({ text }).length;
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `${name}: ${seconds.toFixed(2)} s, ${(megabytes / seconds).toFixed(0)} MB/s, ${matches} matches`,
  );
}
