import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StoryFinder } from "../../../loaders/language/near-duplicates/story-finder.ts";
import { randomNumbers } from "../../corpus/made-captures.ts";
import { processorTime } from "../../processor-time.ts";

const THRESHOLD = 0.4;

function storiesOf(texts: readonly string[], threshold = THRESHOLD): number[] {
  const finder = new StoryFinder(threshold);
  for (const [rank, text] of texts.entries()) finder.add(rank, text);
  return [...finder.stories()];
}

/** A text of so many words out of so many, drawn by a seed. */
function madeText(words: number, vocabulary: number, random: () => number): string {
  return Array.from({ length: words }, () => `слово${Math.floor(random() * vocabulary)}`).join(" ");
}

function milliseconds(run: () => void): number {
  const begun = processorTime();
  run();
  return processorTime() - begun;
}

const NEWS =
  "Министерство просвещения сообщило, что в этом году в школах региона откроют сорок кабинетов поддержки инклюзии";
/** Few words, so that texts often have shingles in common. */
const texts = fc.array(
  fc.array(fc.constantFrom("а", "б", "в", "г"), { maxLength: 14 }).map((words) => words.join(" ")),
  { maxLength: 40 },
);

describe("posts of one story", () => {
  it.each([
    ["the same words", NEWS],
    [
      "Latin letters in place of Cyrillic ones that look alike",
      NEWS.replaceAll("о", "o").replaceAll("а", "a"),
    ],
    ["another case, ё, quotes and white space", `«${NEWS.toUpperCase().replaceAll(" ", "\n")}»`],
    [
      "a link, a mention, emoji and hashtags at the end",
      `${NEWS} 🔥 https://a.example/1 @channel #школа #дети_2023`,
    ],
    ["a source before", `Источник: a.example. ${NEWS}`],
    ["a new first line", `Кабинеты поддержки\n${NEWS}`],
    ["the end cut off", `${NEWS.split(" ").slice(0, 9).join(" ")}…`],
    ["a word changed", NEWS.replace("сорок", "пятьдесят")],
    ["halves in another order", NEWS.split(", ").reverse().join(", ")],
  ])("%s", (_, copy) => expect(storiesOf([NEWS, copy])).toEqual([0, 0]));

  it("are those of another text no more", () => {
    const other =
      "В городе открыли новую музыкальную школу, концерт прошёл при полном зале, билеты раскупили за день";
    expect(storiesOf([NEWS, other])).toEqual([0, 1]);
  });

  it("have the earliest as their face, whenever it was added", () => {
    const finder = new StoryFinder(THRESHOLD);
    finder.add(2, NEWS);
    finder.add(1, `${NEWS} сегодня`);
    finder.add(0, "Совсем о другом написали сегодня утром в газете");
    expect([...finder.stories()]).toEqual([0, 1, 1]);
  });
});

describe("short posts", () => {
  it("share a story where their words are equal, and nowhere else", () => {
    expect(storiesOf(["Спасибо вам большое!", "СПАСИБО вам, большое", "Спасибо вам"])).toEqual([0, 0, 2]);
  });

  it("keep their hashtags, and their characters where they have no word", () => {
    expect(storiesOf(["Утро #школа", "Утро #сад", "утро #Школа", "😀", "😀", "🔥"])).toEqual([
      0, 1, 0, 3, 3, 5,
    ]);
  });
});

describe("posts of five to fifteen words", () => {
  const BRIEF = "В городе открыли новую музыкальную школу";
  it.each([
    ["two words swapped", "В открыли городе новую музыкальную школу"],
    ["a word dropped", "В городе открыли музыкальную школу"],
    ["a word doubled", "В городе открыли новую новую музыкальную школу"],
    ["the end first", "Новую музыкальную школу: в городе открыли"],
    ["words added within", "В городе Астане открыли ещё одну новую музыкальную школу"],
  ])("share a story where one has all words of the other: %s", (_, copy) => {
    expect(storiesOf([BRIEF, copy])).toEqual([0, 0]);
    expect(storiesOf([copy, BRIEF])).toEqual([0, 0]);
  });

  it.each([
    ["Доллар поднялся до 108 рублей", "Доллар поднялся до 110 рублей"],
    ["Обстановка в Софьино. Прислать новость", "Обстановка в Раменском. Прислать новость"],
    [BRIEF, "В городе закрыли старую музыкальную школу"],
  ])("share none where each has a word of its own and a template in common: %s", (one, other) =>
    expect(storiesOf([one, other])).toEqual([0, 1]),
  );

  it("share none where the words of one are a small part of the other", () =>
    expect(
      storiesOf([
        "Школу в городе открыли новую",
        "Новую больницу открыли вчера утром: мэр сказал, что школу в этом городе строят второй год",
      ]),
    ).toEqual([0, 1]));

  it("are compared so up to fifteen words: pairs in another order, no three words left in a row", () => {
    const words = Array.from({ length: 16 }, (_, i) => `слово${i}`);
    const reordered = words.map((_, i) => words[14 - i + 2 * (i % 2)]!);
    expect(storiesOf([words.slice(0, 14).join(" "), reordered.slice(2).join(" ")])).toEqual([0, 0]);
    expect(storiesOf([words.slice(0, 15).join(" "), `${reordered.slice(2).join(" ")} ${words[14]}`])).toEqual(
      [0, 0],
    );
    expect(storiesOf([words.join(" "), reordered.join(" ")])).toEqual([0, 1]);
  });
});

