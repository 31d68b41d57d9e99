import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CaptureError } from "../../loaders/corpus/capture-error.ts";
import { findDate, readDate } from "../../loaders/corpus/date-words.ts";
import { isSlashed, meltwaterDate } from "../../loaders/corpus/meltwater-date.ts";
import { strptime } from "../../loaders/corpus/strptime.ts";
import { readIsoDate, readRfc822Date } from "../../loaders/corpus/written-date.ts";
import { Zone } from "../../loaders/corpus/zoned-time.ts";

const zone = new Zone("Asia/Almaty");
const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString());

describe("ISO dates", () => {
  it.each([
    ["2023-05-31T23:05:00+06:00", "2023-05-31T17:05:00.000Z"],
    ["2023-05-31T23:05:00Z", "2023-05-31T23:05:00.000Z"],
    ["2023-05-31 23:05", "2023-05-31T17:05:00.000Z"],
    ["2024-04-12 23:15:00", "2024-04-12T18:15:00.000Z"],
    ["2023-05-31 23:05:00.123456+00", "2023-05-31T23:05:00.123Z"],
    ["2023-05-31", "2023-05-30T18:00:00.000Z"],
  ])("%s", (text, expected) => expect(iso(readIsoDate(text, zone))).toBe(expected));

  it.each(["2023-02-29", "2023-13-01", "2023-05-31T25:00", "0001-01-01", "31.05.2023", "", "2023-05-31T"])(
    "%s is none",
    (text) => expect(readIsoDate(text, zone)).toBeUndefined(),
  );
});

describe("dates of RFC 822", () => {
  it.each([
    ["Wed, 31 May 2023 23:05:00 +0600", "2023-05-31T17:05:00.000Z"],
    ["31 May 2023 23:05 GMT", "2023-05-31T23:05:00.000Z"],
    ["Thu, 01 Jan 04 19:48:21 EST", "2004-01-02T00:48:21.000Z"],
  ])("%s", (text, expected) => expect(iso(readRfc822Date(text))).toBe(expected));
});

describe("strptime patterns", () => {
  it.each([
    ["%d.%m.%Y %H:%M", "31.05.2023 23:05", "2023-05-31T17:05:00.000Z"],
    ["%d %B %Y %H:%M", "12 апреля 2024 23:15", "2024-04-12T18:15:00.000Z"],
    ["%d %B %Y", "5 мамыр 2023", "2023-05-04T18:00:00.000Z"],
    ["%m/%d/%Y %I:%M %p", "05/06/2023 12:30 AM", "2023-05-05T18:30:00.000Z"],
    ["%Y%m%dT%H%M%S%z", "20230531T230500+0000", "2023-05-31T23:05:00.000Z"],
    ["%s", "1685552700", "2023-05-31T17:05:00.000Z"],
  ])("%s reads %s", (pattern, text, expected) => expect(iso(strptime(pattern, zone)(text))).toBe(expected));

  it("give nothing where the text does not fit", () => {
    expect(strptime("%d.%m.%Y", zone)("2023-05-31")).toBeUndefined();
    expect(strptime("%d.%m.%Y", zone)("31.02.2023")).toBeUndefined();
  });

  it.each(["%Q", "%d.%m", "%H:%M", "%I %d %m %Y", "dd.mm.yyyy"])("%s is refused", (pattern) => {
    expect(() => strptime(pattern, zone)).toThrow(CaptureError);
  });
});

describe("Meltwater's dates", () => {
  const read = meltwaterDate(zone);

  it.each([
    ["31-May-2023 11:05PM", "2023-05-31T17:05:00.000Z"],
    ["31-May-2023 12:05AM", "2023-05-30T18:05:00.000Z"],
    ["2023-05-31 23:05", "2023-05-31T17:05:00.000Z"],
    ["31.05.2023 23:05", "2023-05-31T17:05:00.000Z"],
    ["May 31, 2023 11:05 PM", "2023-05-31T17:05:00.000Z"],
  ])("%s", (text, expected) => expect(iso(read(text))).toBe(expected));

  it("with slashes are refused, since 05/06 is two days", () => {
    expect(read("05/06/2023")).toBeUndefined();
    expect(isSlashed("05/06/2023 11:05 PM")).toBe(true);
    expect(isSlashed("2023-05-31")).toBe(false);
  });
});

