const SPACE = 32;
const HYPHEN = 45;
const DOT = 46;
/** Small Cyrillic letters; a capital is 32 less, but Ә one less. */
const A = 0x430;
const V = 0x432;
const YE = 0x435;
const K = 0x43a;
const P = 0x43f;
const T = 0x442;
const SCHWA = 0x4d9;

/** Whether a text may name a flat: `12-5`, `кв`, `пәте` and `пате` in either case, `5 п.`. Without one no home address is sought. */
export function mayHoldFlat(text: string): boolean {
  const { length } = text;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === HYPHEN) {
      if (isDigit(text, at + 1) && (isDigit(text, at - 1) || isDigit(text, at - 2))) return true;
    } else if (unit === K || unit === K - 32) {
      if (isLetter(text, at + 1, V)) return true;
    } else if (unit === P || unit === P - 32) {
      if (text.charCodeAt(at + 1) === DOT && isAfterDigit(text, at)) return true;
      const isVowel = isLetter(text, at + 1, A) || (text.charCodeAt(at + 1) | 1) === SCHWA;
      if (isVowel && isLetter(text, at + 2, T) && isLetter(text, at + 3, YE)) return true;
    }
  }
  return false;
}

function isLetter(text: string, at: number, small: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === small || unit === small - 32;
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 48 && unit <= 57;
}

/** With two hyphens or spaces between at most. */
function isAfterDigit(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= at - 2 && (text.charCodeAt(before) === SPACE || text.charCodeAt(before) === HYPHEN))
    before--;
  return isDigit(text, before);
}
