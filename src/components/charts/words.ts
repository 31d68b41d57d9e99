import type { ChartHeader, WordContext } from "./chart.ts";
import { dateIn, numberIn } from "./in-locale.ts";

interface Words {
  readonly withheld: string;
  readonly none: string;
  readonly from: string;
  readonly to: string;
  readonly in: string;
  readonly highest: string;
  readonly reported: string;
  readonly combinations: string;
  readonly even: string;
  /** Percentage points, behind a number. */
  readonly points: string;
  /** Units along an axis, where they are said otherwise than in a header. */
  readonly units: Readonly<Record<string, string>>;
  /** From one number to another where a dash could be read as a minus. */
  readonly between: (low: string, high: string) => string;
}

const texts: { readonly en: Words; readonly ru: Words; readonly kk: Words } = {
  en: {
    withheld: "withheld",
    none: "no data",
    from: "from",
    to: "to",
    in: "in",
    highest: "highest",
    reported: "as reported",
    combinations: "combinations of choices",
    even: "evenly spread",
    points: "pp",
    units: { "difference of proportions": "percentage points" },
    between: (low: string, high: string) => `${low} to ${high}`,
  },
  ru: {
    withheld: "скрыто",
    none: "нет данных",
    from: "от",
    to: "до",
    in: "за",
    highest: "наибольшее",
    reported: "как в отчёте",
    combinations: "сочетаний решений",
    even: "поровну",
    points: "п. п.",
    units: {
      "difference of proportions": "процентные пункты",
      "per 1,000 residents": "на 1 000 жителей",
    },
    between: (low: string, high: string) => `от ${low} до ${high}`,
  },
  kk: {
    withheld: "жасырылған",
    none: "дерек жоқ",
    from: "басында",
    to: "соңында",
    in: "–",
    highest: "ең көбі",
    reported: "есептегідей",
    combinations: "таңдау үйлесімі",
    even: "тең бөлінгенде",
    points: "п. т.",
    units: { "difference of proportions": "пайыздық тармақ", "per 1,000 residents": "1 000 тұрғынға" },
    between: (low: string, high: string) => `${low} … ${high}`,
  },
};

/** The few words that charts say by themselves, in the context's language or else in English. */
export function wordsIn(context: WordContext): Words {
  return texts[(context.language ?? "en").slice(0, 2) as keyof typeof texts] ?? texts.en;
}

/** The words that stand for a value of a column: of the header, else the title of the id, else itself. */
export function labelOf(header: ChartHeader, column: string, value: unknown, context: WordContext): string {
  const id = String(value);
  const own = header.labels?.[column]?.[id];
  if (typeof own === "string") return own;
  if (own !== undefined) return own[context.language ?? "en"] ?? Object.values(own)[0] ?? id;
  return context.labels?.[id] ?? id;
}

/** The unit of differences and changes of shares: from -1 to 1 in data, written as percentage points. */
export const points = "difference of proportions";

/** How the numbers of a column are written beside each other. */
export interface Precision {
  /** Whether numbers above 0 have a plus sign, as differences and changes do. */
  readonly signed?: boolean;
  /** Decimals of a `number` or of percentage points: at least so many, and of signed ones exactly. */
  readonly decimals?: number;
}

/**
 * A number as written in a chart, by its unit: counts whole and grouped, proportions as per cent and rates
 * with two significant digits, differences of proportions as percentage points.
 */
export function formatNumber(
  value: number,
  unit: string,
  context: WordContext,
  { signed = false, decimals = 0 }: Precision = {},
): string {
  const write = (number: number, options: Intl.NumberFormatOptions) =>
    numberIn(context.language ?? "en", number, {
      signDisplay: signed ? "exceptZero" : "negative",
      ...options,
    }).replace("-", "\u2212");
  const places = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  if (unit === points)
    return `${write(value * 100, { ...places(decimals), signDisplay: "exceptZero" })}\u00a0${wordsIn(context).points}`;
  if (unit === "count") return write(value, { maximumFractionDigits: 0 });
  if (unit === "proportion") {
    const digits = value > 0.995 && value < 1 ? 3 : 2;
    const few = value > 0 && value < 0.0995 ? { minimumSignificantDigits: 2 } : {};
    return write(value, { style: "percent", maximumSignificantDigits: digits, ...few });
  }
  if (signed) return write(value, places(decimals));
  if (value === 0) return "0";
  const significant = Math.abs(value) >= 100 ? 0 : Math.max(0, 1 - Math.floor(Math.log10(Math.abs(value))));
  if (decimals > significant) return write(value, places(decimals));
  return write(
    value,
    Math.abs(value) >= 100
      ? { maximumFractionDigits: 0 }
      : { minimumSignificantDigits: 2, maximumSignificantDigits: 2 },
  );
}

/** A value with its interval: `33% (24%–44%)`, `−0.6 pp (−1.0 to +0.1)`; the value alone where no interval is given. */
export function formatEstimate(
  estimate: { value: number | null; low: number | null; high: number | null },
  unit: string,
  context: WordContext,
  precision: Precision = {},
): string {
  const { value, low, high } = estimate;
  if (value === null) return wordsIn(context).withheld;
  const write = (number: number) => formatNumber(number, unit, context, precision);
  if (low === null || high === null) return write(value);
  const end = (number: number) => write(number).replace(`\u00a0${wordsIn(context).points}`, "");
  const ends: [string, string] = [end(low), end(high)];
  const isPlain = low >= 0 && !precision.signed && unit !== points;
  return `${write(value)} (${isPlain ? ends.join("–") : wordsIn(context).between(...ends)})`;
}

/** A month and its year, short or long. */
export function formatMonth(date: Date, style: "short" | "long", context: WordContext): string {
  return dateIn(context.language ?? "en", date, { month: style, year: "numeric" });
}
