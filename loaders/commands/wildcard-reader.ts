import { wordLemmas } from "../annotate/word-lemmas.ts";
import { fold } from "../language/fold.ts";
import { isStopWord } from "../language/stop-words.ts";
import { type Token, tokenise } from "../language/tokenise.ts";
import { type LeafQuery, leavesOf, type Query } from "../query/ast.ts";
import { compileQueries, type Evidence, type QueryMatch } from "../query/compile-queries.ts";
import { hasWildcard, leafLabel } from "../query/leaf-label.ts";
import { type TakenLemma, TakenWords } from "../query/lint/taken-words.ts";
import type { CorpusPost } from "./corpus-posts.ts";

/** Words on each side of a taken word that are its company. */
const REACH = 5;

/** What the single words with a wildcard that are written so take in a corpus. */
export interface TakenByWildcard {
  label: string;
  /** By falling occurrences. */
  lemmas: TakenLemma[];
}

/**
 * Reads posts once for whole queries and for each of their words by itself: which queries match, how many posts hold
 * each word, and which forms each wildcard takes, with the words beside them.
 */
export class WildcardReader {
  private readonly matcher: ReturnType<typeof compileQueries>;
  private readonly labels: string[];
  private readonly isOpen: boolean[];
  private readonly posts = new Map<string, number>();
  private readonly wildcards = new Map<string, TakenWords>();
  /** Forms seen, by language of the post: what the lemmas of Kazakh are read from. */
  private readonly words = new Map<string, { form: string; postLanguage: string; count: number }>();

  constructor(
    private readonly queries: readonly Query[],
    others: readonly LeafQuery[],
  ) {
    const leaves = new Map<string, LeafQuery>();
    for (const leaf of [...queries.flatMap(leavesOf), ...others]) {
      if (!leaves.has(leafLabel(leaf))) leaves.set(leafLabel(leaf), leaf);
    }
    this.labels = [...leaves.keys()];
    this.isOpen = [...leaves.values()].map((leaf) => leaf.kind === "word" && hasWildcard(leaf));
    this.matcher = compileQueries([...queries, ...leaves.values()]);
  }

  /** The whole queries that match a post. */
  read(post: CorpusPost): QueryMatch[] {
    const tokens = new Map<string, Token[]>();
    const tokensOf = (part: Evidence["part"]) => {
      const text = part === "title" ? post.title! : post.text;
      let read = tokens.get(part);
      if (read === undefined) {
        read = tokenise(text).filter(({ kind }) => kind === "word");
        for (const token of read) this.count(fold(token.text), post.language);
        tokens.set(part, read);
      }
      return { text, tokens: read };
    };
    const matches = this.matcher.match(post);
    for (const { query, evidence } of matches) {
      const leaf = query - this.queries.length;
      if (leaf < 0) continue;
      const label = this.labels[leaf]!;
      this.posts.set(label, (this.posts.get(label) ?? 0) + 1);
      if (this.isOpen[leaf]) for (const hit of evidence) this.take(label, hit, post, tokensOf(hit.part));
    }
    return matches.filter(({ query }) => query < this.queries.length);
  }

  /** Posts that hold a word, whatever query it stands in. */
  postsOf(label: string): number {
    return this.posts.get(label) ?? 0;
  }

  /** What each single word with a wildcard takes, in the queries' order. */
  taken(): TakenByWildcard[] {
    const words = [...this.words.values()];
    const { lemmas, numbers } = wordLemmas(words.map((word) => ({ ...word, written: word.form })));
    const lemmaOf = new Map(
      words.map(({ form, postLanguage }, index) => [`${postLanguage}\t${form}`, lemmas[numbers[index]!]!]),
    );
    return [...this.wildcards].map(([label, taken]) => ({
      label,
      lemmas: taken.lemmas(
        (form, postLanguage) =>
          lemmaOf.get(`${postLanguage}\t${form}`) ?? { lemma: form, language: postLanguage },
      ),
    }));
  }

  private take(
    label: string,
    { start, end }: Evidence,
    { postId, language }: CorpusPost,
    part: { text: string; tokens: Token[] },
  ): void {
    const at = firstAfter(part.tokens, start);
    const around = part.tokens.slice(Math.max(0, at - REACH), at + REACH + 1);
    const beside = around
      .filter((token) => token.end <= start || token.start >= end)
      .map((token) => fold(token.text))
      .filter((form) => !isStopWord(form, "kk") && !isStopWord(form, "ru"));
    const taken = this.wildcards.get(label) ?? new TakenWords();
    this.wildcards.set(label, taken);
    taken.add({ form: fold(part.text.slice(start, end)), postLanguage: language, postId, beside });
  }

  private count(form: string, postLanguage: string): void {
    const key = `${postLanguage}\t${form}`;
    const word = this.words.get(key);
    if (word === undefined) this.words.set(key, { form, postLanguage, count: 1 });
    else word.count += 1;
  }
}

/** Index of the first token that ends after an offset; the number of tokens if none does. */
function firstAfter(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokens[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
