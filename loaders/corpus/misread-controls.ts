/** The characters of windows-1252 from 0x80; five bytes have none. */
const FROM_80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const CONTROLS = /[\u0080-\u009f]/gu;

/**
 * Puts the characters of windows-1252 for C1 control characters, which no page has: they come from numbers of
 * that code page (`&#146;`, as HTML 13.2.5.80 reads it), and from Node 20's decoder of windows-1252, which
 * reads ISO 8859-1.
 */
export function withoutControls(text: string): string {
  CONTROLS.lastIndex = 0;
  return CONTROLS.test(text) ? text.replace(CONTROLS, (mark) => FROM_80[mark.charCodeAt(0) - 0x80]!) : text;
}
