/** How a model topic and the study's queries share stories. */
export interface QueryFit {
  /** The model topic, from 0. */
  readonly topic: number;
  /** Stories whose main topic it is. */
  readonly stories: number;
  /** Those of them that no query matches. */
  readonly unasked: number;
  /** The query with the largest Jaccard index of stories, the first by name of equals; null where none has any. */
  readonly best: QueryOverlap | null;
}

/** What a query and a model topic have in common. */
export interface QueryOverlap {
  readonly topic: number;
  readonly query: string;
  /** Stories of the model topic that the query matches. */
  readonly both: number;
  /** Those over the stories of the model topic, 0 to 1. */
  readonly share: number;
  /** That share over the query's share of all stories; 1 where the two have nothing to do with each other. */
  readonly lift: number;
  /** Stories in both over stories in either, 0 to 1. */
  readonly jaccard: number;
}

/**
 * Compares model topics with queries, story by story: `main` is each story's main topic, `queries` the queries that
 * match it.
 */
export function queryFit(
  topics: number,
  main: ArrayLike<number>,
  queries: readonly (readonly string[])[],
): { fits: QueryFit[]; overlaps: QueryOverlap[] } {
  const stories = new Float64Array(topics);
  const unasked = new Float64Array(topics);
  const matched = new Map<string, number>();
  const together = new Map<string, Float64Array>();
  queries.forEach((names, story) => {
    const topic = main[story]!;
    stories[topic]!++;
    if (names.length === 0) unasked[topic]!++;
    for (const name of new Set(names)) {
      matched.set(name, (matched.get(name) ?? 0) + 1);
      const counts = together.get(name) ?? new Float64Array(topics);
      counts[topic]!++;
      together.set(name, counts);
    }
  });
  const names = [...matched.keys()].sort();
  const overlaps = Array.from({ length: topics }, (_, topic) =>
    names.map((query): QueryOverlap => {
      const [both, own, all] = [together.get(query)![topic]!, stories[topic]!, matched.get(query)!];
      const share = own === 0 ? 0 : both / own;
      return {
        topic,
        query,
        both,
        share,
        lift: share / (all / queries.length),
        jaccard: own + all === both ? 0 : both / (own + all - both),
      };
    }),
  );
  const fits = overlaps.map((row, topic): QueryFit => {
    const most = Math.max(0, ...row.map(({ jaccard }) => jaccard));
    return {
      topic,
      stories: stories[topic]!,
      unasked: unasked[topic]!,
      best: row.find(({ jaccard }) => jaccard > 0 && jaccard === most) ?? null,
    };
  });
  return { fits, overlaps: overlaps.flat() };
}
