import { nearest } from "../language/nearest.ts";

export { nearest };

/** ` (did you mean "X"?)`, or nothing where no known name is near. */
export function suggestion(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near === undefined ? "" : ` (did you mean "${near}"?)`;
}
