/**
 * The tables that stages share, column by column: type, unit, meaning. The stage named in `writtenBy`
 * writes a table; any later stage may read it. The data dictionary is made from this file.
 */
export interface Column {
  readonly name: string;
  /** DuckDB type. */
  readonly type: string;
  readonly nullable: boolean;
  /** Unit or set of values; empty where the meaning says all. */
  readonly unit: string;
  readonly meaning: string;
}

export interface Table {
  readonly name: string;
  readonly writtenBy: string;
  /** What one row is. */
  readonly row: string;
  readonly columns: readonly Column[];
}

function column(name: string, type: string, unit: string, meaning: string): Column {
  return { name, type, nullable: false, unit, meaning };
}

function optional(name: string, type: string, unit: string, meaning: string): Column {
  return { name, type, nullable: true, unit, meaning };
}

export const posts: Table = {
  name: "posts",
  writtenBy: "corpus",
  row: "one post inside the study's window, after repeated captures of the same post are merged",
  columns: [
    column("post_id", "VARCHAR", "16 hex digits", "first 64 bits of SHA-256 of platform and native id"),
    column("corpus", "VARCHAR", "a corpus of study.yml", "which of the study's corpora the post belongs to"),
    column("scope", "VARCHAR", "a scope of study.yml", "the query set or register that brought the post in"),
    column("platform", "VARCHAR", "telegram, instagram, facebook, news, …", "where the post was published"),
    column(
      "source_id",
      "VARCHAR",
      "organisation id or pseudonym",
      "who published: the register's id, or p: and a keyed hash for everyone else",
    ),
    optional("outlet", "VARCHAR", "host name", "the news site or blog; null on social platforms"),
    column("published_at", "TIMESTAMP", "UTC", "when the platform says the post was published"),
    column("local_date", "DATE", "study time zone", "the calendar day of publication"),
    column("language", "VARCHAR", "kk, ru, mixed, other, none", "language of title and text together"),
    column("script", "VARCHAR", "cyrillic, latin, mixed, none", "alphabet of most letters"),
    optional("title", "VARCHAR", "text, NFC", "headline, where the platform has one"),
    column("text", "VARCHAR", "text, NFC", "body; never leaves loaders/"),
    column(
      "story_id",
      "VARCHAR",
      "16 hex digits",
      "copies and near-copies of one text share it: the post_id of the earliest",
    ),
    optional("views", "BIGINT", "count", "views at capture"),
    optional("likes", "BIGINT", "count", "likes or reactions at capture"),
    optional("comments", "BIGINT", "count", "comments at capture"),
    optional("shares", "BIGINT", "count", "reposts or forwards at capture"),
    column("capture", "VARCHAR", "file#record", "the capture file and the record in it, from 1"),
    column("parser", "VARCHAR", "name/version", "the parser that read the capture"),
    optional(
      "author_id",
      "VARCHAR",
      "pseudonym",
      "who signed a page of a site, p: and a keyed hash of outlet and name; null where nobody did; never leaves loaders/",
    ),
    column(
      "language_confidence",
      "DOUBLE",
      "0 to 1",
      "share of the telling words that tell the language, shrunk where they are few; a score, no probability",
    ),
    column(
      "switching",
      "DOUBLE",
      "0 to 0.5",
      "code-switching: share of the telling Kazakh and Russian words that tell the less used of the two",
    ),
  ],
};

export const rejects: Table = {
  name: "rejects",
  writtenBy: "corpus",
  row: "one record of a capture that did not become a post",
  columns: [
    column("capture", "VARCHAR", "file#record", "the capture file and the record in it, from 1"),
    column("source", "VARCHAR", "a capture id of study.yml", "the entry of study.yml that named the file"),
    column("reason", "VARCHAR", "short code", "why, as a code that can be counted"),
    column("detail", "VARCHAR", "text", "what was found and what was expected; no text of the record"),
  ],
};

export const annotations: Table = {
  name: "annotations",
  writtenBy: "annotate",
  row: "one post of posts",
  columns: [
    column("post_id", "VARCHAR", "posts.post_id", "the post"),
    column("story_id", "VARCHAR", "posts.story_id", "its story"),
    column("tokens", "INTEGER", "words", "words in title and text"),
    column("topics", "VARCHAR[]", "ids of topics.yml", "topics whose query matches, in the file's order"),
    column("barriers", "VARCHAR[]", "ids of barriers.yml", "barriers mentioned"),
    column("programmes", "VARCHAR[]", "ids of programmes.yml", "programmes mentioned"),
    column("disabilities", "VARCHAR[]", "ids of disabilities.yml", "disabilities mentioned"),
    column("hashtags", "VARCHAR[]", "folded, without #", "hashtags, distinct, in order of appearance"),
    column("places", "VARCHAR[]", "ids of regions.csv", "regions named, distinct, in order of appearance"),
    optional("place_focus", "VARCHAR", "an id of regions.csv", "the one region the post is about"),
    column("place_source", "VARCHAR", "title, text, organisation, none", "the evidence for place_focus"),
    optional(
      "outlet_place",
      "VARCHAR",
      "an id of regions.csv",
      "where the organisation or the outlet is at home",
    ),
    optional(
      "outlet_national",
      "BOOLEAN",
      "",
      "whether it serves the whole country; null where nothing is said",
    ),
    column("gender", "VARCHAR", "boys, girls, both, none", "whom of the children the post names"),
    optional(
      "tone",
      "VARCHAR",
      "negative, neutral, positive, mixed",
      "tone of its words; null where the study's lexicon does not cover the language",
    ),
    optional("tone_score", "DOUBLE", "-1 to 1", "positive less negative weight of its words, by their sum"),
  ],
};

