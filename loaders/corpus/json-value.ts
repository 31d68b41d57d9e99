/** The value at a path of names and positions in parsed JSON; undefined where there is none. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<string | number, unknown>)[step];
  }
  return found;
}

/** A text, trimmed; undefined where the value is none or blank. */
export function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value.trim() || undefined : undefined;
}

/** An id: a whole number or a text without spaces, as text; undefined where the value is neither. */
export function idIn(value: unknown): string | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : undefined;
  return typeof value === "string" && /^\S{1,200}$/u.test(value) ? value : undefined;
}

/** A count: a whole number from 0, or such a number as text; undefined where the value is none. */
export function countIn(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d{1,15}$/u.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** The first of some values that is a count. */
export function firstCount(...values: readonly unknown[]): number | undefined {
  return values.map(countIn).find((count) => count !== undefined);
}

/** The elements of a list; none where the value is no list. */
export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
