import type { ChartHeader, WordContext } from "./chart.ts";

const texts = {
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
  },
} as const;

/** The few words that charts say by themselves, in the context's language or else in English. */
export function wordsIn(context: WordContext): (typeof texts)[keyof typeof texts] {
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

/**
 * A number as written in a chart, by its unit: counts whole and grouped, proportions as per cent and rates
 * with two significant digits.
 */
export function formatNumber(value: number, unit: string, context: WordContext): string {
  const language = context.language ?? "en";
  if (unit === "count") return value.toLocaleString(language, { maximumFractionDigits: 0 });
  if (unit === "proportion") {
    const digits = value > 0.995 && value < 1 ? 3 : 2;
    const few = value > 0 && value < 0.0995 ? { minimumSignificantDigits: 2 } : {};
    return value.toLocaleString(language, { style: "percent", maximumSignificantDigits: digits, ...few });
  }
  if (value === 0) return "0";
  return value.toLocaleString(
    language,
    Math.abs(value) >= 100
      ? { maximumFractionDigits: 0 }
      : { minimumSignificantDigits: 2, maximumSignificantDigits: 2 },
  );
}

/** A value with its interval: `33% (24% to 44%)`; the value alone where no interval is given. */
export function formatEstimate(
  estimate: { value: number | null; low: number | null; high: number | null },
  unit: string,
  context: WordContext,
): string {
  const { value, low, high } = estimate;
  if (value === null) return wordsIn(context).withheld;
  const write = (number: number) => formatNumber(number, unit, context);
  if (low === null || high === null) return write(value);
  return `${write(value)} (${write(low)}–${write(high)})`;
}

/** A month and its year, short or long. */
export function formatMonth(date: Date, style: "short" | "long", context: WordContext): string {
  return date.toLocaleDateString(context.language ?? "en", {
    month: style,
    year: "numeric",
    timeZone: "UTC",
  });
}