export const evidence: Table = {
  name: "evidence",
  writtenBy: "annotate",
  row: "one word, or stretch of words, that an annotation rests on; at most three of each annotator and id in a post",
  columns: [
    column("post_id", "VARCHAR", "posts.post_id", "the post"),
    column(
      "annotator",
      "VARCHAR",
      "topic, barrier, programme, disability, gender, place, tone",
      "what was annotated",
    ),
    column(
      "id",
      "VARCHAR",
      "an id of the study; boys, girls; positive, negative",
      "the topic, region, … that the word stands for",
    ),
    column("word", "VARCHAR", "text", "as written, at most 80 UTF-16 units; never leaves loaders/"),
    column("field", "VARCHAR", "title, text", "where it stands"),
    column("offset", "INTEGER", "UTF-16 units", "where it begins in that field"),
  ],
};

export const queryMatches: Table = {
  name: "query_matches",
  writtenBy: "annotate",
  row: "one word of a study's query to which a post owes a topic, barrier, programme or disability; none where the query matches by what is absent",
  columns: [
    column("post_id", "VARCHAR", "posts.post_id", "the post"),
    column("annotator", "VARCHAR", "topic, barrier, programme, disability", "what was annotated"),
    column("id", "VARCHAR", "an id of the study", "the topic, barrier, … that the post has"),
    column("word", "VARCHAR", "query_words.word", "as the query writes it; no word of the post"),
  ],
};

export const genderVariants: Table = {
  name: "gender_variants",
  writtenBy: "annotate",
  row: "one post that names a child's sex under one variant of the study's lexicon; posts without a row name none",
  columns: [
    column("post_id", "VARCHAR", "posts.post_id", "the post"),
    column("variant", "VARCHAR", "a variant of lexicons/gender.yml", "the choice of words"),
    column("gender", "VARCHAR", "boys, girls, both", "whom of the children the post names then"),
  ],
};

export const terms: Table = {
  name: "terms",
  writtenBy: "annotate",
  row: "one lemma of one post",
  columns: [
    column("post_id", "VARCHAR", "posts.post_id", "the post"),
    column("lemma_id", "INTEGER", "lemmas.lemma_id", "the lemma"),
    column("count", "INTEGER", "occurrences", "how often its forms stand in title and text"),
  ],
};

export const lemmas: Table = {
  name: "lemmas",
  writtenBy: "annotate",
  row: "one lemma of one language that the posts hold",
  columns: [
    column("lemma_id", "INTEGER", "from 0", "by falling count, then by lemma and language"),
    column("lemma", "VARCHAR", "folded word", "the dictionary form, lower case, ё as е"),
    column("language", "VARCHAR", "kk, ru, other", "the language that the word was read in"),
    column("surface", "VARCHAR", "word", "its commonest form as written in the posts, ё as е"),
    column("stop", "BOOLEAN", "", "a word that says nothing of the topic (pronoun, particle, auxiliary, …)"),
    column("posts", "INTEGER", "posts", "posts that hold it"),
    column("count", "INTEGER", "occurrences", "how often its forms stand in all posts"),
  ],
};

export const bigrams: Table = {
  name: "bigrams",
  writtenBy: "annotate",
  row: "two lemmas that stand next to each other in one post, in this order; no stop words, and no pairs of a single post",
  columns: [
    column("post_id", "VARCHAR", "posts.post_id", "the post"),
    column("lemma_id", "INTEGER", "lemmas.lemma_id", "the first lemma"),
    column("next_lemma_id", "INTEGER", "lemmas.lemma_id", "the lemma after it"),
    column("count", "INTEGER", "occurrences", "how often they stand so in title and text"),
  ],
};

export const lemmaPairs: Table = {
  name: "lemma_pairs",
  writtenBy: "annotate",
  row: "two lemmas that stand next to each other, in this order, in at least two posts",
  columns: [
    column("lemma_id", "INTEGER", "lemmas.lemma_id", "the first lemma"),
    column("next_lemma_id", "INTEGER", "lemmas.lemma_id", "the lemma after it"),
    column("surface", "VARCHAR", "words", "their commonest forms as written beside each other, ё as е"),
    column("posts", "INTEGER", "posts", "posts that hold them so"),
    column("count", "INTEGER", "occurrences", "how often they stand so in all posts"),
  ],
};

export const tables: readonly Table[] = [
  posts,
  rejects,
  annotations,
  evidence,
  queryMatches,
  genderVariants,
  terms,
  lemmas,
  bigrams,
  lemmaPairs,
];
