import { describe, expect, it } from "vitest";
import { CaptureError } from "../../loaders/corpus/capture-error.ts";
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
