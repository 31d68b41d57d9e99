import { describe, expect, it } from "vitest";
import { Overlaps } from "../../loaders/query/lint/overlaps.ts";
import { TakenWords } from "../../loaders/query/lint/taken-words.ts";
import { isNeeded, WordShares } from "../../loaders/query/lint/word-shares.ts";
import { parseQuery } from "../../loaders/query/parse.ts";

describe("overlaps", () => {
  it("counts pairs; Jaccard equals scikit-learn's on the same posts", () => {
    // sklearn.metrics.jaccard_score([1,1,1,0,0,1], [1,0,1,1,0,0]) = 0.4
    const [a, b] = [
      [1, 1, 1, 0, 0, 1],
      [1, 0, 1, 1, 0, 0],
    ] as const;
    const overlaps = new Overlaps();
    a.forEach((has, post) => {
      overlaps.add([...(b[post] === 1 ? ["b"] : []), ...(has === 1 ? ["a"] : [])]);
    });
    expect(overlaps.found()).toEqual([
      { one: "a", other: "b", both: 2, ofOne: 4, ofOther: 3, jaccard: 0.4, ofRarer: 2 / 3 },
    ]);
  });

  it("lists no pair that never meets, and sorts the others", () => {
    const overlaps = new Overlaps();
    for (const post of [["a", "b"], ["a", "b", "c"], ["d"], [], ["c"]]) overlaps.add(post);
    expect(overlaps.found().map(({ one, other }) => one + other)).toEqual(["ab", "ac", "bc"]);
    expect(overlaps.countOf("d")).toBe(1);
    expect(overlaps.countOf("e")).toBe(0);
  });
});

it("tells to which words a query owes its posts", () => {
  const shares = new WordShares(["мектеп*", "школ*", "лицей"]);
  for (const evidence of [["школ*"], ["школ*", "мектеп*"], ["школ*"], ["мектеп*"]]) shares.add(evidence);
  expect(shares.found()).toEqual([
    { label: "школ*", posts: 3, alone: 2, share: 0.75 },
    { label: "мектеп*", posts: 2, alone: 1, share: 0.5 },
    { label: "лицей", posts: 0, alone: 0, share: 0 },
  ]);
  expect(new WordShares(["a"]).found()).toEqual([{ label: "a", posts: 0, alone: 0, share: 0 }]);
});

it("knows the words without which a query can't match", () => {
  for (const [query, needed] of [
    ["школа", true],
    ["школа OR лицей", false],
    ["школа AND лицей", true],
    ["(школа OR лицей) AND дети", false],
    ["(школа AND дети) OR (школа AND лицей)", true],
    ["школа NEAR/3 дети", true],
    ["title:(школа {2})", true],
    ["лицей NOT школа", false],
    ['"школа дети"', false],
    ["caseSensitive:(школа)", false],
  ] as const)
    expect(isNeeded(parseQuery(query), "школа"), query).toBe(needed);
});

describe("what a wildcard takes", () => {
  const taken = new TakenWords();
  const word = (form: string, postId: string, beside: string[]) =>
    taken.add({ form, postLanguage: "kk", postId, beside });
  word("сын", "1", ["отец", "мальчик"]);
  word("сына", "1", ["отец"]);
  word("сыном", "2", ["мать", "мальчик"]);
  word("сынып", "3", ["парта", "урок"]);
  word("сыныпта", "3", ["урок"]);
  const lemmas = taken.lemmas((form) => ({
    lemma: form.startsWith("сынып") ? "сынып" : "сын",
    language: "kk",
  }));

  it("is told by lemma, with occurrences, posts and forms", () => {
    expect(
      lemmas.map(({ lemma, occurrences, posts, forms, head }) => [lemma, occurrences, posts, forms, head]),
    ).toEqual([
      ["сын", 3, 2, ["сын", "сына", "сыном"], "сын"],
      ["сынып", 2, 1, ["сынып", "сыныпта"], "сын"],
    ]);
  });

  it("and how like it is to the lemma taken most, in form and in company", () => {
    expect(lemmas.map(({ form }) => form)).toEqual([1, 3 / 5]);
    expect(lemmas.map(({ company }) => company)).toEqual([1, 0]);
  });

  it("company is the cosine of weighted counts: a case by hand", () => {
    const other = new TakenWords();
    const add = (form: string, beside: string[]) =>
      other.add({ form, postLanguage: "ru", postId: form, beside });
    add("аа", ["x", "y"]);
    add("аа", ["x"]);
    add("бб", ["x", "z"]);
    // Words beside: x 3, y 1, z 1, of 5. Weight log(1 + 5/n); counts log(1 + n).
    const [x, y] = [Math.log(1 + 5 / 3), Math.log(6)];
    const [l1, l2] = [Math.log(2), Math.log(3)];
    const expected = (l2 * x * l1 * x) / (Math.hypot(l2 * x, l1 * y) * Math.hypot(l1 * x, l1 * y));
    const found = other.lemmas((form) => ({ lemma: form, language: "ru" }));
    expect(found[1]!.company).toBeCloseTo(expected, 12);
  });
});
