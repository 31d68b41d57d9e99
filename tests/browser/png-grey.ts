import { inflateSync } from "node:zlib";

export interface Grey {
  readonly width: number;
  readonly height: number;
  /** Row by row, 0 (black) to 255 (white). */
  readonly pixels: Uint8Array;
}

/**
 * The greys of a PNG as Chromium writes it: 8 bits a channel, with or without opacity, not interlaced (W3C PNG, third
 * edition, 9 and 13.9). Grey is the luma of ITU-R BT.601. Throws on any other kind of PNG.
 */
export function greyOf(png: Buffer): Grey {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [depth, kind, interlaced] = [png[24]!, png[25]!, png[28]!];
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0)
    throw new Error(`found a PNG of depth ${depth}, kind ${kind}, expected 8 bits of RGB or RGBA`);
  const size = kind === 2 ? 3 : 4;
  const raw = inflateSync(Buffer.concat(dataOf(png)));
  const stride = width * size;
  const line = new Uint8Array(stride);
  const before = new Uint8Array(stride);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    unfilter(raw[start]!, raw.subarray(start + 1, start + 1 + stride), line, before, size);
    for (let x = 0; x < width; x++)
      pixels[y * width + x] =
        0.299 * line[x * size]! + 0.587 * line[x * size + 1]! + 0.114 * line[x * size + 2]! + 0.5;
    before.set(line);
  }
  return { width, height, pixels };
}

function dataOf(png: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return parts;
}

function unfilter(kind: number, from: Uint8Array, line: Uint8Array, above: Uint8Array, size: number): void {
  for (let at = 0; at < line.length; at++) {
    const left = at < size ? 0 : line[at - size]!;
    const corner = at < size ? 0 : above[at - size]!;
    const up = above[at]!;
    const guess =
      kind === 0
        ? 0
        : kind === 1
          ? left
          : kind === 2
            ? up
            : kind === 3
              ? (left + up) >> 1
              : paeth(left, up, corner);
    line[at] = from[at]! + guess;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
