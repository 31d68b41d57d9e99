const MULTIPLES: Record<string, number> = { "": 1, k: 1e3, m: 1e6, b: 1e9 };

/**
 * Reads a count as platforms write it: `1250`, `1,250`, `37.2K`, `1.1M`. A count with a letter was rounded by the
 * platform to the digits shown (37.2K is 37,150 to 37,249) and is given as it reads, 37200. Undefined where the
 * text is no count.
 */
export function readCount(text: string): number | undefined {
  const match = /^(\d{1,15})(?:[.,](\d{1,15}))?\s?([KMBkmb]?)$/u.exec(text.trim());
  if (match === null) return readGroupedCount(text.trim());
  const [, whole = "", fraction, letter = ""] = match;
  if (fraction === undefined) return Math.round(Number(whole) * MULTIPLES[letter.toLowerCase()]!);
  if (letter === "") return fraction.length === 3 ? Number(whole + fraction) : wholeOnly(whole, fraction);
  return Math.round(Number(`${whole}.${fraction}`) * MULTIPLES[letter.toLowerCase()]!);
}

/** `12.0` from a column of floating-point numbers is 12; `12.5` is no count. */
function wholeOnly(whole: string, fraction: string): number | undefined {
  return /^0+$/u.test(fraction) ? Number(whole) : undefined;
}

function readGroupedCount(text: string): number | undefined {
  if (text.length > 24 || !/^\d{1,3}(?:[,.\s]\d{3})+$/u.test(text)) return undefined;
  return Number(text.replace(/[,.\s]/gu, ""));
}