describe("dates in words", () => {
  /** Thursday, 18 April 2024, noon in Almaty. */
  const capturedAt = Date.UTC(2024, 3, 18, 7);

  it.each([
    ["17:36, 30 Qańtar 2026", "2026-01-30T12:36:00.000Z"],
    ["11:17, 30 Qańtar 2026 | GMT +5", "2026-01-30T06:17:00.000Z"],
    ["11:17, 30 Qańtar 2023", "2023-01-30T05:17:00.000Z"],
    ["17 Naýryz 2025", "2025-03-16T19:00:00.000Z"],
    ["3 Sáýir 2025", "2025-04-02T19:00:00.000Z"],
    ["9 Mausym 2025", "2025-06-08T19:00:00.000Z"],
    ["12 Qyrkúıek 2025, 10:00", "2025-09-12T05:00:00.000Z"],
    ["2026 жылғы 30 қаңтар, 17:36", "2026-01-30T12:36:00.000Z"],
    ["30 қаңтар 2026 ж. 17:36", "2026-01-30T12:36:00.000Z"],
    ["12 апреля 2024 23:15", "2024-04-12T18:15:00.000Z"],
    ["Среда, 31 мая 2023 г., 23:05 (МСК)", "2023-05-31T20:05:00.000Z"],
    ["Опубликовано: 31 мая 2023 года в 23:05", "2023-05-31T17:05:00.000Z"],
    ["20 апр. 2023", "2023-04-19T18:00:00.000Z"],
    ["30.01.2026, 17:36", "2026-01-30T12:36:00.000Z"],
    ["May 31, 2023 11:05 PM", "2023-05-31T17:05:00.000Z"],
    ["сегодня в 10:05", "2024-04-18T05:05:00.000Z"],
    ["Вчера 23:54", "2024-04-17T18:54:00.000Z"],
    ["позавчера", "2024-04-15T19:00:00.000Z"],
    ["бүгін, 08:00", "2024-04-18T03:00:00.000Z"],
    ["Búgin 08:00", "2024-04-18T03:00:00.000Z"],
    ["кеше", "2024-04-16T19:00:00.000Z"],
    ["Keshe, 12:00", "2024-04-17T07:00:00.000Z"],
    ["3 сағат бұрын", "2024-04-18T04:00:00.000Z"],
    ["час назад", "2024-04-18T06:00:00.000Z"],
    ["17 апреля", "2024-04-16T19:00:00.000Z"],
    ["31 декабря", "2023-12-30T18:00:00.000Z"],
    ["05/06/2023", undefined],
    ["45 мая 2023", undefined],
    ["маяк 2023", undefined],
  ])("%s", (text, expected) => expect(iso(findDate(text, zone, capturedAt)?.time)).toBe(expected));

  it.each(["сегодня", "кеше 12:00", "2 часа назад", "17 апреля"])(
    "%s is none without the capture's time",
    (text) => expect(findDate(text, zone)).toBeUndefined(),
  );

  const kazinform = "../shared/data/news/kazinform-latin/articles.jsonl";
  it.skipIf(!existsSync(kazinform))(`of all 200 Kazakh articles in Latin script (${kazinform})`, () => {
    const articles = readFileSync(kazinform, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { datetime_raw: string; text: string; scraped_at: string });
    const months: Record<string, number> = { Qarasha: 11, Jeltoqsan: 12, Qańtar: 1, Aqpan: 2 };
    let read = 0;
    let inText = 0;
    for (const { datetime_raw, text, scraped_at } of articles) {
      const [, hour, minute, day, month, year] = /^(\d+):(\d+), (\d+) (\S+) (\d+)$/u.exec(datetime_raw)!;
      // Kazakhstan is at UTC+5 as a whole since March 2024.
      const expected = Date.UTC(+year!, months[month!]! - 1, +day!, +hour! - 5, +minute!);
      const time = readDate(datetime_raw, zone);
      // Published before it was collected, and not three months before.
      const age = Date.parse(scraped_at) - expected;
      if (time === expected && age > 0 && age < 90 * 86_400_000) read += 1;
      // Some texts repeat the date with its offset.
      const [first = ""] = text.split("\n");
      if (first.endsWith("GMT +5") && readDate(first, new Zone("UTC")) === expected) inText += 1;
    }
    expect([articles.length, read, inText]).toEqual([200, 200, 7]);
  });
});
