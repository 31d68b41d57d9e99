/** A post as `data/explorer/posts.json` holds it. */
export interface Post {
  readonly organisation: string;
  readonly scope: string;
  readonly platform: string;
  readonly language: string;
  readonly day: string;
  readonly map_unit: string;
  readonly topics: readonly string[];
  /** For each of `topics` the words of `text` that it rests on: start, length, start, length … in UTF-16 units. */
  readonly places: readonly (readonly number[])[];
  readonly text: string;
}

/** A place where the word stands, with what is left and right of it. */
export interface Line {
  readonly post: Post;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** Characters on either side, and of the match at most. */
const reach = 60;

/**
 * Every place where a word begins with `word`, case and ё as е, at most `limit` of them; an empty word finds the
 * beginning of each post. `found` counts all places. Pure.
 */
export function concordance(
  posts: readonly Post[],
  word: string,
  limit: number,
): { lines: Line[]; found: number } {
  const wanted = folded(word.trim());
  const lines: Line[] = [];
  let found = 0;
  for (const post of posts) {
    const text = post.text.replace(/\s+/g, " ");
    if (wanted === "") {
      found += 1;
      if (lines.length < limit) lines.push({ post, before: "", match: "", after: clip(text, 2 * reach) });
      continue;
    }
    const haystack = folded(text);
    // A letter whose small form has another length would shift the places.
    const source = haystack.length === text.length ? text : haystack;
    for (let at = haystack.indexOf(wanted); at >= 0; at = haystack.indexOf(wanted, at + wanted.length)) {
      if (at > 0 && /[\p{L}\p{M}\p{Nd}]/u.test(haystack[at - 1]!)) continue;
      found += 1;
      if (lines.length >= limit) continue;
      const rest = /^[\p{L}\p{M}\p{Nd}]*/u.exec(source.slice(at + wanted.length))![0];
      const end = at + wanted.length + rest.length;
      lines.push(lineAt(post, source, at, end));
    }
  }
  return { lines, found };
}

/**
 * The words for which posts have the topic, at most `limit` of them; of a post that has it for what is absent, the
 * beginning. `found` counts all of them. Pure.
 */
export function topicConcordance(
  posts: readonly Post[],
  topic: string,
  limit: number,
): { lines: Line[]; found: number } {
  const all = posts.flatMap((post) => {
    const places = post.places[post.topics.indexOf(topic)] ?? [];
    const starts = places.filter((_, at) => at % 2 === 0);
    return starts.length === 0
      ? [{ post, start: 0, length: 0 }]
      : starts.map((start, at) => ({ post, start, length: places[2 * at + 1]! }));
  });
  const lines = all.slice(0, limit).map(({ post, start, length }) => {
    const line = lineAt(post, post.text.replace(/\s/g, " "), start, start + length);
    return length === 0 ? { ...line, after: clip(post.text.replace(/\s+/g, " "), 2 * reach) } : line;
  });
  return { lines, found: all.length };
}

/** What stands from `start` to `end`, and around it. */
function lineAt(post: Post, text: string, start: number, end: number): Line {
  return {
    post,
    before: (start > reach ? "…" : "") + text.slice(Math.max(0, start - reach), start),
    match: clip(text.slice(start, end), reach),
    after: clip(text.slice(end, end + reach + 1), reach),
  };
}

function clip(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}
