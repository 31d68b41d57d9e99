/** One difference between two parameter values: `path` as in `window.to` or `scopes[1]`. */
export interface ParameterChange {
  path: string;
  from: unknown;
  to: unknown;
}

/**
 * The JSON form of a step's params with keys sorted, so that equal params give equal text; undefined is null.
 * Throws where a value is not JSON (a function, NaN, a Date), naming its place.
 */
export function canonicalParams(value: unknown, path = "params"): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item, index) => canonicalParams(item, `${path}[${index}]`));
  const prototype = typeof value === "object" ? Object.getPrototypeOf(value) : undefined;
  if (prototype !== Object.prototype && prototype !== null) {
    throw new Error(
      `${path}: found ${describe(value)}, expected JSON (text, finite number, boolean, null, list or object)`,
    );
  }
  return Object.fromEntries(
    Object.entries(value as object)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, canonicalParams(item, `${path}.${key}`)]),
  );
}

/** Where two canonical params differ, deepest place first found, in the order of the keys. */
export function parameterChanges(from: unknown, to: unknown, path = ""): ParameterChange[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  if (isObject(from) && isObject(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
    return keys.flatMap((key) => parameterChanges(from[key], to[key], path ? `${path}.${key}` : key));
  }
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length) {
    return from.flatMap((item, index) => parameterChanges(item, to[index], `${path}[${index}]`));
  }
  return [{ path: path || "params", from, to }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (typeof value === "object") return `a ${value?.constructor?.name ?? "class instance"}`;
  return typeof value === "function" ? "a function" : String(value);
}
