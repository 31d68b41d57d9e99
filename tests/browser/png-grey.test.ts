import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { greyOf } from "./png-grey.ts";

/** A PNG of RGB lines as given, each with its filter. Checksums are left out: nobody reads them here. */
function png(width: number, lines: readonly (readonly number[])[], kind = 2): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(lines.length, 4);
  head.set([8, kind, 0, 0, 0], 8);
  const data = deflateSync(Buffer.from(lines.flat()));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

test("each of the five filters of a line gives back the same pixels", () => {
  // Two pixels of grey, 10 and 30, then 20 and 50, written with every filter.
  const first = [0, 10, 10, 10, 30, 30, 30];
  const lines = {
    none: [0, 20, 20, 20, 50, 50, 50],
    left: [1, 20, 20, 20, 30, 30, 30],
    up: [2, 10, 10, 10, 20, 20, 20],
    mean: [3, 15, 15, 15, 25, 25, 25],
    // Paeth: of 20 (left), 30 (up) and 10 (corner), 20 + 30 - 10 = 40 is nearest to 30.
    paeth: [4, 10, 10, 10, 20, 20, 20],
  };
  for (const [name, line] of Object.entries(lines))
    expect([...greyOf(png(2, [first, line])).pixels], name).toEqual([10, 30, 20, 50]);
});

test("colours weigh as the eye sees them, and another kind of PNG is refused", () => {
  expect([...greyOf(png(3, [[0, 255, 0, 0, 0, 255, 0, 0, 0, 255]])).pixels]).toEqual([76, 150, 29]);
  expect(() => greyOf(png(1, [[0, 7]], 0))).toThrow(/kind 0/);
});
