import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { fold } from "../../loaders/language/fold.ts";
import { tokenise } from "../../loaders/language/tokenise.ts";
import { matchesGlob } from "../../loaders/query/glob.ts";
import { Vocabulary } from "../../loaders/query/vocabulary.ts";
import { WordFilter } from "../../loaders/query/word-filter.ts";
import { WordStream } from "../../loaders/query/word-stream.ts";

const TELEGRAM = "../shared/data/telegram/posts";

const PIECES = [
  ..."абёЁәҚZz09 \n\t.,:-_#@*[]/&«»—…№™©!?()\u00a0\u0301\u20e3\ufe0f\u200d",
  ..."👩🇰🇿🏽Σς𝒜İı",
  "https://t.me/а_б",
  "www.kz",
  "a.b@mail.kz",
  "[phone]",
  "👩‍👧",
  "1️⃣",
  "#аб_вг",
  "e\u0308",
  "\ud83d",
  "\udc69",
];

/** Words, numbers and words of hashtags, as `tokenise` finds them. */
function expected(text: string): string[] {
  return tokenise(text).flatMap(({ kind, text: token, start, end }) => {
    if (kind === "word" || kind === "number") return [`${kind} ${start} ${end} ${fold(token)}`];
    if (kind !== "hashtag") return [];
    return [...token.slice(1).matchAll(/[^_]+/gu)].map((part) => {
      const from = start + 1 + part.index;
      return `${kind} ${from} ${from + part[0].length} ${fold(part[0])}`;
    });
  });
}

function found(stream: WordStream, text: string): string[] {
  stream.read(text);
  return Array.from({ length: stream.count }, (_, i) => {
    const kind = ["word", "number", "hashtag"][stream.kinds[i]!];
    return `${kind} ${stream.starts[i]} ${stream.ends[i]} ${stream.vocabulary.formOf(stream.types[i]!)}`;
  });
}

it("reads the words that `tokenise` and `fold` give, whatever the text", () => {
  const stream = new WordStream(new Vocabulary());
  const text = fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 40 });
  fc.assert(
    fc.property(text, (given) => {
      expect(found(stream, given)).toEqual(expected(given));
    }),
    { numRuns: 20_000 },
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (given) => {
      expect(found(stream, given)).toEqual(expected(given));
    }),
    { numRuns: 2_000 },
  );
});

it("keeps every token that is more than a plain word", () => {
  const stream = new WordStream(new Vocabulary());
  const text = fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 40 });
  fc.assert(
    fc.property(text, (given) => {
      stream.read(given);
      const { tokens } = stream;
      const spans = Array.from({ length: tokens.count }, (_, i) => [tokens.starts[i], tokens.ends[i]]);
      const others = tokenise(given).filter(({ kind }) => kind !== "word" && kind !== "number");
      expect(spans).toEqual(others.map(({ start, end }) => [start, end]));
    }),
    { numRuns: 5_000 },
  );
});

it("with a filter counts every word, and keeps at least those that its forms match", () => {
  const word = fc.string({ unit: fc.constantFrom(..."абез09zü"), minLength: 1, maxLength: 4 });
  const form = fc
    .tuple(word, fc.constantFrom("", "*", "?", "*б"))
    .map(([stem, wildcard]) => fold(stem) + wildcard);
  const text = fc.string({ unit: fc.constantFrom(...PIECES, ..."абез09zü   "), maxLength: 40 });
  fc.assert(
    fc.property(
      fc.array(form, { minLength: 1, maxLength: 5 }),
      fc.array(text, { maxLength: 40 }),
      (forms, texts) => {
        const filtered = new WordStream(new Vocabulary(), new WordFilter(forms));
        const whole = new WordStream(new Vocabulary());
        for (const given of texts) {
          const kept = found(filtered, given);
          const all = found(whole, given);
          expect(filtered.words).toBe(all.length);
          expect(kept).toEqual(Array.from(filtered.places.subarray(0, kept.length), (place) => all[place]));
          const matched = all.filter((one) =>
            forms.some((pattern) => matchesGlob([...pattern], one.slice(one.lastIndexOf(" ") + 1))),
          );
          expect(kept).toEqual(expect.arrayContaining(matched));
        }
      },
    ),
    { numRuns: 500 },
  );
});

it.skipIf(!existsSync(TELEGRAM))(
  "reads real posts as `tokenise` does (skipped without ../shared/data)",
  () => {
    const stream = new WordStream(new Vocabulary());
    for (const file of readdirSync(TELEGRAM).filter((name) => name.endsWith(".json"))) {
      const messages: { text?: string }[] = JSON.parse(readFileSync(join(TELEGRAM, file), "utf8"));
      for (const { text } of messages.slice(0, 500)) {
        if (text) expect(found(stream, text)).toEqual(expected(text));
      }
    }
  },
  60_000,
);
