import type { Section, ValueField, WordQuery } from "../ast.ts";
import { allOf, type Dialect, hasWildcard, type Note, type Said, said, unsaid } from "./dialect.ts";
import { type NearPair, nearPairs } from "./near-pairs.ts";

const SYNTAX =
  "https://github.com/elastic/elasticsearch/blob/master/docs/reference/query-dsl/query-string-syntax.asciidoc";

/** Names of an index's fields. */
interface Fields {
  readonly sections: Partial<Record<Section, string>>;
  readonly values: Partial<Record<ValueField, string>>;
  /** Whether a word may begin with a wildcard. */
  readonly leadingWildcards: boolean;
  /** Whether the platform escapes slashes itself, so that an escaped one would be two. */
  readonly escapesSlashes: boolean;
}

/** An Elasticsearch index whose fields are named as in this workspace's posts. */
export const elasticsearch = queryString("elasticsearch", "Elasticsearch query_string", [SYNTAX], {
  sections: { title: "title", content: "text" },
  values: { site: "outlet", language: "language", socialType: "platform" },
  leadingWildcards: true,
  escapesSlashes: false,
});

/**
 * Media Cloud's online news. Its search passes the query to `query_string`, without leading wildcards and with its
 * slashes escaped; its fields are those of its own program (mc-providers, `onlinenews.py`).
 */
export const mediaCloud = queryString(
  "mediacloud",
  "Media Cloud",
  [
    "https://www.mediacloud.org/documentation/query-guide",
    "https://github.com/mediacloud/mc-providers/blob/main/mc_providers/onlinenews.py",
    SYNTAX,
  ],
  {
    sections: { title: "article_title", content: "text_content" },
    values: { site: "canonical_domain", language: "language" },
    leadingWildcards: false,
    escapesSlashes: true,
  },
);

/**
 * Elasticsearch's `query_string`, "Query string syntax": operators "do not honor the usual precedence rules", so all
 * is in parentheses; `"a b"~n` allows moves of n words in all, 2 of them to change places.
 */
function queryString(id: string, title: string, pages: string[], fields: Fields): Dialect {
  return {
    id,
    title,
    pages,
    not: "AND NOT",
    everything: "*:*",
    word: (one, note) => word(one, fields, note),
    phrase(words, note) {
      if (words.some(({ cased }) => cased !== undefined)) noteCase(note);
      if (!words.some(hasWildcard)) return said(quoted(words));
      const parts: string[] = [];
      for (const { form } of words) {
        const written = word({ form }, fields, note);
        if ("unsaid" in written) return written;
        parts.push(written.text);
      }
      note("quotes take no wildcard; its words are asked for with AND, wherever they stand", "more posts");
      return said(allOf([...new Set(parts)]));
    },
    tag({ form }, note) {
      if (!fields.leadingWildcards && /^[*?]/u.test(form)) return unsaid("no wildcard may begin a word");
      note("# is no part of a word in most indices: the word alone is asked for", "more posts");
      return said(form.includes("_") ? `"${form.replaceAll("_", " ")}"` : form);
    },
    near(near, say, note) {
      const pairs = nearPairs(near);
      if (pairs === undefined) {
        const [one, other] = [say(near.left), say(near.right)];
        if ("unsaid" in one) return one;
        if ("unsaid" in other) return other;
        note('"…"~n takes words without wildcards; NEAR is written as AND', "more posts");
        return said(`(${one.text} AND ${other.text})`);
      }
      const { distance, ordered } = near;
      if (ordered && distance > 1) note('"…"~n does not keep the order of words so far apart', "more posts");
      if (pairs.some(({ left, right }) => left.length + right.length > 2))
        note('"…"~n may also tear the phrase beside NEAR apart', "more posts");
      if (pairs.some(({ left, right }) => [...left, ...right].some(({ cased }) => cased !== undefined)))
        noteCase(note);
      const texts = pairs.flatMap((pair) => sloppy(pair, distance, ordered));
      return said(texts.length === 1 ? texts[0]! : `(${texts.join(" OR ")})`);
    },
    section(section, inner) {
      const field = fields.sections[section];
      return field && `${field}:${inner.startsWith("(") ? inner : `(${inner})`}`;
    },
    value({ field, form }, note) {
      const name = fields.values[field];
      if (name === undefined) return unsaid(`${field}: has no field there`);
      if (/[<>]/u.test(form)) note("< and > can't be escaped; they are left out");
      if (!fields.leadingWildcards && /^[*?]/u.test(form)) return unsaid("no wildcard may begin a value");
      return said(`${name}:${escaped(form.replace(/[<>]/gu, ""), fields)}`);
    },
  };
}

function word(
  { form, cased }: Pick<WordQuery, "form" | "cased">,
  { leadingWildcards }: Fields,
  note: Note,
): Said {
  if (!leadingWildcards && /^[*?]/u.test(form)) return unsaid("no wildcard may begin a word");
  if (cased !== undefined) noteCase(note);
  return said(/^(?:and|or|not|to)$/iu.test(form) ? `"${form}"` : form);
}

function noteCase(note: Note): void {
  note("query_string is not told of case; written without regard to it", "more posts");
}

/**
 * In order, n words between are n moves; in the other order n + 2. So both orders, each with n moves, are NEAR/n, and
 * one of them is ONEAR/n up to 1.
 */
function sloppy({ left, right }: NearPair, distance: number, ordered: boolean): string[] {
  const near = (words: readonly WordQuery[]) =>
    distance === 0 ? quoted(words) : `${quoted(words)}~${distance}`;
  return ordered ? [near([...left, ...right])] : [near([...left, ...right]), near([...right, ...left])];
}

function quoted(words: readonly { form: string }[]): string {
  return `"${words.map(({ form }) => form).join(" ")}"`;
}

/** A value with its wildcards; reserved characters and spaces escaped. */
function escaped(text: string, { escapesSlashes }: Fields): string {
  return text.replace(/[-+=&|!(){}[\]^"~:\\/\s]/gu, (sign) =>
    sign === "/" && escapesSlashes ? sign : `\\${sign}`,
  );
}
