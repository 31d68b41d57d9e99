import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { gathered, inPieces, randomNumbers } from "./made-captures.ts";

const noise = (length: number, seed: number) => {
  const random = randomNumbers(seed);
  return Buffer.from(Array.from({ length }, () => 97 + Math.floor(random() * 20)));
};

describe("gzip", () => {
  const parts = [noise(50_000, 1), noise(3, 2), noise(200_000, 3)];
  const plain = Buffer.concat(parts);

  it.each([1, 7, 4096, 1_000_000])("of several members is read whole, in pieces of %d", async (size) => {
    const zipped = Buffer.concat(parts.slice(0, 2).map((part) => gzipSync(part)));
    const bytes = inPieces(zipped, size);
    expect(Buffer.concat(await gathered(bytes)).equals(Buffer.concat(parts.slice(0, 2)))).toBe(true);
    expect(bytes.damage).toBeUndefined();
  });

  it("that is cut gives what came before the cut, and says so", async () => {
    const zipped = Buffer.concat(parts.map((part) => gzipSync(part)));
    const random = randomNumbers(4);
    for (let round = 0; round < 30; round += 1) {
      const bytes = inPieces(zipped.subarray(0, 20 + Math.floor(random() * (zipped.length - 20))), 5000);
      const read = Buffer.concat(await gathered(bytes));
      expect(plain.subarray(0, read.length).equals(read)).toBe(true);
    }
    const bytes = inPieces(zipped.subarray(0, zipped.length - 4), 5000);
    expect(Buffer.concat(await gathered(bytes)).equals(plain)).toBe(true);
    expect(bytes.damage).toMatch(/member 3: found the end of the file/u);
  });

  it("followed by other bytes keeps its own and says so; zeros are padding", async () => {
    const bytes = inPieces(Buffer.concat([gzipSync("abc"), Buffer.from("WARC/1.0")]));
    expect(Buffer.concat(await gathered(bytes)).toString()).toBe("abc");
    expect(bytes.damage).toMatch(/no gzip header/u);
    const padded = inPieces(
      Buffer.concat([gzipSync("abc"), Buffer.alloc(100), gzipSync("def"), Buffer.alloc(9)]),
    );
    expect(Buffer.concat(await gathered(padded)).toString()).toBe("abcdef");
    expect(padded.damage).toBeUndefined();
  });

  it("with changed bytes says so", async () => {
    const zipped = gzipSync(parts[0]!);
    zipped[20_000]! ^= 0xff;
    const bytes = inPieces(zipped);
    await gathered(bytes);
    expect(bytes.damage).toBeDefined();
  });

  it("unfolds a bomb piece by piece", async () => {
    let largest = 0;
    let total = 0;
    for await (const chunk of inPieces(gzipSync(Buffer.alloc(50_000_000)), 65_536)) {
      largest = Math.max(largest, chunk.length);
      total += chunk.length;
    }
    expect(total).toBe(50_000_000);
    expect(largest).toBeLessThanOrEqual(65_536);
  });
});
