import { expect, test } from "vitest";
import { isIdentificationNumber } from "../../loaders/language/personal-data/identification-number.ts";
import { findPersonalData } from "../../loaders/publish/personal-data.ts";

test.each([
  ["звоните +7 701 123-45-67", "phone"],
  ["8(701)1234567", "phone"],
  ["пишите на umit.demo@example.kz", "e-mail"],
  ["ИИН 900101300017", "identification number"],
])("%s", (text, kind) => {
  expect(findPersonalData(text, []).map((found) => found.kind)).toContain(kind);
});

test("an allowed address, a hash and a plain number are no personal data", () => {
  expect(findPersonalData("study@example.org", ["study@example.org"])).toEqual([]);
  expect(findPersonalData("sha256 8c180b28f1c05e54700112345678901234", [])).toEqual([]);
  expect(findPersonalData("19765004 residents, M7.0012345,87.0123456", [])).toEqual([]);
});

test("a number with a wrong check digit or an impossible date is none", () => {
  const last = Array.from({ length: 10 }, (_, digit) => `90010130001${digit}`).filter(isIdentificationNumber);
  expect(last).toHaveLength(1);
  expect(isIdentificationNumber("901301300017")).toBe(false);
  expect(isIdentificationNumber("12345")).toBe(false);
});
