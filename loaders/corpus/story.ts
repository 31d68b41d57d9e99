import { createHash } from "node:crypto";
import { fold } from "../language/fold.ts";

/**
 * What two copies of one text have in common: 128 bits over the words of title and text, folded; links,
 * punctuation, emoji, letter case and white space play no part. Undefined where there are no words.
 */
export function storyKey(title: string | undefined, text: string): string | undefined {
  const words = fold(`${title ?? ""} ${text}`.replace(/\b(?:https?:\/\/|www\.)\S*/giu, " "))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
  return words === "" ? undefined : createHash("sha256").update(words).digest("hex").slice(0, 32);
}
