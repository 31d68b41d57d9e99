import { constants, gzipSync } from "node:zlib";

/** Gzip with no time in it and the operating system unnamed, so that equal texts give equal bytes. */
export function gzip(bytes: Uint8Array): Buffer {
  const out = gzipSync(bytes, { level: 9, memLevel: 9, strategy: constants.Z_DEFAULT_STRATEGY });
  out.fill(0, 4, 8);
  out[9] = 255;
  return out;
}
