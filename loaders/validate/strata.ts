import { emptyAnswer, type Question } from "./question.ts";

/**
 * Where a post stands toward a question. For a concept: `retrieved` by its query, `near` (not retrieved, but caught by
 * a broad net), the `rest`. For a question of several answers: the answer that the machine gave, or, where it found
 * nothing, `near` or `rest`.
 */
export type Stratum = string;

/** A question's strata, each with the share of the sample that is drawn of it. */
export type Shares = Readonly<Record<Stratum, number>>;

/**
 * How a concept's sample is shared out: retrieved posts carry precision, the others recall. The rest is large, so that
 * what is not known of it widens the interval of recall most.
 */
export const conceptShares: Shares = { retrieved: 0.3, near: 0.3, rest: 0.4 };

/** Among several answers half of the sample is shared evenly. */
export function sharesOf(question: Pick<Question, "answers" | "concept">): Shares {
  if (question.concept !== "") return conceptShares;
  const found = question.answers.slice(0, -1);
  return {
    ...Object.fromEntries(found.map(({ code }) => [code, 0.5 / found.length])),
    near: 0.2,
    rest: 0.3,
  };
}

/** The machine's answer to the posts of a stratum. */
export function machineAnswer(stratum: Stratum, question: Pick<Question, "answers">): string {
  if (stratum === "near" || stratum === "rest") return emptyAnswer(question);
  return stratum === "retrieved" ? question.answers[0]!.code : stratum;
}

/** What a coded sample says of one stratum, in posts. */
export interface CodedStratum {
  readonly stratum: Stratum;
  /** Posts of the stratum in the corpus. */
  readonly size: number;
  /** Posts drawn, at random without replacement. */
  readonly drawn: number;
  /** Drawn posts whose code is settled. */
  readonly coded: number;
  /** Coded posts that have the answer in question. */
  readonly positive: number;
}
