import { createHash } from "node:crypto";

/** A post's id: the first 64 bits of SHA-256 over platform, line feed and native id, as 16 hex digits. */
export function postId(platform: string, nativeId: string): string {
  return createHash("sha256").update(`${platform}\n${nativeId}`).digest("hex").slice(0, 16);
}
