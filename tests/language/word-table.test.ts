import fc from "fast-check";
import { expect, it } from "vitest";
import { WordTable } from "../../loaders/language/word-table.ts";
import { unitsOf } from "./units-of.ts";

/** Where the numbers of a word stand. */
function seek(table: WordTable, word: string): number {
  // Between other units, which are none of the word's.
  return table.seek(unitsOf(`ә${word}қ`), 1, 1 + word.length);
}

function put(table: WordTable, word: string, number: number): void {
  const at = seek(table, word);
  table.slots[at] = number;
  table.slots[at + 1] = -number;
}

function get(table: WordTable, word: string): number {
  const at = seek(table, word);
  return table.slots[at]!;
}

it("keeps two numbers of each word as a map does, whatever the words and their lengths", () => {
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom("а", "б", "\0"), maxLength: 4 }),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ unit: fc.constantFrom("қ", "ы"), minLength: 22, maxLength: 27 }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 300 }), (words) => {
      const table = new WordTable();
      const map = new Map<string, number>();
      words.forEach((word, index) => {
        const at = seek(table, word);
        expect(table.isNew).toBe(!map.has(word));
        expect([table.slots[at], table.slots[at + 1]]).toEqual(
          map.has(word) ? [map.get(word), -map.get(word)!] : [0, 0],
        );
        map.set(word, index + 1);
        put(table, word, index + 1);
      });
      expect(table.size).toBe(map.size);
      for (const [word, number] of map) expect(get(table, word)).toBe(number);
    }),
    { numRuns: 300 },
  );
});

it("holds a hundred thousand words, and forgets them", () => {
  const table = new WordTable();
  const wordOf = (i: number) => `${"ұзақ".repeat(i % 9)}${i}`;
  for (let i = 0; i < 100_000; i++) put(table, wordOf(i), i);
  expect(table.size).toBe(100_000);
  for (let i = 0; i < 100_000; i++) {
    const number = get(table, wordOf(i));
    if (table.isNew || number !== i) throw new Error(`found ${number}, expected ${i}`);
  }
  table.clear();
  expect(table.size).toBe(0);
  expect(get(table, wordOf(54_321))).toBe(0);
  expect(table.isNew).toBe(true);
});

it("tells words of NUL apart by their lengths", () => {
  const table = new WordTable();
  ["", "\0", "\0\0", "\0\0\0"].forEach((word, index) => {
    put(table, word, index + 1);
  });
  expect(["\0\0", "", "\0\0\0", "\0"].map((word) => get(table, word))).toEqual([3, 1, 4, 2]);
});
