import { withoutControls } from "./misread-controls.ts";

/** A page or feed as text, and the encoding in which its bytes were read. */
export interface DecodedPage {
  readonly text: string;
  /** Lower-case name, such as `windows-1251`; as declared, but for `gb2312`, which is read as its superset. */
  readonly encoding: string;
}

/** Bytes in which a page may say its encoding. */
const HEAD = 4096;
/** Characters by which an undeclared encoding is guessed. */
const SAMPLE = 20_000;
const SINGLE_BYTE = /^(?:us-ascii|ascii|latin-?1|iso-?8859|windows-125|cp125|koi8)/u;

/** The text of a page or feed; see `decodePage`. */
export function pageText(body: Uint8Array, contentType: string): string {
  return decodePage(body, contentType).text;
}

/**
 * Decodes a page or feed. The encoding is, in this order: the byte order mark's, the one whose zero bytes stand
 * around the first `<`, the HTTP header's, the one that the page declares (XML declaration, `<meta charset>`),
 * UTF-8, a guess among windows-1251, koi8-r and windows-1252. A declared one gives way to the next where the
 * bytes are not in it, and one of single bytes to UTF-8 where the bytes can't be anything else. XML sent as
 * `text/…` without a charset is `us-ascii` (RFC 3023, section 3.1) if it holds nothing else.
 */
export function decodePage(body: Uint8Array, contentType: string): DecodedPage {
  const wide = byMark(body) ?? byZeros(body);
  if (wide !== undefined) return { text: decode(body, wide), encoding: wide };
  const isAscii = body.every((byte) => byte < 0x80 && byte !== 0x1b);
  const header = nameOf(inHeader(contentType));
  if (isAscii && header === undefined && /^\s*text\/(?:[\w.-]+\+)?xml/iu.test(contentType)) {
    return { text: decode(body, "us-ascii"), encoding: "us-ascii" };
  }
  const declared = [header, nameOf(inPage(body))].filter((name) => name !== undefined);
  if (isAscii) {
    const encoding = declared[0] ?? "utf-8";
    return { text: decode(body, encoding), encoding };
  }
  const utf8 = decode(body, "utf-8");
  // A page may be cut within its last letter.
  const faults = faultsOf(utf8) - (utf8.endsWith("\ufffd") ? 1 : 0);
  const isUtf8 = faults === 0 && (utf8.match(/[\u0080-\uffff]/gu)?.length ?? 0) >= 4;
  for (const encoding of declared) {
    if (encoding === "utf-8" || (isUtf8 && SINGLE_BYTE.test(encoding))) {
      if (faults === 0) return { text: utf8, encoding: "utf-8" };
      continue;
    }
    if (/^(?:us-)?ascii$/u.test(encoding)) continue;
    const text = decode(body, encoding);
    if (faultsOf(text) === 0) return { text, encoding };
  }
  // A page in UTF-8 that was cut or damaged has few faults; one in another encoding has them everywhere.
  const high = body.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  if (faults === 0 || (declared.includes("utf-8") && faults * 10 < high) || faults * 100 < high) {
    return { text: utf8, encoding: "utf-8" };
  }
  const encoding = declared.find((name) => name !== "utf-8" && !/ascii/u.test(name)) ?? guess(body);
  return { text: decode(body, encoding), encoding };
}

/** A label's own name if it can be decoded. */
function nameOf(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    new TextDecoder(label);
  } catch {
    return undefined;
  }
  const name = label.toLowerCase();
  if (name === "utf8") return "utf-8";
  return /^(?:gb_?2312|gbk|x-gbk)/u.test(name) ? "gb18030" : name;
}

function decode(body: Uint8Array, encoding: string): string {
  if (encoding === "utf-32le" || encoding === "utf-32be") return decodeUtf32(body, encoding === "utf-32le");
  return withoutControls(new TextDecoder(encoding).decode(body));
}

/** Node has no decoder for UTF-32. */
function decodeUtf32(body: Uint8Array, isLittle: boolean): string {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= body.length; at += 4) {
    const point = view.getUint32(at, isLittle);
    if (at === 0 && point === 0xfeff) continue;
    const isCharacter = point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    parts.push(isCharacter ? String.fromCodePoint(point) : "\ufffd");
  }
  return parts.join("");
}

function faultsOf(text: string): number {
  return text.includes("\ufffd") ? text.split("\ufffd").length - 1 : 0;
}

function byMark(body: Uint8Array): string | undefined {
  const [a, b, c, d] = body;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return "utf-32le";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "utf-32be";
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

/** XML 1.0, appendix F.1: by the zero bytes around the first `<`. */
function byZeros(body: Uint8Array): string | undefined {
  const [a, b, c, d] = body;
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return "utf-32le";
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return "utf-32be";
  if (a === 0x3c && b === 0 && c !== 0) return "utf-16le";
  if (a === 0 && b === 0x3c && c === 0) return "utf-16be";
  return undefined;
}

function inHeader(contentType: string): string | undefined {
  return /charset\s{0,4}=\s{0,4}["']?([\w-]{2,30})/iu.exec(contentType.slice(0, 200))?.[1];
}

function inPage(body: Uint8Array): string | undefined {
  const head = Buffer.from(body.subarray(0, HEAD)).toString("latin1");
  const declared =
    /<\?xml[^>]{0,100}encoding\s{0,4}=\s{0,4}["']([\w-]{2,30})/iu.exec(head)?.[1] ??
    /<meta[^>]{0,200}charset\s{0,4}=\s{0,4}["']?([\w-]{2,30})/iu.exec(head)?.[1];
  // A page that declares UTF-16 in ASCII letters is not in it.
  return declared !== undefined && /^(?:utf-?16|utf-?32|ucs)/iu.test(declared) ? "utf-8" : declared;
}

/** windows-1251 or koi8-r where the letters follow each other as Cyrillic ones do, windows-1252 otherwise. */
function guess(body: Uint8Array): string {
  const sample = body.subarray(0, SAMPLE);
  let best = "windows-1252";
  let bestScore = 0;
  for (const encoding of ["windows-1251", "koi8-r"]) {
    const score = cyrillicScore(decode(sample, encoding));
    if (score > bestScore) [best, bestScore] = [encoding, score];
  }
  return best;
}

/** Pairs of letters with a small Cyrillic letter second, less those that no Cyrillic text has: `aЖ`, `жЖ`. */
function cyrillicScore(text: string): number {
  const usual = text.match(/(?<=[А-Яа-яЁёІі])[а-яёі]/gu)?.length ?? 0;
  const strange =
    text.match(/(?<=[A-Za-zа-яё])[А-ЯЁ]|(?<=[A-Za-z])[а-яё]|(?<=[А-Яа-яЁё])[A-Za-z]/gu)?.length ?? 0;
  return usual - 2 * strange;
}
