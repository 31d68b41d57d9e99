import { describe, expect, it } from "vitest";
import { CaptureError } from "../../loaders/corpus/capture-error.ts";
import { localDate } from "../../loaders/corpus/local-date.ts";
import { Zone } from "../../loaders/corpus/zoned-time.ts";

const wall = (text: string) => {
  const [year, month, day, hour, minute] = text.split(/\D/u).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { year, month, day, hour, minute, second: 0, millisecond: 0 };
};
const iso = (time: number) => new Date(time).toISOString().slice(0, 16);

describe("the day of a post in the study's zone", () => {
  const almaty = new Zone("Asia/Almaty");

  it("turns over at the zone's midnight, not at UTC's", () => {
    expect(localDate(Date.UTC(2023, 4, 30, 17, 59, 59), almaty)).toBe("2023-05-30");
    expect(localDate(Date.UTC(2023, 4, 30, 18, 0, 0), almaty)).toBe("2023-05-31");
  });

  it("follows the zone's changes: Almaty left UTC+6 for UTC+5 on 1 March 2024", () => {
    expect(localDate(Date.UTC(2024, 1, 28, 18, 30), almaty)).toBe("2024-02-29");
    expect(localDate(Date.UTC(2024, 2, 2, 18, 30), almaty)).toBe("2024-03-02");
    expect(localDate(Date.UTC(2024, 2, 2, 19, 0), almaty)).toBe("2024-03-03");
  });

  it("knows zones of quarter and half hours", () => {
    expect(localDate(Date.UTC(2023, 0, 1, 18, 14), new Zone("Asia/Kathmandu"))).toBe("2023-01-01");
    expect(localDate(Date.UTC(2023, 0, 1, 18, 15), new Zone("Asia/Kathmandu"))).toBe("2023-01-02");
  });

  it("refuses a name that is no zone", () => {
    expect(() => new Zone("Asia/Atlantis")).toThrow(CaptureError);
  });
});

describe("the instant of a wall clock", () => {
  const paris = new Zone("Europe/Paris");

  it("is the offset's of that day", () => {
    expect(iso(paris.toInstant(wall("2023-01-15 12:00")))).toBe("2023-01-15T11:00");
    expect(iso(paris.toInstant(wall("2023-07-15 12:00")))).toBe("2023-07-15T10:00");
  });

  it("takes an hour shown twice the first time, and a skipped hour as much later", () => {
    expect(iso(paris.toInstant(wall("2023-10-29 02:30")))).toBe("2023-10-29T00:30");
    expect(iso(paris.toInstant(wall("2023-03-26 02:30")))).toBe("2023-03-26T01:30");
  });

  it("leads back to the same clock on each hour of two years", () => {
    const zone = new Zone("Asia/Almaty");
    for (let time = Date.UTC(2023, 0, 1); time < Date.UTC(2025, 0, 1); time += 3_600_000) {
      const local = new Date(time + zone.offset(time)).toISOString();
      const again = zone.toInstant(wall(local));
      // The hour before 1 March 2024 is shown twice; the first is taken.
      expect([0, 3_600_000]).toContain(time - again);
    }
  });
});
