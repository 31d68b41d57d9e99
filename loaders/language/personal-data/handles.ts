import type { IsPublicAccount } from "./accounts.ts";
import type { Finding } from "./kinds.ts";

/** A network's name, a sign or a word such as `ник`, and what may be an account's name without its @. */
const NAMED =
  /(?<![\p{L}\d])(?:инст[аеуы]|инстаграмм?\p{L}{0,3}|instagram|insta|inst|телеграмм?\p{L}{0,3}|телег[аеу]|telegram|tg|тг|тик ?ток\p{L}{0,2}|tik ?tok|вконтакте|вк|vk|ватс?ап\p{L}{0,2}|whatsapp|вайбер\p{L}{0,2}|viber|скайп\p{L}{0,2}|skype|snapchat|сн[аэ]п(?:чат\p{L}{0,2})?|ig|страни[цч]к?[аеуы]|threads|тредс|discord|дискорд\p{L}{0,2}|ник(?:нейм)?|аккаунт\p{L}{0,3}|профиль|логин|парақшам?)(?<sign>[ ]?[:=–—-]{1,2}[ ]?|[ ]\(|[ ])(?:(?:мой|моя|менің|ник|аккаунт|страница|профиль)(?:[ ]?[:=–—-][ ]?|[ ]))?(?<handle>[a-z\d_][a-z\d_.]{2,29})(?![\p{L}\d@/]|:\/|\.[\p{L}\d])/giu;
const HINT = /[a-z]/i;
const HOST = /(?:^|\.)(?:com|ru|org|net|me|info|instagram|telegram|facebook|gov\.kz|edu\.kz)$/iu;
/** Latin words after a network's name that are no account's. */
const NO_HANDLE =
  /^(?:reels?|stor(?:y|ies)|live|premium|bot|direct|shop|business|web|messenger|channel|instagram|telegram|tiktok|tik|whatsapp|facebook|youtube|viber|meta|online|news|post|ads|target|smm|app|desktop|store|stars|vk|video|music)$/iu;

/** Accounts named without an @ after their network: `инста mama_kz`, `телеграм: aigul2010`. */
export function findHandles(text: string, isPublic: IsPublicAccount): Finding[] {
  const found: Finding[] = [];
  if (!HINT.test(text)) return found;
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