describe("whatever the texts", () => {
  it("the order in which they are added plays no part", () => {
    const ranked = texts.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()], { minLength: list.length })),
    );
    fc.assert(
      fc.property(ranked, ([list, order]) => {
        const finder = new StoryFinder(THRESHOLD);
        for (const rank of order) finder.add(rank, list[rank]!);
        expect([...finder.stories()]).toEqual(storiesOf(list));
      }),
    );
  });

  it("a second run gives the same", () =>
    fc.assert(
      fc.property(texts, (list) => {
        expect(storiesOf(list)).toEqual(storiesOf(list));
      }),
    ));

  it("equal texts share a story, and a face is the earliest of its own", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 30 })), texts, (strange, list) => {
        const all = [...strange, ...list, ...strange];
        const stories = storiesOf(all);
        const first = new Map<string, number>();
        for (const [rank, text] of all.entries()) {
          expect(stories[rank]).toBeLessThanOrEqual(rank);
          expect(stories[stories[rank]!]).toBe(stories[rank]);
          expect(stories[rank]).toBe(stories[first.get(text) ?? rank]);
          if (!first.has(text)) first.set(text, rank);
        }
      }),
    );
  });
});

describe("a chain of copies, each edited from the last", () => {
  const random = randomNumbers(5);
  const words = madeText(40, 1000, random).split(" ");
  const chain = Array.from({ length: 5000 }, (_, i) => {
    if (i > 0) words[Math.floor(random() * words.length)] = `новое${i}`;
    return words.join(" ");
  });

  it("is not one story: each post has two thirds of the threshold with the face", () => {
    const stories = storiesOf(chain);
    expect(new Set(stories).size).toBeGreaterThan(50);
    for (const [rank, face] of stories.entries())
      expect(jaccard(chain[rank]!, chain[face]!)).toBeGreaterThanOrEqual((THRESHOLD * 2) / 3);
  });

  it("is one story where the last still is what the first was", () => {
    expect(new Set(storiesOf(chain.slice(0, 6)))).toEqual(new Set([0]));
  });
});

describe("time is linear", () => {
  it.each([
    ["1 MB of one word", "слово ".repeat(170_000)],
    ["1 MB of one letter", "а".repeat(1 << 20)],
    ["1 MB of two words", "да нет ".repeat(150_000)],
    ["1 MB of hashtags", "#а_б ".repeat(200_000)],
    ["1 MB of underscores in a hashtag", `#а${"_".repeat(1 << 20)}`],
    ["1 MB of emoji", "😀".repeat(1 << 19)],
    ["1 MB of different words", Array.from({ length: 150_000 }, (_, i) => `с${i}`).join(" ")],
  ])("in %s", (_, text) => {
    const copies = [text, `${text} и ещё одно слово`, text];
    expect(milliseconds(() => storiesOf(copies))).toBeLessThan(8000);
  });

  it("in a million equal posts", () => {
    const finder = new StoryFinder(THRESHOLD);
    const time = milliseconds(() => {
      for (let rank = 0; rank < 1_000_000; rank++) finder.add(rank, NEWS);
      expect(finder.stories().every((face) => face === 0)).toBe(true);
    });
    expect(time).toBeLessThan(20_000);
  }, 60_000);

  it("in 20,000 posts that share a third of their words and no more", () => {
    const random = randomNumbers(6);
    const common = madeText(15, 1000, random);
    const posts = Array.from({ length: 20_000 }, () => `${madeText(30, 100_000, random)} ${common}`);
    let stories: number[] = [];
    expect(milliseconds(() => (stories = storiesOf(posts)))).toBeLessThan(20_000);
    expect(new Set(stories).size).toBe(posts.length);
  }, 60_000);

  it("in 20,000 short posts of one template, each with a number of its own: no two share a story", () => {
    const posts = Array.from({ length: 20_000 }, (_, i) => `Доллар поднялся выше ${i} рублей на бирже`);
    let stories: number[] = [];
    expect(milliseconds(() => (stories = storiesOf(posts)))).toBeLessThan(20_000);
    expect(new Set(stories).size).toBe(posts.length);
  }, 60_000);

  it("in 20,000 posts of which each two are alike", () => {
    const random = randomNumbers(7);
    const common = madeText(30, 1000, random);
    const posts = Array.from({ length: 20_000 }, (_, i) => `${common} сегодня ${i}`);
    expect(milliseconds(() => expect(new Set(storiesOf(posts))).toEqual(new Set([0])))).toBeLessThan(20_000);
  }, 60_000);
});

describe("a setting that makes no sense", () => {
  it.each([0, -1, 1.01, Number.NaN])("a threshold of %d", (threshold) =>
    expect(() => new StoryFinder(threshold)).toThrow(/expected a number above 0 and at most 1/),
  );

  it("ranks with a gap, or twice the same", () => {
    const finder = new StoryFinder(THRESHOLD);
    finder.add(1, NEWS);
    expect(() => finder.stories()).toThrow(/expected each once/);
    finder.add(0, NEWS);
    finder.add(0, NEWS);
    expect(() => finder.stories()).toThrow(/expected each once/);
  });
});

function jaccard(one: string, other: string): number {
  const [a, b] = [shingles(one), shingles(other)];
  const common = [...a].filter((shingle) => b.has(shingle)).length;
  return common / (a.size + b.size - common);
}

function shingles(text: string): Set<string> {
  const words = text.split(" ");
  return new Set(words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`));
}
