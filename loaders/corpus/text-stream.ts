import { peek } from "./capture-file.ts";

/** Bytes looked at to tell an encoding. */
const SAMPLE = 4096;

/**
 * Decodes a stream of bytes. The encoding is told by the byte order mark; without one by where zero bytes stand
 * (UTF-16 of any text with ASCII in it has them at odd or at even places); otherwise it is UTF-8.
 */
export async function* decodeStream(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const { first, all } = await peek(bytes, SAMPLE);
  const decoder = new TextDecoder(encodingOf(first));
  for await (const chunk of all) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

/** The encoding that the first bytes of a file speak for. */
export function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (let index = 0; index < sample.length; index += 1) if (sample[index] === 0) zeros[index % 2]! += 1;
  const half = sample.length / 2;
  if (zeros[1]! > half * 0.2 && zeros[0]! < half * 0.02) return "utf-16le";
  if (zeros[0]! > half * 0.2 && zeros[1]! < half * 0.02) return "utf-16be";
  return "utf-8";
}
