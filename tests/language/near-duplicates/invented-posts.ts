import { normalise } from "../../../loaders/language/normalise.ts";
import { randomNumbers } from "../../corpus/made-captures.ts";
import { madeCopy } from "./made-copies.ts";
import type { RealText } from "./real-texts.ts";

/** Of each ten posts one is an equal copy of an earlier one and one an edited copy. */
const COPIED = 0.1;
const REMEMBERED = 5_000;

/**
 * Posts of about `length` characters in which each word follows the one before as often as in real texts, so that
 * phrases recur as they do there; a tenth are equal copies, a tenth edited ones. Seeded.
 */
export function* inventedPosts(texts: readonly RealText[], count: number, length: number): Generator<string> {
  const random = randomNumbers(1997);
  const followers = followersIn(texts);
  const starts = texts.map(({ text }) => text.split(/\s+/u, 1)[0]!).filter((word) => followers.has(word));
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const recent: string[] = [];
  const own = () => {
    const words: string[] = [];
    for (let size = 0, word = pick(starts); size < length; word = pick(followers.get(word) ?? starts)) {
      words.push(word);
      size += word.length + 1;
    }
    return words.join(" ");
  };
  for (let i = 0; i < count; i++) {
    const chance = i === 0 ? 1 : random();
    let post: string;
    if (chance < COPIED) post = pick(recent);
    else if (chance < 2 * COPIED) {
      const original = { id: "", channel: "", publishedAt: 0, title: "", text: pick(recent) };
      post = madeCopy("lightly edited", original, texts, random)!.text;
    } else post = own();
    if (recent.length < REMEMBERED) recent.push(post);
    else recent[i % REMEMBERED] = post;
    yield normalise(post);
  }
}

function followersIn(texts: readonly RealText[]): Map<string, string[]> {
  const followers = new Map<string, string[]>();
  for (const { text } of texts) {
    const words = text.split(/\s+/u);
    for (let i = 0; i + 1 < words.length; i++) {
      const known = followers.get(words[i]!);
      if (known === undefined) followers.set(words[i]!, [words[i + 1]!]);
      else known.push(words[i + 1]!);
    }
  }
  return followers;
}
