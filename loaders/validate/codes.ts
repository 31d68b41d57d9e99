/** What one coder said of one item; null where the coder said nothing or could not tell. */
export type Code = string | null;

/** One row an item, one code a coder, in the same order of coders. */
export type Codes = readonly (readonly Code[])[];
