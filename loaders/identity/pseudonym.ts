import { createHmac } from "node:crypto";

/** A short name of a key, by which a step tells that the key has changed. It does not give the key away. */
export function keyFingerprint(key: string): string {
  return createHmac("sha256", key).update("fingerprint").digest("hex").slice(0, 8);
}

/**
 * The pseudonym of an account: `p:` and the first 64 bits of HMAC-SHA-256 over the platform and the account, in
 * hex. The same account on two platforms has two pseudonyms.
 */
export function pseudonym(key: string, platform: string, account: string): string {
  return `p:${createHmac("sha256", key).update(`${platform}\n${account}`).digest("hex").slice(0, 16)}`;
}
