import { expect, test } from "vitest";
import { explain } from "../../loaders/query/explain.ts";
import type { Post } from "../../loaders/query/post.ts";

const post: Post = {
  title: "Школа открыта",
  text: "Дети и взрослые ждали: школы нет. рас",
  values: { language: "ru" },
};

test.each([
  ["школ*", true, "stands in the post"],
  ["мектеп", false, "is not in the post"],
  ["школ* AND мектеп", false, "not all of its parts match"],
  ["школ* OR мектеп", true, "one of its parts matches"],
  ["NOT школ*", false, "what it excludes is there"],
  ["школы {2}", false, "found 1, asked for at least 2"],
  ["школ* {3,4}", false, "found 2, asked for 3 to 4"],
  ["дети NEAR/1 школы", false, "the nearest have 3 words between, at most 1 may be"],
  ["школы ONEAR/9 дети", false, "they stand in the other order"],
  ["открыта NEAR дети", false, "they stand in title and text, or share words"],
  ["дети NEAR мектеп", false, "мектеп is not there"],
  ["дети NEAR/3 школы", true, "at most 3 words between"],
  ["language:ru", true, 'language is "ru"'],
  ["country:kz", false, "the post has no country"],
  ["caseSensitive:(РАС)", false, "is not in the post as written: it stands there in another case"],
  ['caseSensitive:("Дети И")', false, "is not in the post as written: it stands there in another case"],
  ["caseSensitive:(УО)", false, "is not in the post"],
  ['"взрослые дети"', false, "is not in the post: all its words stand there, but not one after the other"],
  ['"особые дет*"', false, "is not in the post: дет* stands there, особые does not"],
  [
    '"особые дети и взрослые люди"',
    false,
    "is not in the post: дети, и, взрослые stand there, особые, люди do not",
  ],
  ['"жаңа мектеп"', false, "is not in the post: none of its words stands there"],
  ['title:"открыта дети"', false, "only the title counts"],
])("%s: %s, %s", (query, matched, reason) => {
  expect(explain(query, post)).toMatchObject({ matched, reason });
});

test("shows a field's value with its field", () => {
  const { parts } = explain("школ* AND language:(kk OR ru)", post);
  expect(parts[1]!.parts.map(({ query, matched }) => [query, matched])).toEqual([
    ["language:kk", false],
    ["language:ru", true],
  ]);
  expect(explain("language:kk", post).query).toBe("language:kk");
});

test("reads Latin words by the language and alphabet of the post", () => {
  expect(explain("оқу", { text: "oqu", script: "latin", values: { language: "kk" } }).matched).toBe(true);
  expect(explain("оқу", { text: "oqu" }).matched).toBe(false);
});

test("says what stands where, part by part", () => {
  expect(explain("title:(дети) OR школ*", post)).toEqual({
    query: "title:(дети) OR школ*",
    matched: true,
    reason: "one of its parts matches",
    found: [],
    parts: [
      {
        query: "title:(дети)",
        matched: false,
        reason: "only the title counts",
        found: [],
        parts: [
          {
            query: "дети",
            matched: false,
            reason: "is in the post, but not in the title",
            found: [],
            parts: [],
          },
        ],
      },
      {
        query: "школ*",
        matched: true,
        reason: "stands in the post",
        found: [
          { part: "title", start: 0, end: 5, text: "Школа" },
          { part: "text", start: 23, end: 28, text: "школы" },
        ],
        parts: [],
      },
    ],
  });
});
