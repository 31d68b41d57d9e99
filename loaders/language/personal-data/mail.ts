import { classAt, DIGIT, isAsciiAlphanumeric, LETTER, sizeAt } from "../characters.ts";
import type { Finding } from "./kinds.ts";

const AT = 64;
const DOT = 46;
const HYPHEN = 45;
const SPACE = 32;
const LOCAL_SIGNS = new Set([..."._%+-"].map((sign) => sign.charCodeAt(0)));
/** RFC 5321, section 4.5.3.1: the part before the @, and the domain. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_DOMAIN = 255;
/** Hosts whose name after `@` and a space before it is a torn address, not an account. */
const MAIL_HOST =
  /^(?:mail|bk|inbox|list|internet|gmail|yandex|ya|rambler|icloud|outlook|hotmail|yahoo|proton)\.[a-z]{2,3}$/iu;
const SPELT_AT = /[([{](?:at|AT|dog|собака)|собака/;
/** `user (at) host.kz`, `user собака host.ru`. */
const SPELT =
  /(?<![\w.])[\w.+-]{2,64} ?(?:[([{](?:at|собака|dog)[)\]}]| собака ) ?[\w-]{2,63}(?:\.[\w-]{2,63}){1,3}/giu;

/** E-mail addresses in a text, in letters of any alphabet, also where the @ is spelt out. */
export function findMail(text: string): Finding[] {
  const found: Finding[] = [];
  let floor = 0;
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const end = domainEnd(text, at + 1);
    if (end === -1) continue;
    const start = localStart(text, at, floor, text.slice(at + 1, end));
    if (start === at) continue;
    found.push({ kind: "e-mail", start, end });
    floor = end;
    at = end - 1;
  }
  if (SPELT_AT.test(text)) {
    for (const match of text.matchAll(SPELT)) {
      found.push({ kind: "e-mail", start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}

function localStart(text: string, at: number, floor: number, domain: string): number {
  if (text.charCodeAt(at - 1) === DOT) return at;
  const isTorn = text.charCodeAt(at - 1) === SPACE && MAIL_HOST.test(domain);
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
