import { identifier } from "../parquet/sql-text.ts";

/**
 * The select list that rounds a table whose rows are variants of each other, for one less another must give no small
 * count (controlled by rounding to a base: Willenborg and de Waal 2001, Elements of Statistical Disclosure Control,
 * chapter 9). `counts`, disclosed before (0 or at least
 * `threshold`), go down to a multiple of it: each but 0 stands for that many consecutive numbers, so what is left of
 * subtracting it, from an exact count too, can always be 0 or the threshold as well. `estimates` are rounded
 * to the power of ten at which a change of the row's smallest count by `threshold` starts to show, so that they tell no
 * count more closely; null where nothing is left of one. All others stay.
 */
export function roundedColumns(
  names: readonly string[],
  counts: readonly string[],
  estimates: readonly string[],
  threshold: number,
): string {
  const base = (name: string) => `(floor(${identifier(name)}::double / ${threshold}) * ${threshold})`;
  const smallest = `least(${counts.map((name) => `nullif(${base(name)}, 0)`).join(", ")})`;
  return names
    .map((name) => {
      const column = identifier(name);
      if (counts.includes(name)) return `${base(name)}::integer as ${column}`;
      if (!estimates.includes(name)) return column;
      const digits = `(-ceil(log10(${threshold} * abs(nullif(${column}, 0)) / ${smallest})))::integer`;
      return `case when ${column} = 0 then 0 else nullif(round(${column}, ${digits}), 0) end as ${column}`;
    })
    .join(", ");
}
