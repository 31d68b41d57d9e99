/** Decisions of one class: a post has it by annotation, by truth, or by both. */
export interface Counts {
  readonly both: number;
  /** By annotation alone. */
  readonly annotated: number;
  /** By truth alone. */
  readonly true: number;
}

export interface Score extends Counts {
  readonly precision: number;
  readonly recall: number;
  /** Harmonic mean of precision and recall: 2 both / (2 both + annotated + true). */
  readonly f1: number;
}

/** Counts, post by post, of the classes that annotation and truth give it. */
export function countClasses(
  classes: readonly string[],
  posts: Iterable<{ annotated: ReadonlySet<string>; true: ReadonlySet<string> }>,
): Map<string, Counts> {
  const counts = new Map(classes.map((id) => [id, { both: 0, annotated: 0, true: 0 }]));
  for (const post of posts) {
    for (const [id, count] of counts) {
      const [found, real] = [post.annotated.has(id), post.true.has(id)];
      if (found && real) count.both++;
      else if (found) count.annotated++;
      else if (real) count.true++;
    }
  }
  return counts;
}

export function scoreOf({ both, annotated, true: real }: Counts): Score {
  const share = (whole: number) => (whole === 0 ? 1 : both / whole);
  return {
    both,
    annotated,
    true: real,
    precision: share(both + annotated),
    recall: share(both + real),
    f1: share(both + (annotated + real) / 2),
  };
}

/** Micro average: the decisions of all classes counted together. */
export function microScore(counts: Iterable<Counts>): Score {
  const sum = { both: 0, annotated: 0, true: 0 };
  for (const count of counts) {
    sum.both += count.both;
    sum.annotated += count.annotated;
    sum.true += count.true;
  }
  return scoreOf(sum);
}
