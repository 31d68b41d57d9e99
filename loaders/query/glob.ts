/**
 * Whether a word pattern with `*` (any letters, none included) and `?` (exactly one) matches the whole of a form.
 * The last `*` alone is tried again, so the time is at most pattern times form. The pattern comes as code points; the
 * form is read where it is, for a word may have millions of letters.
 */
export function matchesGlob(pattern: readonly string[], form: string): boolean {
  let p = 0;
  let f = 0;
  let star = -1;
  let resume = 0;
  while (f < form.length) {
    if (pattern[p] === "*") {
      star = p++;
      resume = f;
    } else if (p < pattern.length && (pattern[p] === "?" || standsAt(form, f, pattern[p]!))) {
      p++;
      f += unitsAt(form, f);
    } else if (star !== -1) {
      p = star + 1;
      resume += unitsAt(form, resume);
      f = resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}

function standsAt(form: string, at: number, letter: string): boolean {
  return form.codePointAt(at) === letter.codePointAt(0);
}

/** Code units of the code point that stands at an offset. */
function unitsAt(form: string, at: number): number {
  return form.codePointAt(at)! > 0xffff ? 2 : 1;
}
