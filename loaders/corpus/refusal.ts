import { CaptureError } from "./capture-error.ts";
import { type Outcome, reject } from "./outcome.ts";

/**
 * A parser's outcomes, ended by a reject where the file as a whole is not what the study says (`CaptureError`):
 * a parser never throws over what is in a file. Whoever runs it stops there, since every record would be lost.
 */
export async function* endedByRefusal(outcomes: AsyncIterable<Outcome>): AsyncGenerator<Outcome> {
  try {
    yield* outcomes;
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    yield reject(1, "wrong-file", error.message);
  }
}
