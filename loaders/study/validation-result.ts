/**
 * What a validation by people found out, as `validation/QUESTION.json` in the study's home holds it. It has estimates
 * and sizes of samples alone: no text, no post, no coder, and no count from 1 to below the study's threshold (null).
 */
export interface ValidationResult {
  /** `topics/flood`, `gender`, `places`. */
  readonly question: string;
  /** Which words were validated: `definitions` of the study at that time. */
  readonly definition: string;
  readonly sample: string;
  readonly seed: number;
  /** ISO date on which the sheets were read. */
  readonly read: string;
  /** True where no person coded: the coders are a program's. */
  readonly invented: boolean;
  readonly coders: number;
  /** Posts that the sample was drawn from. */
  readonly posts: number;
  /** Items whose code is settled. */
  readonly coded: number | null;
  /** Items that stay open: coders differ or can't tell, and nobody decided. */
  readonly open: number | null;
  readonly agreement: {
    readonly items: number | null;
    readonly per_cent: ValidationEstimate | null;
    readonly kappa: ValidationEstimate | null;
    readonly alpha: ValidationEstimate | null;
  };
  /** For a concept `1` alone; else every answer that the machine can give. */
  readonly answers: readonly ValidatedAnswer[];
  /** Cells of the confusion matrix that are not 0. */
  readonly confusion: readonly ConfusionCell[];
}

export interface ValidationEstimate {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface ValidatedAnswer {
  readonly answer: string;
  /** Settled items to which the machine gave this answer. */
  readonly retrieved: number | null;
  /** Settled items to which people gave it. */
  readonly relevant: number | null;
  readonly precision: ValidationEstimate | null;
  readonly recall: ValidationEstimate | null;
  readonly f1: ValidationEstimate | null;
}

/** Proportions of all posts, estimated with the sample's weights; null where the sample is below the threshold. */
export interface ConfusionCell {
  readonly machine: string;
  readonly people: string;
  /** Of posts with the machine's answer: those that people answer so. Sums to 1 for each `machine`. */
  readonly given_machine: number | null;
  /** Of posts with the people's answer: those that the machine answers so. Sums to 1 for each `people`. */
  readonly given_people: number | null;
}
