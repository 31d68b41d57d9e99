import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The environment variable that holds a real study's key. */
export const KEY_VARIABLE = "TYNDAU_PSEUDONYM_KEY";
/** Where a real study's key is kept if the environment has none; never versioned. */
export const KEY_FILE = "pseudonym.key";
/** The key of synthetic studies, whose authors do not exist. Public: it hides nothing. */
export const PUBLIC_DEMO_KEY = "tyndau: public key of synthetic studies";
const SHORTEST_KEY = 16;

export interface StudyKey {
  readonly key: string;
  /** Where the key comes from; `made` where this call wrote a new one into the study's home. */
  readonly origin: "environment" | "public demo key" | "file" | "made";
}

/**
 * The key with which a study's accounts are made pseudonyms: the environment's; for a synthetic study the public
 * demo key; else the one in `home/pseudonym.key`, which is made from 32 random bytes and readable by its owner
 * alone where there is none. Throws where a key has under 16 characters.
 */
export function studyKey(
  synthetic: boolean,
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
): StudyKey {
  const given = environment[KEY_VARIABLE]?.trim() ?? "";
  if (given !== "") return { key: checked(given, KEY_VARIABLE), origin: "environment" };
  if (synthetic) return { key: PUBLIC_DEMO_KEY, origin: "public demo key" };
  const file = join(home, KEY_FILE);
  if (existsSync(file)) return { key: checked(readFileSync(file, "utf8").trim(), file), origin: "file" };
  const key = randomBytes(32).toString("hex");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag: "wx" });
  return { key, origin: "made" };
}

function checked(key: string, where: string): string {
  if (key.length >= SHORTEST_KEY) return key;
  throw new Error(
    `${where}: found a key of ${key.length} characters, expected at least ${SHORTEST_KEY}; make one with: openssl rand -hex 32`,
  );
}
