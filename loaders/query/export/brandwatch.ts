import type { ValueQuery, WordQuery } from "../ast.ts";
import { type Dialect, hasWildcard, type Note, type Said, said, unsaid } from "./dialect.ts";

/** Letters of a word that may stand in braces. */
const LONGEST_CASED = 20;

/**
 * Brandwatch Consumer Research, "Query Operators" (help article 360012098098): `NEAR/x`, `NEAR/xf` in order, `{BT}`
 * for upper case, wildcards within or at the end of a word. Its community page on proximity gives `NEAR/0f` as
 * another way to write words that follow each other; phrases with wildcards are written so.
 */
export const brandwatch: Dialect = {
  id: "brandwatch",
  title: "Brandwatch",
  pages: [
    "https://consumer-research-help.brandwatch.com/hc/en-us/articles/360012098098-Query-Operators",
    "https://community.brandwatch.com/boolean-explained-84/boolean-explained-proximity-operators-478",
    "https://community.brandwatch.com/boolean-explained-84/boolean-explained-wildcard-question-mark-355",
    "https://community.brandwatch.com/boolean-explained-84/boolean-explained-6-tips-to-use-brackets-more-effectively-626",
  ],
  not: "NOT",
  word,
  phrase(words, note) {
    if (words.every((one) => one.cased === undefined && !hasWildcard(one)))
      return said(`"${words.map(({ form }) => form).join(" ")}"`);
    let text = "";
    for (const one of words) {
      const written = word(one, note);
      if ("unsaid" in written) return written;
      text = text === "" ? written.text : `(${text} NEAR/0f ${written.text})`;
    }
    return said(text);
  },
  tag(tag, note) {
    if (/^[*?]/u.test(tag.form)) return unsaid("no wildcard may begin a word");
    if (tag.cased !== undefined) note("a hashtag is not told by its case", "more posts");
    if (hasWildcard(tag)) note("wildcards are documented for plain text; try it on a hashtag");
    return said(`#${tag.form}`);
  },
  near({ left, right, distance, ordered }, say) {
    const [one, other] = [say(left), say(right)];
    if ("unsaid" in one) return one;
    if ("unsaid" in other) return other;
    return said(`(${one.text} NEAR/${distance}${ordered ? "f" : ""} ${other.text})`);
  },
  section: (section, inner) =>
    section === "title" ? `title:${inner.startsWith("(") ? inner : `(${inner})`}` : undefined,
  value,
};

function word({ form, cased }: WordQuery, note: Note): Said {
  if (/^[*?]/u.test(form)) return unsaid("no wildcard may begin a word");
  if (cased === undefined) return said(/^(?:and|or|not)$/iu.test(form) ? `"${form}"` : form);
  if (hasWildcard({ form })) {
    note("braces take no wildcard; written without regard to case", "more posts");
    return said(form);
  }
  if ([...cased].length > LONGEST_CASED) {
    note(`braces take ${LONGEST_CASED} letters; written without regard to case`, "more posts");
    return said(form);
  }
  if (cased === form) note("braces tell upper case only; other spellings are found too", "more posts");
  return said(`{${cased}}`);
}

function value({ field, form }: ValueQuery): Said {
  if (field === "site") {
    const host = form.replace(/^www\./u, "");
    const suffix = /^\*\.([\p{L}\d]+)$/u.exec(host)?.[1];
    if (suffix !== undefined) return said(`topLevelDomain:${suffix}`);
    return hasWildcard({ form }) ? unsaid("site: takes no wildcard") : said(`site:${quoted(host)}`);
  }
  if (field === "author")
    return hasWildcard({ form }) ? unsaid("author: takes no wildcard") : said(`author:${quoted(form)}`);
  if (field === "language")
    return /^[a-z]{2}$/u.test(form) ? said(`language:${form}`) : unsaid("language: takes ISO 639-1 codes");
  if (field === "country")
    return /^[a-z]{3}$/u.test(form)
      ? said(`country:${form}`)
      : unsaid(`country: takes Brandwatch's codes of three letters, not "${form}"`);
  return unsaid(`${field}: is not among its operators`);
}

/** A value in quotes where it is more than letters, digits, dots and hyphens; its own quotes are dropped. */
function quoted(text: string): string {
  return /^[\p{L}\p{M}\d.-]+$/u.test(text) ? text : `"${text.replaceAll('"', "")}"`;
}
