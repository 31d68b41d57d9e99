/** Marks on one letter beyond these are not shown: they would run over the lines above and below. */
const MOST_MARKS = 3;

const GRAPHEMES = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * A text as one line that a terminal can do nothing with but show: line ends and other white space become a space;
 * controls (ANSI escapes begin with one), direction overrides and other invisible formatting, lone surrogates, private
 * and unassigned characters become `·`; a letter keeps three marks.
 */
export function harmless(text: string): string {
  return text
    .replace(/[\s\u{85}\u{2028}\u{2029}]+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u{115f}\u{1160}\u{3164}\u{ffa0}]/gu, "·")
    .replace(new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, "gu"), "$1")
    .replace(/(^|·| )\p{M}+/gu, "$1");
}

/** Columns of a terminal that a harmless text takes: emoji and East Asian wide letters two, marks none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(text)) width += graphemeWidth(segment);
  return width;
}

/** The end of a text that fits `width` columns, filled with spaces on its left. */
export function fittedLeft(text: string, width: number): string {
  const graphemes = [...GRAPHEMES.segment(text)].map(({ segment }) => segment);
  let from = graphemes.length;
  let used = 0;
  while (from > 0 && used + graphemeWidth(graphemes[from - 1]!) <= width) {
    from -= 1;
    used += graphemeWidth(graphemes[from]!);
  }
  return " ".repeat(width - used) + graphemes.slice(from).join("");
}

/** The beginning of a text that fits `width` columns, filled with spaces on its right. */
export function fittedRight(text: string, width: number): string {
  let kept = "";
  let used = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    const columns = graphemeWidth(segment);
    if (used + columns > width) break;
    kept += segment;
    used += columns;
  }
  return kept + " ".repeat(width - used);
}

function graphemeWidth(grapheme: string): number {
  if (/^\p{M}+$/u.test(grapheme)) return 0;
  const code = grapheme.codePointAt(0)!;
  if (/^\p{Emoji_Presentation}|^\p{RI}|\u{fe0f}/u.test(grapheme)) return 2;
  return isWide(code) ? 2 : 1;
}

/** East Asian Wide and Fullwidth (Unicode Standard Annex 11), by the blocks that hold them. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf && code !== 0x303f) ||
    (code >= 0xa960 && code <= 0xa97c) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}
