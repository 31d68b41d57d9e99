import type { IsPublicAccount } from "./accounts.ts";
import type { Finding } from "./kinds.ts";
import { NETWORK_NAMES } from "./word-hints.ts";

/** A network's name, a sign or a word such as `ник`, and what may be an account's name without its @. */
const NAMED = new RegExp(
  `(?<![\\p{L}\\d])(?:${NETWORK_NAMES})(?<sign>[ ]?[:=–—-]{1,2}[ ]?|[ ]\\(|[ ])(?:(?:мой|моя|менің|ник|аккаунт|страница|профиль)(?:[ ]?[:=–—-][ ]?|[ ]))?(?<handle>[a-z\\d_][a-z\\d_.]{2,29})(?![\\p{L}\\d@/]|:\\/|\\.[\\p{L}\\d])`,
  "giu",
);
const HOST = /(?:^|\.)(?:com|ru|org|net|me|info|instagram|telegram|facebook|gov\.kz|edu\.kz)$/iu;
/** Latin words after a network's name that are no account's. */
const NO_HANDLE =
  /^(?:reels?|stor(?:y|ies)|live|premium|bot|direct|shop|business|web|messenger|channel|instagram|telegram|tiktok|tik|whatsapp|facebook|youtube|viber|meta|online|news|post|ads|target|smm|app|desktop|store|stars|vk|video|music)$/iu;

/** Accounts named without an @ after their network: `инста mama_kz`, `телеграм: aigul2010`. */
export function findHandles(text: string, isPublic: IsPublicAccount): Finding[] {
  const found: Finding[] = [];
  NAMED.lastIndex = 0;
  for (let match = NAMED.exec(text); match !== null; match = NAMED.exec(text)) {
    const { sign = "", handle = "" } = match.groups ?? {};
    const name = handle.replace(/\.+$/u, "");
    if (!isHandle(name, sign.trim() !== "") || isPublic(undefined, name.toLowerCase())) continue;
    const start = match.index + match[0].length - handle.length;
    found.push({ kind: "account", start, end: start + name.length });
  }
  return found;
}

/** With a sign inside or a digit, or a Latin word in small letters after a colon or dash. */
function isHandle(name: string, isAnnounced: boolean): boolean {
  if (name.length < 3 || !/[a-z]/iu.test(name) || HOST.test(name) || NO_HANDLE.test(name)) return false;
  if (/[_.]/u.test(name) || (/\d/u.test(name) && /[a-z]{2}/iu.test(name))) return true;
  return isAnnounced && name.length >= 4 && /^[a-z]+$/u.test(name);
}
