import type { AnnotationStudy } from "../../loaders/annotate/post-annotator.ts";
import { termsOf } from "../../loaders/query/ast.ts";
import { parseQuery } from "../../loaders/query/parse.ts";
import type { TestPost } from "./posts-file.ts";

const SYLLABLES =
  "ба ла жа қа мек теп шко ола уче ник род ите об раз ова ние спе ци аль ный ин клю зив ау тизм тір гөн дер үшін сын ып қыз мет ұлт".split(
    " ",
  );

/** Numbers in [0, 1) from a linear congruential generator (Numerical Recipes, 3rd ed., section 7.1.5). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function inventedWords(count: number, next: () => number): string[] {
  return Array.from({ length: count }, () =>
    Array.from(
      { length: 2 + Math.floor(next() * 3) },
      () => SYLLABLES[Math.floor(next() * SYLLABLES.length)],
    ).join(""),
  );
}

/** Posts of words drawn from a vocabulary of 60,000, the common ones more often, with tags, links and emoji. */
export function inventedPosts(count: number, characters: number, seed = 1): TestPost[] {
  const next = random(seed);
  const vocabulary = inventedWords(60_000, next);
  return Array.from({ length: count }, (_, index) => {
    let text = "";
    while (text.length < characters) {
      const word = vocabulary[Math.floor(next() ** 3 * vocabulary.length)]!;
      const dice = next();
      if (dice < 0.01) text += `#${word}_2023 `;
      else if (dice < 0.015) text += `https://t.me/kanal/${index} `;
      else if (dice < 0.02) text += "👩‍👧 ";
      else text += dice < 0.1 ? `${word}, ` : dice < 0.15 ? `${word.toUpperCase()}. ` : `${word} `;
    }
    return { post_id: index.toString(16).padStart(16, "0"), text: flat(text.slice(0, characters)) };
  });
}

/** The same string as one run of memory, as texts come from a database, not as the pieces that it was made of. */
function flat(text: string): string {
  return Buffer.from(text).toString();
}

/** A study of 40 topics with 50 words each, half of them stems with a wildcard, and one phrase. */
export function inventedStudy(): AnnotationStudy {
  const next = random(1);
  const vocabulary = inventedWords(60_000, next);
  const topics = Array.from({ length: 40 }, (_, topic) => {
    const words = Array.from({ length: 50 }, (_, at) => {
      const word = vocabulary[Math.floor(next() * vocabulary.length)]!;
      return at % 2 === 0 ? word : `${word}*`;
    });
    return {
      id: `t${topic}`,
      title: { en: `Topic ${topic}` },
      query: { ru: `${words.join(" OR ")} OR "${words.slice(0, 2).join(" ")}"` },
    };
  });
  return { topics, barriers: [], programmes: [], disabilities: [], regions: [], organisations: [] };
}

/** The single words of a study's topics. */
export function patternWords(study: AnnotationStudy): string[] {
  return study.topics.flatMap(({ query }) =>
    Object.values(query).flatMap((text) =>
      termsOf(parseQuery(text)).flatMap((term) => (term.kind === "word" ? [term.form] : [])),
    ),
  );
}
