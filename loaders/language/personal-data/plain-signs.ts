/** Stands for a sign between or after digits that a reader does not see as one: a keycap's frame, a mark, a filler. */
export const FILLER = "\u20e3";

const MATHEMATICAL = 0xd835;
/** Digits in a ring or disc that Unicode does not fold to 1-9. */
const DISCS = [0x2776, 0x2780, 0x278a];
const OTHER_DIGIT = /(?![0-9])\p{Nd}|[\u2460-\u2468\u24ea\u2776-\u277e\u2780-\u2788\u278a-\u2792]/gu;
const WIDE = /[\uff01-\uff5e\u3002]/g;
const HIDDEN = /(?<=[0-9]|\u20e3)[\p{M}\p{Default_Ignorable_Code_Point}]+/gu;
/** The letter O, Latin or Cyrillic, where it stands for a nought. */
const NOUGHT = /(?<=[0-9])[OoОо]{1,7}(?=[ -]?[0-9])/gu;
const MAY_BE_NOUGHT = /[0-9][OoОо]{1,7}[ -]?[0-9]/u;
const TELLS = /\p{Nd}|[\u2460-\u2468\u24ea\u2776-\u2792\uff01-\uff5e\u3002]/u;
const UNSEEN = /\p{M}|\p{Default_Ignorable_Code_Point}/u;

/** Whether a code unit may be one that `plainSigns` replaces wherever it stands; ASCII never is. */
export function isLookalike(unit: number): boolean {
  return unit > 127 && (unit === MATHEMATICAL || TELLS.test(String.fromCharCode(unit)));
}

/** Whether a code unit is one that `plainSigns` replaces after a digit or a keycap's frame. */
export function isHidden(unit: number): boolean {
  return unit > 127 && UNSEEN.test(String.fromCharCode(unit));
}

/**
 * The text with ASCII signs in place of their look-alikes, of the same length, so that offsets stay: digits of other
 * scripts, in keycaps, in rings or full width, a letter O among digits, and the signs of mail addresses and numbers
 * in full width.
 */
export function plainSigns(text: string, hasLookalikes: boolean): string {
  let plain = text;
  if (hasLookalikes) {
    plain = plain
      .replace(WIDE, (sign) => (sign === "\u3002" ? "." : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)))
      .replace(OTHER_DIGIT, (sign) => digitOf(sign) + FILLER.repeat(sign.length - 1))
      .replace(HIDDEN, (signs) => FILLER.repeat(signs.length));
  }
  return MAY_BE_NOUGHT.test(plain) ? plain.replace(NOUGHT, (letters) => "0".repeat(letters.length)) : plain;
}

function digitOf(sign: string): string {
  const folded = sign.normalize("NFKC");
  if (/^[0-9]$/.test(folded)) return folded;
  const code = sign.codePointAt(0)!;
  const disc = DISCS.find((first) => code >= first && code < first + 9);
  return String(disc === undefined ? digitIn(code) : code - disc + 1);
}

/** Digits of a script stand in a row of ten that begins after something that is no digit, or after another ten. */
function digitIn(code: number): number {
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return (code - first) % 10;
}
