import { classAt, DIGIT, isAsciiAlphanumeric, LETTER, sizeAt } from "../characters.ts";
import type { Finding } from "./kinds.ts";
import { IN_BRACKETS, MAIL_HOST, MAIL_HOSTS, SPELT_AT, SPOKEN_MAIL_HOSTS } from "./word-hints.ts";

const AT = 64;
const DOT = 46;
const HYPHEN = 45;
const SPACE = 32;
const LOCAL_SIGNS = new Set([..."._%+-"].map((sign) => sign.charCodeAt(0)));
/** RFC 5321, section 4.5.3.1: the part before the @, and the domain. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_DOMAIN = 255;
/** A host whose name after `@` and a space before it is a torn address, not an account. */
const MAIL_HOST_NAME = new RegExp(`^(?:${MAIL_HOSTS})\\.[a-z]{2,3}$`, "iu");
const DOT_BETWEEN = " ?(?:\\.|[([{](?:dot|точка)[)\\]}]|(?<= )(?:dot|точка)(?= )) ?";
/** `user (at) host.kz`, `user собака host.ru`, `user [at] host [dot] ru`, `user собака host точка ru`. */
const SPELT = new RegExp(
  `(?<![\\w.])[\\w.+-]{2,64} ?(?:[([{<] ?(?:at|a|а|собак[аеу]|собачка|dog|эт|@) ?[)\\]}>]|(?<= )(?:собак[ау]|собачк[ау])(?= )) ?[\\w-]{2,63}(?:${DOT_BETWEEN}[\\w-]{2,63}){1,3}`,
  "giu",
);
/** `user at mail.ru`, `user собака мейл ру`, `user@mail точка ru`: only with the host of a known service. */
const SPELT_SERVICE = new RegExp(
  `(?<![\\w.])[\\w.+-]{2,64}(?: (?:at|эт|dog|собак[ау]|собачк[ау]) |(?<=[\\d_.][a-z]{0,20}) на | ?@ ?)(?:${MAIL_HOSTS}|${SPOKEN_MAIL_HOSTS})(?: ?[.,] ?| [([{]?(?:dot|точка)[)\\]}]? | )(?:ru|com|kz|net|me|ру|ком|кз)(?![\\w\\p{L}])`,
  "giu",
);
/** `user @ mail.ru`, `user@ mail.ru`. */
const APART = new RegExp(`(?<![\\w.])[\\w.+-]{2,64} ?@ (?:${MAIL_HOSTS})\\.[a-z]{2,3}(?![\\w-])`, "giu");
/** `"john doe"@mail.ru` (RFC 5321, section 4.1.2). */
const QUOTED = /"[^"@\n]{1,62}"(?=@[\p{L}\d-]+\.\p{L})/gu;

/** Whether an @ may stand in brackets: a look that costs little. */
const IN_BRACKETS_SPELT = /[([{<] ?(?:at?|а|dog|эт|@|собак|собачк)/i;

/** Hints without one of which a text that has no @ holds no address. */
export const MAIL_HINTS = MAIL_HOST | SPELT_AT | IN_BRACKETS;

/** E-mail addresses in a text, in letters of any alphabet, also where the @ is spelt out or stands apart. `hints`: the bits of its words. */
export function findMail(text: string, hints: number): Finding[] {
  const found: Finding[] = [];
  let floor = 0;
  const first = text.indexOf("@");
  for (let at = first; at !== -1; at = text.indexOf("@", at + 1)) {
    const end = domainEnd(text, at + 1);
    if (end === -1) continue;
    const start = localStart(text, at, floor, text.slice(at + 1, end));
    if (start === at) continue;
    found.push({ kind: "e-mail", start, end });
    floor = end;
    at = end - 1;
  }
  const mayBeInBrackets = first !== -1 || (hints & IN_BRACKETS) !== 0;
  const isSpelt = (hints & SPELT_AT) !== 0 || (mayBeInBrackets && IN_BRACKETS_SPELT.test(text));
  if (isSpelt) collect(text, SPELT, found);
  if ((hints & MAIL_HOST) !== 0) collect(text, SPELT_SERVICE, found);
  if (first === -1) return found;
  if (text.includes("@ ")) collect(text, APART, found);
  if (text.includes('"@')) {
    for (const { index, 0: quoted } of text.matchAll(QUOTED)) {
      const end = domainEnd(text, index + quoted.length + 1);
      if (end !== -1) found.push({ kind: "e-mail", start: index, end });
    }
  }
  return found;
}

/** `user%40mail.ru`, `user&#64;mail.ru`: as links and web pages write an @. */
const ESCAPED = /(?<![\w.])[\w.+-]{2,64}(?:%40|&#64;|&#x40;|&commat;)[\w-]{2,63}(?:\.[\w-]{2,63}){1,3}/giu;

/** E-mail addresses whose @ is escaped. */
export function findEscapedMail(text: string): Finding[] {
  const found: Finding[] = [];
  collect(text, ESCAPED, found);
  return found;
}

function collect(text: string, pattern: RegExp, found: Finding[]): void {
  for (const match of text.matchAll(pattern)) {
    found.push({ kind: "e-mail", start: match.index, end: match.index + match[0].length });
  }
}

function localStart(text: string, at: number, floor: number, domain: string): number {
  if (text.charCodeAt(at - 1) === DOT) return at;
  const isTorn = text.charCodeAt(at - 1) === SPACE && MAIL_HOST_NAME.test(domain);
  const edge = isTorn ? at - 1 : at;
  const earliest = Math.max(floor, edge - LONGEST_LOCAL_PART);
  let start = edge;
  while (start > earliest && isLocalUnit(text, start - 1, isTorn)) start--;
  while (start < edge && LOCAL_SIGNS.has(text.charCodeAt(start))) start++;
  return start === edge ? at : start;
}

/** Of a torn address only Latin letters and digits: the word before may be any. */
function isLocalUnit(text: string, index: number, isTorn: boolean): boolean {
  const unit = text.charCodeAt(index);
  if (isAsciiAlphanumeric(unit) || LOCAL_SIGNS.has(unit)) return true;
  if (isTorn || unit < 128) return false;
  const kind = classAt(text, index);
  return kind === LETTER || kind === DIGIT;
}

/** Offset after the longest host name with a dot and a last label of two letters or more, or -1. */
function domainEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + LONGEST_DOMAIN);
  let best = -1;
  let label = start;
  let letters = 0;
  let at = start;
  for (;;) {
    const unit = at < limit ? text.charCodeAt(at) : AT;
    const kind = at < limit && unit !== AT ? classAt(text, at) : -1;
    if (kind === LETTER || kind === DIGIT || unit === HYPHEN) {
      if (kind === LETTER) letters++;
      at += sizeAt(text, at);
      continue;
    }
    let end = at;
    while (end > label && text.charCodeAt(end - 1) === HYPHEN) end--;
    if (end === label) return best;
    if (label > start && letters >= 2) best = end;
    if (unit !== DOT || end !== at) return best;
    at++;
    label = at;
    letters = 0;
  }
}
