import {
  classAt,
  DIGIT,
  FLAG_HALF,
  HIGH_HALF,
  isAsciiAlphanumeric,
  isAsciiLetter,
  LETTER,
  PICTURE,
  SPACE,
  UNIT_CLASS,
} from "./characters.ts";

const DOT = 46;
const HYPHEN = 45;
const SLASH = 47;
const COLON = 58;
const OPENING = 40;
const CLOSING = 41;

/** Signs that no link holds: quotes, brackets and general punctuation such as dashes and the ellipsis. */
const BREAKS = new Set([...'"<>\\^`{|}«»'].map((sign) => sign.charCodeAt(0)));
/** By code unit: 1 where a link ends, 2 where the whole character must be seen. */
const LINK_STOPS: Uint8Array = UNIT_CLASS.map((kind, unit) => {
  if (BREAKS.has(unit) || (unit >= 0x2000 && unit <= 0x206f)) return 1;
  if (kind === SPACE || kind === PICTURE || kind === FLAG_HALF) return 1;
  return kind === HIGH_HALF ? 2 : 0;
});
/** Signs that end a sentence rather than a link. */
const TRAILING = new Set([...".,;:!?'*[]~"].map((sign) => sign.charCodeAt(0)));

/**
 * Where a link begins in the run of letters and digits from `start` to `end`: `http://` and `https://` after the
 * run's last letters, or a run `www` before a dot. -1 where none does.
 */
export function linkStart(text: string, start: number, end: number): number {
  const next = text.charCodeAt(end);
  if (next === COLON && text.charCodeAt(end + 1) === SLASH && text.charCodeAt(end + 2) === SLASH) {
    const from = schemeStart(text, end);
    return from >= start && isHostStart(text, end + 3) ? from : -1;
  }
  const isWww = next === DOT && end - start === 3 && text.slice(start, end).toLowerCase() === "www";
  return isWww && isHostStart(text, end + 1) ? start : -1;
}

const STOPPING = new Set([SPACE, PICTURE, FLAG_HALF]);
const SCHEME = [..."http"].map((letter) => letter.charCodeAt(0));
const S = "s".charCodeAt(0);
/** The difference of a small ASCII letter from its capital. */
const SMALL = 32;

/** Where `http` or `https`, in either case, begins that ends at `end`; -1 where neither does. */
function schemeStart(text: string, end: number): number {
  const isSecure = (text.charCodeAt(end - 1) | SMALL) === S;
  const start = end - SCHEME.length - (isSecure ? 1 : 0);
  return SCHEME.every((letter, at) => (text.charCodeAt(start + at) | SMALL) === letter) ? start : -1;
}

function isHostStart(text: string, index: number): boolean {
  const kind = index < text.length ? UNIT_CLASS[text.charCodeAt(index)] : SPACE;
  return kind === LETTER || kind === DIGIT;
}

/**
 * Offset after the link that starts at `start`. The full stop or comma that closes the sentence stays out, and so does a
 * bracket that the link does not open, with what follows: `[text](https://a.kz/b)text`.
 */
export function linkEnd(text: string, start: number): number {
  let end = start;
  let open = 0;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    const stop = LINK_STOPS[unit]!;
    if (stop === 1 || (stop === 2 && STOPPING.has(classAt(text, end)))) break;
    if (unit === OPENING) open++;
    if (unit === CLOSING && --open < 0) break;
  }
  while (end > start && TRAILING.has(text.charCodeAt(end - 1))) end--;
  return end;
}

/** The part of a run's end that may begin a host name. */
export function asciiTail(text: string, start: number, end: number): number {
  let tail = end;
  while (tail > start && isAsciiAlphanumeric(text.charCodeAt(tail - 1))) tail--;
  return tail;
}

/** Offset after the letters, digits, dots and hyphens of what may be a host name. */
export function hostEnd(text: string, start: number): number {
  let end = start;
  for (;;) {
    const unit = text.charCodeAt(end);
    if (!isAsciiAlphanumeric(unit) && unit !== DOT && unit !== HYPHEN) return end;
    end++;
  }
}

/** Offset after the longest host name with a dot and a top-level domain of letters, within the given bounds, or -1. */
export function domainEnd(text: string, start: number, limit: number): number {
  let best = -1;
  let label = start;
  for (let i = start; i <= limit; i++) {
    if (i < limit && text.charCodeAt(i) !== DOT) continue;
    let end = i;
    while (end > label && text.charCodeAt(end - 1) === HYPHEN) end--;
    if (end === label || text.charCodeAt(label) === HYPHEN) return best;
    if (label > start && isTopLevel(text, label, end)) best = end;
    if (end !== i) return best;
    label = i + 1;
  }
  return best;
}

function isTopLevel(text: string, start: number, end: number): boolean {
  if (end - start < 2) return false;
  for (let i = start; i < end; i++) if (!isAsciiLetter(text.charCodeAt(i))) return false;
  return true;
}

/** Whether a bare host with a path (`t.me/channel`) stands between `start` and the slash at `end`. */
export function isBareHost(text: string, start: number, end: number): boolean {
  return text.charCodeAt(end) === SLASH && domainEnd(text, start, end) === end;
}
