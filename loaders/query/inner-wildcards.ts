import { Substrings } from "./substrings.ts";

/** A longer word is not tried: it is no word, and each pattern would have to read it. */
export const LONGEST_TRIED = 1000;

/** A pattern taken apart at its `*`: what a form begins with, holds in this order, and ends with. */
interface Pieces {
  number: number;
  begin: string;
  middle: string[];
  /** Undefined in a pattern without `*`: then the form ends where `begin` does. */
  end: string | undefined;
}

/**
 * The patterns with a `?`, or with a `*` before their end. Of each the stretch of letters that it shares with the fewest
 * others is looked for, all in one pass over a form; only patterns whose stretch is there are compared with it.
 */
export class InnerWildcards {
  /** Code units read and compared so far. */
  get steps(): number {
    return this.compared + (this.substrings?.steps ?? 0);
  }
  private compared = 0;
  private readonly patterns: Pieces[] = [];
  private substrings: Substrings | undefined;
  /** By number of the stretch. */
  private owners: Pieces[][] = [];
  /** Patterns without a letter. */
  private unkeyed: Pieces[] = [];

  add(number: number, pattern: string): void {
    const pieces = pattern.split("*");
    const [begin = "", ...rest] = pieces;
    const end = rest.pop();
    this.patterns.push({ number, begin, middle: rest.filter((piece) => piece !== ""), end });
    this.substrings = undefined;
  }

  /** Adds the numbers of the patterns that match a folded form. */
  find(form: string, found: number[]): void {
    if (this.patterns.length === 0 || form.length > LONGEST_TRIED) return;
    this.substrings ??= this.compiled();
    for (const pieces of this.unkeyed) this.compare(pieces, form, found);
    this.substrings.find(form, (stretch) => {
      for (const pieces of this.owners[stretch]!) this.compare(pieces, form, found);
    });
  }

  private compare(pieces: Pieces, form: string, found: number[]): void {
    this.compared += form.length;
    if (matches(pieces, form)) found.push(pieces.number);
  }

  private compiled(): Substrings {
    const shared = new Map<string, number>();
    const stretches = this.patterns.map(stretchesOf);
    for (const some of stretches) for (const one of some) shared.set(one, (shared.get(one) ?? 0) + 1);
    const numbers = new Map<string, number>();
    this.owners = [];
    this.unkeyed = [];
    this.patterns.forEach((pieces, i) => {
      const [key] = stretches[i]!.sort((a, b) => shared.get(a)! - shared.get(b)! || b.length - a.length);
      if (key === undefined) {
        this.unkeyed.push(pieces);
        return;
      }
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      this.owners[number] ??= [];
      this.owners[number].push(pieces);
    });
    return new Substrings([...numbers.keys()]);
  }
}

/** The distinct stretches of letters of a pattern. */
function stretchesOf({ begin, middle, end }: Pieces): string[] {
  const letters = [begin, ...middle, end ?? ""].flatMap((piece) => piece.split("?"));
  return [...new Set(letters)].filter((stretch) => stretch !== "");
}

function matches({ begin, middle, end }: Pieces, form: string): boolean {
  let at = endOf(begin, form, 0);
  if (end === undefined) return at === form.length;
  if (at === -1) return false;
  // The first place where a piece stands leaves most room for those after it.
  for (const piece of middle) {
    at = endOfFirst(piece, form, at);
    if (at === -1) return false;
  }
  const start = startOf(end, form);
  return start !== -1 && start >= at;
}

/** Where a piece that stands at `at` ends; -1 if it does not stand there. */
function endOf(piece: string, form: string, from: number): number {
  let at = from;
  for (let i = 0; i < piece.length; i++) {
    if (at >= form.length) return -1;
    if (piece[i] === "?") at += form.codePointAt(at)! > 0xffff ? 2 : 1;
    else if (piece.charCodeAt(i) !== form.charCodeAt(at++)) return -1;
  }
  return at;
}

function endOfFirst(piece: string, form: string, from: number): number {
  if (!piece.includes("?")) {
    const start = form.indexOf(piece, from);
    return start === -1 ? -1 : start + piece.length;
  }
  for (let start = from; start < form.length; start++) {
    if (isInside(form, start)) continue;
    const end = endOf(piece, form, start);
    if (end !== -1) return end;
  }
  return -1;
}

/** Where a piece with which the form ends begins; -1 if the form ends otherwise. */
function startOf(piece: string, form: string): number {
  let at = form.length;
  for (let i = piece.length - 1; i >= 0; i--) {
    at -= 1;
    if (at < 0) return -1;
    if (piece[i] === "?") {
      if (isInside(form, at)) at -= 1;
    } else if (piece.charCodeAt(i) !== form.charCodeAt(at)) return -1;
  }
  return at;
}

/** Whether an offset stands within a letter of two units. */
function isInside(form: string, at: number): boolean {
  return at > 0 && form.codePointAt(at - 1)! > 0xffff;
}
