/** A context of a place's name, as lexicons/places.yml writes it: `guests from {*}`. */
export interface PlaceContext {
  /** Pattern of the words before the name; empty where it says nothing of them. */
  readonly before: string;
  /** What the name's last word must look like: a wildcard word, `*` for any. */
  readonly name: string;
  /** Pattern of the words after the name. */
  readonly after: string;
}

/** Takes a context apart at its braces; undefined where it has not exactly one pair with something in it. */
export function slotOf(context: string): PlaceContext | undefined {
  const parts = context.match(/^([^{}]*)\{([^{}\s]+)\}([^{}]*)$/u);
  if (parts === null) return undefined;
  const [, before, name, after] = parts;
  return { before: before!.trim(), name: name!, after: after!.trim() };
}
