import { QueryError } from "../query/error.ts";

/** Runs a reading of the study's words and names the place in the study where it fails. */
export function reading<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof QueryError) throw new Error(`${place}: ${error.message}`, { cause: error });
    throw error;
  }
}
