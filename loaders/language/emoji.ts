import { classAt, DIGIT, FLAG_HALF, OTHER, PICTURE, sizeAt } from "./characters.ts";

const JOINER = 0x200d;
export const EMOJI_STYLE = 0xfe0f;
const TEXT_STYLE = 0xfe0e;
export const KEYCAP = 0x20e3;

/** Offset after the emoji sequence that starts at `start` (flags, keycaps, skin tones, ZWJ sequences whole), or -1. */
export function emojiEnd(text: string, start: number): number {
  const kind = classAt(text, start);
  if (kind === PICTURE) return sequenceEnd(text, start);
  if (kind === FLAG_HALF) {
    const second = start + 2;
    return second < text.length && classAt(text, second) === FLAG_HALF ? second + 2 : -1;
  }
  if (kind === DIGIT || kind === OTHER) {
    const keycap = keycapEnd(text, start);
    if (keycap !== -1) return keycap;
  }
  return kind === OTHER && isStyledAsEmoji(text, start) ? sequenceEnd(text, start) : -1;
}

/** Offset after a keycap (`1️⃣`, `#️⃣`) that starts at `start`, or -1. */
export function keycapEnd(text: string, start: number): number {
  const unit = text.charCodeAt(start);
  const isKey = (unit >= 48 && unit <= 57) || unit === 35 || unit === 42;
  if (!isKey) return -1;
  const mark = text.charCodeAt(start + 1) === EMOJI_STYLE ? start + 2 : start + 1;
  return text.charCodeAt(mark) === KEYCAP ? mark + 1 : -1;
}

/** Signs such as ©️ ℹ️ ↔️, which are emoji only where a variation selector says so. */
function isStyledAsEmoji(text: string, start: number): boolean {
  return text.charCodeAt(start + 1) === EMOJI_STYLE && isPictograph(text, start);
}

function isPictograph(text: string, index: number): boolean {
  return /^\p{Extended_Pictographic}/u.test(text.slice(index, index + 2));
}

function sequenceEnd(text: string, start: number): number {
  let end = modifiersEnd(text, start + sizeAt(text, start));
  while (text.charCodeAt(end) === JOINER && end + 1 < text.length && isPictograph(text, end + 1)) {
    end = modifiersEnd(text, end + 1 + sizeAt(text, end + 1));
  }
  return end;
}

function modifiersEnd(text: string, start: number): number {
  let end = start;
  for (;;) {
    const unit = text.charCodeAt(end);
    if (unit === EMOJI_STYLE || unit === TEXT_STYLE) end += 1;
    else if (isSkinTone(unit, text.charCodeAt(end + 1)) || isFlagTag(unit, text.charCodeAt(end + 1)))
      end += 2;
    else return end;
  }
}

/** U+1F3FB to U+1F3FF. */
function isSkinTone(high: number, low: number): boolean {
  return high === 0xd83c && low >= 0xdffb && low <= 0xdfff;
}

/** U+E0020 to U+E007F, the letters inside the flags of England, Scotland and Wales. */
function isFlagTag(high: number, low: number): boolean {
  return high === 0xdb40 && low >= 0xdc20 && low <= 0xdc7f;
}
