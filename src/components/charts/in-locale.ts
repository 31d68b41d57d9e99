/*
 * `toLocaleString` makes a formatter each time, which takes a thousand times as long as to write a number with it. So
 * each is made once: languages and ways to write a number are few.
 */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** A number as a language writes it. */
export function numberIn(language: string, value: number, options: Intl.NumberFormatOptions = {}): string {
  return kept(numberFormats, language, options, () => new Intl.NumberFormat(language, options)).format(value);
}

/** A day or a month as a language writes it, by UTC. */
export function dateIn(language: string, date: Date, options: Intl.DateTimeFormatOptions): string {
  const make = () => new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
  return kept(dateFormats, language, options, make).format(date);
}

function kept<T>(formats: Map<string, T>, language: string, options: object, make: () => T): T {
  const key = `${language} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = make();
    formats.set(key, format);
  }
  return format;
}
