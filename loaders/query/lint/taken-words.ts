/** One occurrence of a word that a wildcard took. */
export interface TakenWord {
  /** Folded. */
  form: string;
  postLanguage: string;
  postId: string;
  /** Folded words that stand beside it. */
  beside: readonly string[];
}

/** A dictionary word that a wildcard takes. */
export interface TakenLemma {
  lemma: string;
  language: string;
  occurrences: number;
  posts: number;
  /** Its forms, the commonest first. */
  forms: string[];
  /** The lemma of the same language that the wildcard takes most; itself, if it is that one. */
  head: string;
  /** Letters that it begins with in common with `head`, of the longer of the two: 1 for `head` itself. */
  form: number;
  /**
   * Cosine of the words beside it and the words beside `head`, 0 to 1. Rare words among them weigh more (inverse
   * frequency over the words beside all lemmas).
   */
  company: number;
}

interface Taken {
  occurrences: number;
  posts: Set<string>;
  forms: Map<string, number>;
  beside: Map<string, number>;
}

/** Gathers what one wildcard takes, and tells how different the words are by the company that they keep. */
export class TakenWords {
  private readonly taken = new Map<string, Taken>();

  add({ form, postLanguage, postId, beside }: TakenWord): void {
    const key = `${postLanguage}\t${form}`;
    let entry = this.taken.get(key);
    if (entry === undefined) {
      entry = { occurrences: 0, posts: new Set(), forms: new Map(), beside: new Map() };
      this.taken.set(key, entry);
    }
    count(entry, form, postId, beside);
  }

  /** The forms that were taken, each with the language of its posts. */
  forms(): { form: string; postLanguage: string }[] {
    return [...this.taken.keys()].map((key) => {
      const [postLanguage, form] = key.split("\t");
      return { postLanguage: postLanguage!, form: form! };
    });
  }

  /** By falling occurrences, then by lemma. `lemmaOf` gives a form's lemma and the language that it was read in. */
  lemmas(lemmaOf: (form: string, postLanguage: string) => { lemma: string; language: string }): TakenLemma[] {
    const byLemma = new Map<string, Taken & { lemma: string; language: string }>();
    for (const [key, entry] of this.taken) {
      const [postLanguage, form] = key.split("\t");
      const { lemma, language } = lemmaOf(form!, postLanguage!);
      const name = `${language}\t${lemma}`;
      let whole = byLemma.get(name);
      if (whole === undefined) {
        whole = { lemma, language, occurrences: 0, posts: new Set(), forms: new Map(), beside: new Map() };
        byLemma.set(name, whole);
      }
      merge(whole, entry);
    }
    const sorted = [...byLemma.values()].sort(
      (a, b) => b.occurrences - a.occurrences || (a.lemma < b.lemma ? -1 : 1),
    );
    const rarity = rarityOf(sorted.map(({ beside }) => beside));
    return sorted.map(({ lemma, language, occurrences, posts, forms, beside }) => {
      const head = sorted.find((other) => other.language === language)!;
      return {
        lemma,
        language,
        occurrences,
        posts: posts.size,
        forms: [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([form]) => form),
        head: head.lemma,
        form: commonBeginning(lemma, head.lemma),
        company: cosine(beside, head.beside, rarity),
      };
    });
  }
}

function commonBeginning(one: string, other: string): number {
  const [letters, others] = [[...one], [...other]];
  let same = 0;
  while (same < letters.length && letters[same] === others[same]) same += 1;
  return same / Math.max(letters.length, others.length);
}

function count(entry: Taken, form: string, postId: string, beside: readonly string[]): void {
  entry.occurrences += 1;
  entry.posts.add(postId);
  add(entry.forms, form, 1);
  for (const word of beside) add(entry.beside, word, 1);
}

function merge(whole: Taken, part: Taken): void {
  whole.occurrences += part.occurrences;
  for (const post of part.posts) whole.posts.add(post);
  for (const [form, times] of part.forms) add(whole.forms, form, times);
  for (const [word, times] of part.beside) add(whole.beside, word, times);
}

function add(counts: Map<string, number>, key: string, times: number): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}

/** log(1 + all words beside / those that are this word). */
function rarityOf(all: readonly Map<string, number>[]): (word: string) => number {
  const totals = new Map<string, number>();
  let sum = 0;
  for (const beside of all) {
    for (const [word, times] of beside) {
      add(totals, word, times);
      sum += times;
    }
  }
  return (word) => Math.log(1 + sum / (totals.get(word) ?? 1));
}

function cosine(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
  weight: (word: string) => number,
): number {
  if (one === other) return 1;
  let both = 0;
  for (const [word, times] of one) {
    const times2 = other.get(word);
    if (times2 !== undefined) both += scaled(times, word, weight) * scaled(times2, word, weight);
  }
  const length = (counts: ReadonlyMap<string, number>) =>
    Math.sqrt([...counts].reduce((sum, [word, times]) => sum + scaled(times, word, weight) ** 2, 0));
  return both === 0 ? 0 : both / (length(one) * length(other));
}

function scaled(times: number, word: string, weight: (word: string) => number): number {
  return Math.log(1 + times) * weight(word);
}
