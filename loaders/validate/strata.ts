/** Where a post stands toward a topic's query. */
export const strata = ["retrieved", "near", "rest"] as const;
export type Stratum = (typeof strata)[number];

/** What a coded sample says of one stratum, in posts. */
export interface CodedStratum {
  readonly stratum: Stratum;
  /** Posts of the stratum in the corpus. */
  readonly size: number;
  /** Posts drawn, at random without replacement. */
  readonly drawn: number;
  /** Drawn posts whose code is settled. */
  readonly coded: number;
  /** Coded posts that are about the topic. */
  readonly positive: number;
}
