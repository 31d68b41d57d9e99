import { z } from "zod";
import { type EstimatedRow, estimator } from "../estimator.ts";
import type { RowSet } from "../row-set.ts";
import { checkQueries, defaults, type QueryCheck } from "../topic-model/check-queries.ts";
import type { StoryId, TermRow } from "../topic-model/term-matrix.ts";

const whole = z.int().min(1);
const parameters = z.strictObject({
  /** What the rows of the table are. */
  give: z.enum(["topics", "queries", "all"]),
  /** Numbers of topics to choose from by coherence. */
  topics: z.array(whole).min(1),
  seeds: z.array(z.int()).min(1),
  min_stories: whole.default(defaults.lemmas.minStories),
  max_share: z.number().gt(0).max(1).default(defaults.lemmas.maxShare),
  alpha: z.number().gt(0).default(defaults.alpha),
  beta: z.number().gt(0).default(defaults.beta),
  /** Sweeps thrown away, of the model and of each trial of a number of topics. */
  burn_in: whole.default(defaults.run.burnIn),
  samples: whole.default(defaults.run.samples),
  every: whole.default(defaults.run.every),
  trial_burn_in: whole.default(defaults.trial.burnIn),
  /** Stories of a trial at most. */
  trial_stories: whole.default(defaults.trial.stories),
  /** Lists of seed words, one a topic. */
  seed_words: z.array(z.array(z.string())).default([]),
  seed_weight: z.number().min(0).default(0),
});
type Parameters = z.output<typeof parameters>;

/**
 * A topic model of stories beside the queries that match them (../topic-model/check-queries.ts). The statement gives a
 * row for each lemma of each story: `story` (text or number), `lemma`, `occurrences`, `publishable` (whether a reader may see the lemma)
 * and `queries` (ids of the queries that match the story, joined by spaces).
 *
 * `give: topics` has a row a model topic, `give: queries` one for each model topic and query, and one for each
 * topic and no query, named `none`. `give: all` has the rows of both from one run, and one for each number of topics
 * tried: `kind` is topic, query or number, `query` is `none` where the kind has none, and what a kind does not say is null.
 */
export default estimator({
  parameters,
  estimate(rows: RowSet, given: Parameters): EstimatedRow[] {
    const { terms, queries, publishable } = read(rows);
    if (!hasLemmas(terms, queries.size, given)) return [];
    const isWhole = given.give !== "queries";
    const check = checkQueries(terms, queries, publishable, {
      ...defaults,
      lemmas: { minStories: given.min_stories, maxShare: given.max_share },
      topics: given.topics,
      alpha: given.alpha,
      beta: given.beta,
      seedWords: given.seed_words,
      seedWeight: given.seed_weight,
      // The table of queries says nothing of other seeds and of the factorisation.
      seeds: isWhole ? given.seeds : given.seeds.slice(0, 1),
      factorise: isWhole,
      run: { burnIn: given.burn_in, samples: given.samples, every: given.every },
      trial: { ...defaults.trial, burnIn: given.trial_burn_in, stories: given.trial_stories },
    });
    if (given.give === "all") return allRows(check);
    return given.give === "topics" ? topicRows(check) : queryRows(check);
  },
});

function read(rows: RowSet) {
  const story = rows.isNumeric("story") ? rows.numbers("story") : (rows.texts("story") as string[]);
  const [lemma, queriesOf] = [rows.texts("lemma"), rows.texts("queries")];
  const [occurrences, shown] = [rows.numbers("occurrences"), rows.numbers("publishable")];
  const queries = new Map<StoryId, string[]>();
  const publishable = new Set<string>();
  const terms = Array.from(occurrences, (count, at): TermRow => {
    if (!queries.has(story[at]!)) queries.set(story[at]!, (queriesOf[at] ?? "").split(" ").filter(Boolean));
    if (shown[at] === 1) publishable.add(lemma[at]!);
    return { story: story[at]!, lemma: lemma[at]!, count };
  });
  return { terms, queries, publishable };
}

/** Whether a lemma passes the rule at all: a small or new corpus has no model, and that is no fault. */
function hasLemmas(
  terms: readonly TermRow[],
  stories: number,
  { min_stories: least, max_share: share }: Parameters,
): boolean {
  const held = new Map<string, number>();
  for (const { lemma } of terms) held.set(lemma, (held.get(lemma) ?? 0) + 1);
  return [...held.values()].some((count) => count >= least && count <= share * stories);
}

function topicRows({ topics, topicLemmas }: QueryCheck): EstimatedRow[] {
  return topics.map((one) => ({
    topic: name(one.topic),
    lemmas: topicLemmas
      .filter(({ topic }) => topic === one.topic)
      .map(({ lemma }) => lemma)
      .join(", "),
    stories: one.stories,
    unasked: one.unasked,
    share: one.share,
    coherence: one.coherence,
    seed_cosine: one.seedCosine,
    seed_jaccard: one.seedJaccard,
    nmf_cosine: one.nmfCosine,
    nmf_jaccard: one.nmfJaccard,
  }));
}

function queryRows({ topics, overlaps }: QueryCheck): EstimatedRow[] {
  const stories = topics.reduce((sum, one) => sum + one.stories, 0);
  const unasked = topics.reduce((sum, one) => sum + one.unasked, 0);
  const none = topics.map((one) => ({
    topic: name(one.topic),
    query: "none",
    stories: one.unasked,
    of: one.stories,
    query_stories: unasked,
    lift: one.stories === 0 || unasked === 0 ? null : one.unasked / one.stories / (unasked / stories),
    jaccard: unasked + one.stories === 0 ? 0 : one.unasked / (unasked + one.stories - one.unasked),
  }));
  return [
    ...none,
    ...overlaps.map(({ topic, query, both, lift, jaccard }) => ({
      topic: name(topic),
      query,
      stories: both,
      of: topics[topic - 1]!.stories,
      query_stories: overlaps.reduce((sum, other) => sum + (other.query === query ? other.both : 0), 0),
      lift,
      jaccard,
    })),
  ];
}

/** The rows of one run, of three kinds, all with the columns of each. */
function allRows(check: QueryCheck): EstimatedRow[] {
  const rows = [
    // How many no query matches stands in the row of no query, where a small count hides nothing else.
    ...topicRows(check).map(({ unasked: _, ...row }) => ({
      kind: "topic",
      query: "none",
      of: check.stories,
      ...row,
    })),
    ...queryRows(check).map((row) => ({ kind: "query", ...row })),
    ...check.counts.map(({ topics, coherence, error }) => ({
      kind: "number",
      topic: name(topics),
      query: "none",
      stories: check.stories,
      coherence,
      coherence_error: error,
    })),
  ];
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return rows.map((row: EstimatedRow) =>
    Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
  );
}

/** A topic's number as an id that sorts. */
function name(topic: number): string {
  return String(topic).padStart(3, "0");
}
