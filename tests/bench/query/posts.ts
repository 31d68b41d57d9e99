import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { normalise } from "../../../loaders/language/normalise.ts";
import { writeParquet } from "../../../loaders/parquet/write.ts";
import { inventedPosts } from "../../annotate/invented.ts";

const TELEGRAM = "../shared/data/telegram/posts";
const KAZNERD = "../shared/data/kaznerd/IOB2_valid.txt";

export const COLUMNS = [
  { name: "post", type: "INTEGER", nullable: false, unit: "", meaning: "Number of the post" },
  { name: "text", type: "VARCHAR", nullable: false, unit: "", meaning: "Its text" },
];

/** Numbers in [0, 1) from a linear congruential generator (Numerical Recipes, 3rd ed., section 7.1.5). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Real Russian and Kazakh text, or invented words where ../shared/data is absent. */
export function realText(): { source: string; text: string } {
  if (!existsSync(TELEGRAM) || !existsSync(KAZNERD)) {
    const text = inventedPosts(20_000, 300).map((post) => post.text);
    return { source: "invented words (no ../shared/data)", text: text.join("\n") };
  }
  const pieces = readFileSync(KAZNERD, "utf8")
    .split("\n\n")
    .map((sentence) => sentence.split("\n").map((line) => line.split(" ")[0]))
    .map((words) => words.join(" "));
  for (const file of readdirSync(TELEGRAM).filter((name) => name.endsWith(".json"))) {
    const messages: { text?: string }[] = JSON.parse(readFileSync(join(TELEGRAM, file), "utf8"));
    for (const { text } of messages) if (text) pieces.push(text);
  }
  return {
    source: "real Telegram posts (ru) and news sentences (kk), resampled",
    text: flat(normalise(pieces.join("\n"))),
  };
}

/** Posts of so many characters each, cut from a text at random places, between words. */
export function* cutPosts(text: string, count: number, characters: number): Generator<string> {
  const next = numbers(2023);
  for (let i = 0; i < count; i++) {
    const at = text.indexOf(" ", Math.floor(next() * (text.length - 3 * characters)));
    yield flat(text.slice(at + 1, text.indexOf(" ", at + characters)));
  }
}

/** Writes posts.parquet; returns the bytes of UTF-8 in the texts. */
export async function writePosts(file: string, text: string, count: number): Promise<number> {
  let bytes = 0;
  function* rows() {
    let post = 0;
    for (const one of cutPosts(text, count, 300)) {
      bytes += Buffer.byteLength(one);
      yield [post++, one];
    }
  }
  await writeParquet(file, COLUMNS, rows());
  return bytes;
}

/** The same string as one run of memory, as texts come from a database, not as the pieces that it was made of. */
function flat(text: string): string {
  return Buffer.from(text).toString();
}
