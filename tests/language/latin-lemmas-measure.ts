import { wordLemmas } from "../../loaders/annotate/word-lemmas.ts";
import { fold } from "../../loaders/language/fold.ts";
import { latinArticles } from "./measure.ts";

/** Running words of the Latin-script articles that get a Cyrillic lemma, in one corpus with Cyrillic forms. */
export function latinJoined(cyrillic: readonly string[]): {
  words: number;
  joined: number;
  samples: string[];
} {
  const counts = new Map<string, number>();
  for (const article of latinArticles())
    for (const word of article.match(/\p{Script=Latin}+/gu) ?? []) {
      const form = fold(word);
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  const words = [
    ...[...counts].map(([form, count]) => ({ form, written: form, postLanguage: "kk", count })),
    ...cyrillic.map((form) => ({ form, written: form, postLanguage: "kk", count: 1 })),
  ];
  const { lemmas, numbers } = wordLemmas(words);
  const latin = words.slice(0, counts.size);
  const isJoined = latin.map((_, word) => lemmas[numbers[word]!]!.language === "kk");
  const left = latin.filter((_, word) => !isJoined[word]).sort((a, b) => b.count - a.count);
  const sum = (some: typeof latin) => some.reduce((total, { count }) => total + count, 0);
  return {
    words: sum(latin),
    joined: sum(latin) - sum(left),
    samples: left.slice(0, 10).map(({ form, count }) => `${form} × ${count}`),
  };
}
