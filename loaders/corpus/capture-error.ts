/**
 * A capture entry that can't be read as the study says: a wrong setting, not a broken record. The message says
 * what was found, what was expected, in which file, and what to do.
 */
export class CaptureError extends Error {
  override readonly name = "CaptureError";
}
