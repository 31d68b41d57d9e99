/**
 * Sentence templates. `[one|two|]` chooses among pieces (which may hold slots, and may be empty);
 * `{...}` is a slot that a language's grammar fills; all else is literal. Parsed once and kept.
 */
import type { Random } from "./prng.ts";

export type Piece =
  | { kind: "text"; text: string }
  | { kind: "slot"; slot: string }
  | { kind: "choice"; options: Piece[][] };

const parsed = new Map<string, Piece[]>();

/** The pieces of a template; throws on a bracket that is not closed. */
export function parseTemplate(template: string): Piece[] {
  const kept = parsed.get(template);
  if (kept) return kept;
  let at = 0;
  const sequence = (inside: boolean): Piece[] => {
    const pieces: Piece[] = [];
    let text = "";
    const flush = (): void => {
      if (text) pieces.push({ kind: "text", text });
      text = "";
    };
    while (at < template.length) {
      const letter = template[at]!;
      if (inside && (letter === "|" || letter === "]")) break;
      if (letter === "{") {
        const end = template.indexOf("}", at);
        if (end < 0)
          throw new Error(`found "{" without "}" in template "${template}", expected a closed slot`);
        flush();
        pieces.push({ kind: "slot", slot: template.slice(at + 1, end) });
        at = end + 1;
      } else if (letter === "[") {
        flush();
        at++;
        const options: Piece[][] = [];
        for (;;) {
          options.push(sequence(true));
          if (at >= template.length)
            throw new Error(`found "[" without "]" in template "${template}", expected a closed choice`);
          if (template[at++] === "]") break;
        }
        pieces.push({ kind: "choice", options });
      } else {
        text += letter;
        at++;
      }
    }
    flush();
    return pieces;
  };
  const pieces = sequence(false);
  parsed.set(template, pieces);
  return pieces;
}

/** Writes a template out, asking `fill` for each slot in order; doubled spaces are closed up. */
export function expand(template: string, random: Random, fill: (slot: string) => string): string {
  const write = (pieces: readonly Piece[]): string => {
    let out = "";
    for (const piece of pieces) {
      if (piece.kind === "text") out += piece.text;
      else if (piece.kind === "slot") out += fill(piece.slot);
      else out += write(random.pick(piece.options));
    }
    return out;
  };
  return write(parseTemplate(template))
    .replace(/ {2,}/g, " ")
    .replace(/ ([,.!?:;])/g, "$1")
    .trim();
}

/** First letter in upper case (also inside a quotation that follows a colon). */
export function capitalised(text: string): string {
  const at = text.search(/[\p{L}\p{N}]/u);
  const first = at < 0 ? text : text.slice(0, at) + text.charAt(at).toUpperCase() + text.slice(at + 1);
  return first.replace(
    /(: «)(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
