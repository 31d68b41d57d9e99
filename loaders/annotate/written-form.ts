/** Code units that are capital letters of an alphabet. */
const CAPITAL = capitals();

function capitals(): Uint8Array {
  const found = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x2000; unit++) {
    const letter = String.fromCharCode(unit);
    if (letter !== letter.toLowerCase() && /\p{Lu}/u.test(letter)) found[unit] = 1;
  }
  return found;
}

/** Whether a code unit is a capital letter. */
export function isCapital(unit: number): boolean {
  return CAPITAL[unit] === 1;
}

/** How often a form was written: in all, with a capital first, all in capitals. */
export interface TimesWritten {
  all: number;
  capitalFirst: number;
  allCapitals: number;
}

/** A folded form as it is mostly written: ЕНТ, Алматы, мектеп. */
export function writtenForm(folded: string, { all, capitalFirst, allCapitals }: TimesWritten): string {
  if (2 * allCapitals > all) return folded.toUpperCase();
  return 2 * capitalFirst > all ? folded.charAt(0).toUpperCase() + folded.slice(1) : folded;
}
