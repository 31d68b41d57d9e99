/**
 * Whether a word pattern with `*` (any letters, none included) and `?` (exactly one) matches the whole of a form.
 * The last `*` alone is tried again, so the time is at most pattern times form. Both as code points.
 */
export function matchesGlob(pattern: readonly string[], form: readonly string[]): boolean {
  let p = 0;
  let f = 0;
  let star = -1;
  let resume = 0;
  while (f < form.length) {
    if (pattern[p] === "*") {
      star = p++;
      resume = f;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === form[f])) {
      p++;
      f++;
    } else if (star !== -1) {
      p = star + 1;
      f = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}
