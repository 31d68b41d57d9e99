/** A number as a sentence writes it, with how it was written, so that it can be compared and rewritten. */
export interface WrittenNumber {
  /** The number meant; 0.75 for `75%`. */
  readonly value: number;
  /** Digits after the decimal mark, as written. */
  readonly decimals: number;
  readonly percent: boolean;
  /** The text around the digits: `about `, ` %`. */
  readonly before: string;
  readonly after: string;
  readonly sign: "" | "-" | "−" | "+";
  /** True where the text groups thousands. */
  readonly grouped: boolean;
  readonly marks: NumberMarks;
}

export interface NumberMarks {
  readonly decimal: "." | ",";
  /** The mark that groups thousands when a number is written anew. */
  readonly group: string;
}

const nbsp = " ";

/** A per cent sign, or points of per cent in words: a difference of shares is not itself a share of anything. */
const hundredths = /^\s?(?:%|(?:percentage )?points?\b|(?:процентн\p{L}+ )?пункт|(?:пайыздық )?тарма[қғ])/u;

/** Decimal mark and thousands mark of a page's language (CLDR: en `.` and `,`; ru and kk `,` and no-break space). */
export function marksOf(language: string): NumberMarks {
  const parts = new Intl.NumberFormat(language, { useGrouping: true }).formatToParts(1234567.5);
  const decimal = parts.find((part) => part.type === "decimal")?.value === "," ? "," : ".";
  return { decimal, group: parts.find((part) => part.type === "group")?.value ?? nbsp };
}

/**
 * Reads the one number in `text`. Returns undefined if there is none or more than one: a claim holds one
 * number, and its precision is what is written.
 */
export function readNumber(text: string, language: string): WrittenNumber | undefined {
  const marks = marksOf(language);
  const spans = numberSpans(text, marks.decimal);
  const span = spans.length === 1 ? spans[0] : undefined;
  if (span === undefined) return undefined;
  const body = text.slice(span.start, span.end);
  const before = text.slice(0, span.start);
  const after = text.slice(span.end);
  const sign = /[-−+]$/.exec(before)?.[0] as WrittenNumber["sign"] | undefined;
  const [whole = "", fraction = ""] = body.split(marks.decimal);
  const digits = whole.replace(/\D/g, "");
  const percent = hundredths.test(after);
  const size = Number(fraction === "" ? digits : `${digits}.${fraction}`) * (percent ? 0.01 : 1);
  return {
    value: sign === "-" || sign === "−" ? -size : size,
    decimals: fraction.length,
    percent,
    before: sign === undefined ? before : before.slice(0, -1),
    after,
    sign: sign ?? "",
    grouped: digits.length !== whole.length,
    marks,
  };
}

/** True if `value` rounds to the number written, at the precision written. A value half-way agrees with both neighbours. */
export function agrees(written: WrittenNumber, value: number): boolean {
  const scale = written.percent ? 100 : 1;
  const half = 0.5 * 10 ** -written.decimals;
  const gap = Math.abs(value * scale - written.value * scale);
  return gap <= half * (1 + 1e-9);
}

/** Writes `value` as `like` is written: same precision, marks, sign style and words around it. */
export function writeNumber(value: number, like: WrittenNumber): string {
  const scaled = value * (like.percent ? 100 : 1);
  const [whole = "0", fraction] = Math.abs(scaled).toFixed(like.decimals).split(".");
  const grouped =
    like.grouped || whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, like.marks.group) : whole;
  const negative = scaled < 0 && Number(whole + (fraction ?? "")) !== 0;
  const sign = negative ? (like.sign === "-" ? "-" : "−") : like.sign === "+" ? "+" : "";
  return `${like.before}${sign}${grouped}${fraction === undefined ? "" : like.marks.decimal + fraction}${like.after}`;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Runs of digits with thousands marks and at most one decimal mark; a mark counts only between digits. */
function numberSpans(text: string, decimal: "." | ","): Span[] {
  const group = decimal === "." ? "[, \\u00a0\\u202f]" : "[. \\u00a0\\u202f]";
  const pattern = new RegExp(
    `\\d{1,3}(?:${group}\\d{3})+(?!\\d)(?:\\${decimal}\\d+)?|\\d+(?:\\${decimal}\\d+)?`,
    "g",
  );
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
