import { expect, test } from "vitest";
import { parseQuery } from "../../loaders/query/parse.ts";
import { MELTWATER, warningsOf } from "../../loaders/query/warnings.ts";

test.each([
  ["школа OR дети", []],
  ["школ* NEAR дети", ["0 a wildcard beside NEAR: Meltwater advises against it"]],
  ['школа NEAR/3 ("особ* дети" OR мектеп)', ["14 a wildcard beside NEAR: Meltwater advises against it"]],
  ["школа NEAR/20 дети", ["0 NEAR/20: Meltwater advises at most 10"]],
  ["образовательн*", ["0 13 letters before a wildcard: Meltwater advises at most 9"]],
  ["NOT школа", ["0 matches every post that lacks these words"]],
  ["школа OR NOT дети", ["0 matches every post that lacks these words"]],
  ["школа NOT дети", []],
  ...["author", "from", "country", "infoType"].map((field): [string, string[]] => [
    `школа AND ${field}:kz`,
    [
      `${11 + field.length} ${field}: matches no post, for posts carry none; language:, site: and socialType: are known`,
    ],
  ]),
  ["школа AND (language:kk OR site:a.kz OR socialType:telegram)", []],
])("%s", (text, expected) => {
  const found = warningsOf(text, parseQuery(text));
  expect(found.map(({ position, message }) => `${position} ${message}`)).toEqual(expected);
});

test("a platform's length is a setting", () => {
  const limits = { ...MELTWATER, name: "Other", longest: 5 };
  expect(warningsOf("школа OR дети", parseQuery("школа OR дети"), limits)).toEqual([
    { position: 5, message: "13 characters: Other takes at most 5" },
  ]);
});
