/** One thing wrong in a study's files, with the place where it stands. */
export interface Mistake {
  /** Path as shown to the reader. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Which entry or column: `captures[web].corpus`. Empty for the whole file. */
  readonly where: string;
  /** What stands there, in words or quoted. */
  readonly found: string;
  /** What would be right, and what to do where that is not plain. */
  readonly expected: string;
}

/** A mistake as one line: `FILE:LINE:COLUMN: where: found X, expected Y`. */
export function mistakeLine(mistake: Mistake): string {
  const { file, line, column, where, found, expected } = mistake;
  return `${file}:${line}:${column}: ${where === "" ? "" : `${where}: `}found ${found}, expected ${expected}`;
}

/** Thrown by `loadStudy` with every mistake of every file; the message has one line a mistake. */
export class StudyError extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map(mistakeLine).join("\n"));
    this.name = "StudyError";
    this.mistakes = mistakes;
  }
}

/** A value as a message shows it: text in quotes and cut after 60 characters, a list or mapping by its kind. */
export function shown(value: unknown): string {
  if (value === undefined || value === null || value === "") return "nothing";
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return Object.keys(value).length === 0 ? "an empty mapping" : "a mapping";
  return String(value);
}
