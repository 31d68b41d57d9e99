import { gunzipSync, inflateRawSync, inflateSync } from "node:zlib";

/**
 * A body without its content coding (gzip or deflate, the ones that are asked for); a string says why it can't
 * be read. Never gives more than `limit` bytes.
 */
export function unfold(body: Buffer, coding: string, limit: number): Buffer | string {
  const options = { maxOutputLength: limit };
  try {
    switch (coding.trim().toLowerCase()) {
      case "":
      case "identity":
        return body;
      case "gzip":
      case "x-gzip":
        return isGzip(body) ? gunzipSync(body, options) : body;
      case "deflate":
        return (body[0]! & 0x0f) === 8 ? inflateSync(body, options) : inflateRawSync(body, options);
      default:
        return `found the content coding ${coding.slice(0, 20)}, expected gzip or none`;
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE"
      ? `found a compressed body that unfolds to more than ${limit} bytes`
      : `found a broken ${coding} body: ${(error as Error).message}`;
  }
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
