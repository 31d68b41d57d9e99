const narrow = new Set("iIjltf.,:;|!'()[] -–/");
const wide = new Set("mwMWМШЩЖЮФЫДмшщжюфы@%—&");

/**
 * About how many px a text takes in a sans-serif type of `size` px: a little more than it does, as there is
 * no type to measure where charts are drawn ahead.
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    if (narrow.has(character)) width += 0.34;
    else if (wide.has(character)) width += 0.88;
    else width += character === character.toLowerCase() ? 0.59 : 0.71;
  }
  return width * size;
}

/** How much wider bold type runs. */
export const bold = 1.1;

/** Breaks a text between words into lines of at most `width` px; a longer word keeps a line to itself. */
export function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The least width in px, `most` at most, in which no text takes more lines than in `most`, nor a word more than the width. */
export function labelWidth(texts: readonly string[], most: number, size: number): number {
  const lines = texts.map((text) => wrap(text, most, size).length);
  const fits = (width: number) =>
    texts.every((text, at) => {
      const wrapped = wrap(text, width, size);
      const isWithin = wrapped.every((line) => textWidth(line, size) <= width);
      return wrapped.length <= lines[at]! && isWithin;
    });
  let width = Math.floor(most);
  while (width > 0 && fits(width - 1)) width--;
  return width;
}

/**
 * Moves intervals of a line apart, keeping their order, so that none overlap and all lie in `from` to `to`
 * where there is room. `wanted`: centre and size of each. Returns the centres in the given order.
 */
export function spread(
  wanted: readonly { centre: number; size: number }[],
  from: number,
  to: number,
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]!.centre - wanted[b]!.centre);
  const centres = wanted.map(({ centre }) => centre);
  let edge = from;
  for (const index of order) {
    const half = wanted[index]!.size / 2;
    centres[index] = Math.max(centres[index]!, edge + half);
    edge = centres[index]! + half;
  }
  edge = to;
  for (const index of order.reverse()) {
    const half = wanted[index]!.size / 2;
    centres[index] = Math.min(centres[index]!, edge - half);
    edge = centres[index]! - half;
  }
  return centres;
}
