import type { WordQuery } from "../ast.ts";
import { allOf, type Dialect, hasWildcard, type Note, type Said, said, unsaid } from "./dialect.ts";
import { nearPairs } from "./near-pairs.ts";

/**
 * Talkwalker: "Search Syntax" of its alerts (AND, OR, AND NOT, quotes, `*` at the end of a word, `?`, `site:`), and
 * "Special Transformations" of its developer pages (`"cat dog"~10` for proximity, `+"#tag"` and `++"ABC"` for raw
 * data, the second with its case). Other operators are not written.
 */
export const talkwalker: Dialect = {
  id: "talkwalker",
  title: "Talkwalker",
  pages: [
    "https://www.talkwalker.com/syntax-alerts",
    "https://developer.talkwalker.com/docs/query-syntax/special-transformations",
    "https://developer.talkwalker.com/docs/query-syntax/special-query-modifiers",
  ],
  not: "AND NOT",
  word,
  phrase(words, note) {
    if (words.some(hasWildcard)) {
      const parts: string[] = [];
      for (const one of words) {
        const written = word(one, note);
        if ("unsaid" in written) return written;
        parts.push(written.text);
      }
      note("quotes take no wildcard; its words are asked for with AND, wherever they stand", "more posts");
      return said(allOf([...new Set(parts)]));
    }
    const isCased = words.some(({ cased }) => cased !== undefined);
    return said(`${isCased ? "++" : ""}"${words.map(({ form, cased }) => cased ?? form).join(" ")}"`);
  },
  tag({ form, cased }) {
    if (hasWildcard({ form })) return unsaid("raw data takes no wildcard");
    return said(cased === undefined ? `+"#${form}"` : `++"#${cased}"`);
  },
  near(near, say, note) {
    const pairs = nearPairs(near);
    if (pairs === undefined || pairs.some(({ left, right }) => left.length + right.length > 2)) {
      const [one, other] = [say(near.left), say(near.right)];
      if ("unsaid" in one) return one;
      if ("unsaid" in other) return other;
      note('"…"~n takes single words without wildcards; NEAR is written as AND', "more posts");
      return said(`(${one.text} AND ${other.text})`);
    }
    if (near.ordered) note('"…"~n does not keep the order', "more posts");
    note('"…"~n counts jumps: compare its results with NEAR, which counts words between');
    const texts = pairs.map(({ left, right }) => `"${left[0]!.form} ${right[0]!.form}"~${near.distance}`);
    return said(texts.length === 1 ? texts[0]! : `(${texts.join(" OR ")})`);
  },
  section: () => undefined,
  value({ field, form }) {
    if (field !== "site") return unsaid(`${field}: is not in its public syntax`);
    return hasWildcard({ form })
      ? unsaid("site: takes no wildcard")
      : said(`site:"${form.replaceAll('"', "")}"`);
  },
};

function word({ form, cased }: WordQuery, note: Note): Said {
  if (/\*./u.test(form)) return unsaid(`* stands at the end of a word only, not as in ${form}`);
  if (cased !== undefined && !hasWildcard({ form })) return said(`++"${cased}"`);
  if (cased !== undefined) note("raw data takes no wildcard; written without regard to case", "more posts");
  return said(/^(?:and|or|not)$/iu.test(form) ? `"${form}"` : form);
}
