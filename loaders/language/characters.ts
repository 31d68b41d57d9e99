/** What a code point is to the scanner. */
export const OTHER = 0;
export const LETTER = 1;
export const MARK = 2;
export const DIGIT = 3;
export const PICTURE = 4;
export const FLAG_HALF = 5;
export const SPACE = 6;
/** The first half of a surrogate pair: the class of the pair is that of its code point. */
export const HIGH_HALF = 7;

const PLANE = 0x10000;

/** Below this, pictographs (©, ™, ‼, ℹ, ↔ …) are signs of text unless a variation selector makes them emoji. */
const FIRST_EMOJI_BY_DEFAULT = 0x2300;

function classOf(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (/\p{Extended_Pictographic}/u.test(character))
    return codePoint >= FIRST_EMOJI_BY_DEFAULT ? PICTURE : OTHER;
  if (/\p{Regional_Indicator}/u.test(character)) return FLAG_HALF;
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{M}/u.test(character)) return MARK;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/[\p{White_Space}\p{Cc}]/u.test(character)) return SPACE;
  return OTHER;
}

function classesOfPlane(plane: number): Uint8Array {
  const classes = new Uint8Array(PLANE);
  for (let low = 0; low < PLANE; low++) classes[low] = classOf(plane * PLANE + low);
  return classes;
}

function classesOfUnits(): Uint8Array {
  const classes = classesOfPlane(0);
  classes.fill(HIGH_HALF, 0xd800, 0xdc00);
  return classes;
}

/** The class of every UTF-16 code unit. */
export const UNIT_CLASS: Uint8Array = classesOfUnits();

const higherPlanes: (Uint8Array | undefined)[] = [];

/** The class of a code point above U+FFFF. Planes are classified when first met. */
export function classOfHigh(codePoint: number): number {
  const plane = codePoint >>> 16;
  let classes = higherPlanes[plane];
  if (classes === undefined) {
    classes = classesOfPlane(plane);
    higherPlanes[plane] = classes;
  }
  return classes[codePoint & 0xffff]!;
}

/** The class of the character that starts at `index`. */
export function classAt(text: string, index: number): number {
  const kind = UNIT_CLASS[text.charCodeAt(index)]!;
  if (kind !== HIGH_HALF) return kind;
  const codePoint = text.codePointAt(index)!;
  return codePoint > 0xffff ? classOfHigh(codePoint) : OTHER;
}

/** Code units of the character at `index`: 1 or 2. */
export function sizeAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit < 0xd800 || unit > 0xdbff || index + 1 >= text.length) return 1;
  const next = text.charCodeAt(index + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

/** Letters A-Z a-z, digits 0-9, as account names, mail addresses and host names use them. */
export function isAsciiAlphanumeric(unit: number): boolean {
  return isAsciiLetter(unit) || isAsciiDigit(unit);
}

export function isAsciiDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

export function isAsciiLetter(unit: number): boolean {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122 && unit < 128;
}
