/** The distinct words of a list that is written as text between white space. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}
