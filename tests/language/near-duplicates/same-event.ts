import { fold } from "../../../loaders/language/fold.ts";
import { tokenise } from "../../../loaders/language/tokenise.ts";
import type { RealText } from "./real-texts.ts";

/** Channels of one publisher repeat themselves: not two authors. */
const SAME_PUBLISHER = [/^Библиотека /u, /опор/u, /^Москва /u];
const HOURS = 3_600_000;
/** A beginning of a word stands for its forms; one in at most so many posts tells an event. */
const STEM = 6;
const RARE = 25;

export interface HardPair {
  readonly one: number;
  readonly other: number;
  /** Summed inverse document frequencies of the shared stems over those of the shorter post. */
  readonly shared: number;
}

/**
 * Pairs of posts that tell one event in two channels of different publishers: within 36 hours, with at least three
 * stems in common that at most 25 posts have, the most in common first. Whether one is a copy of the other is not
 * decided here.
 */
export function sameEventPairs(texts: readonly RealText[]): HardPair[] {
  const stems = texts.map(({ title, text }) => stemsOf(`${title}\n${text}`));
  const posts = new Map<string, number[]>();
  stems.forEach((own, post) => {
    for (const stem of own) posts.set(stem, [...(posts.get(stem) ?? []), post]);
  });
  const weight = (stem: string) => Math.log(texts.length / posts.get(stem)!.length);
  const pairs = new Map<number, number>();
  for (const holders of posts.values()) {
    if (holders.length > RARE) continue;
    for (const one of holders)
      for (const other of holders)
        if (one < other && areOfTwoAuthors(texts[one]!, texts[other]!)) {
          const key = one * texts.length + other;
          pairs.set(key, (pairs.get(key) ?? 0) + 1);
        }
  }
  return [...pairs]
    .filter(([, rare]) => rare >= 3)
    .map(([key]) => {
      const one = Math.floor(key / texts.length);
      const other = key % texts.length;
      const sum = (list: Iterable<string>) => [...list].reduce((total, stem) => total + weight(stem), 0);
      const common = [...stems[one]!].filter((stem) => stems[other]!.has(stem));
      return { one, other, shared: sum(common) / Math.min(sum(stems[one]!), sum(stems[other]!)) };
    })
    .sort((a, b) => b.shared - a.shared || a.one - b.one || a.other - b.other);
}

function stemsOf(text: string): Set<string> {
  return new Set(
    tokenise(text)
      .filter(({ kind }) => kind === "word" || kind === "number")
      .map((token) => fold(token.text).slice(0, STEM)),
  );
}

function areOfTwoAuthors(a: RealText, b: RealText): boolean {
  return publisher(a) !== publisher(b) && Math.abs(a.publishedAt - b.publishedAt) <= 36 * HOURS;
}

function publisher({ channel }: RealText): string {
  const group = SAME_PUBLISHER.findIndex((name) => name.test(channel));
  return group === -1 ? channel : String(group);
}
