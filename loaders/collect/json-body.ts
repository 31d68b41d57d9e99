/** A field of a JSON answer whose shape may be other than expected. */
export type Json = Readonly<Record<string, unknown>> | undefined;

/** The object that a body holds; undefined where it holds none. */
export function jsonBody(body: Buffer): Json {
  try {
    return object(JSON.parse(body.toString("utf8")));
  } catch {
    return undefined;
  }
}

export function object(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** The objects of a list; none where it is no list. */
export function objects(value: unknown): NonNullable<Json>[] {
  return Array.isArray(value) ? value.map(object).filter((item) => item !== undefined) : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
