import type { Code } from "./codes.ts";

/** One stratum of a coded sample, all of one machine's answer. */
export interface AnsweredStratum {
  readonly machine: string;
  /** Posts of the stratum. */
  readonly size: number;
  /** The settled answer of each coded item. */
  readonly answers: readonly Code[];
}

export interface Confusion {
  readonly machine: string;
  readonly people: string;
  /** P(people | machine). */
  readonly given_machine: number;
  /** P(machine | people). */
  readonly given_people: number;
}

/**
 * How the machine's answers and people's stand to each other in the whole corpus, as ratios of Horvitz-Thompson totals:
 * a coded post stands for size / coded posts of its stratum. `given_people` is the misclassification matrix that a
 * correction of shares needs (Rogan and Gladen 1978, "Estimating prevalence from the results of a screening test",
 * American Journal of Epidemiology 107(1), p. 71-76; for several classes Buonaccorsi 2010, "Measurement error", ch. 3).
 * Cells that are 0 are left out. Null where a stratum has posts and none of them is coded.
 */
export function confusionOf(strata: readonly AnsweredStratum[]): readonly Confusion[] | null {
  if (strata.some(({ size, answers }) => size > 0 && answers.length === 0)) return null;
  const totals = new Map<string, Map<string, number>>();
  const ofPeople = new Map<string, number>();
  for (const { machine, size, answers } of strata) {
    const row = totals.get(machine) ?? new Map<string, number>();
    totals.set(machine, row);
    for (const answer of answers) {
      if (answer === null) continue;
      const weight = size / answers.length;
      row.set(answer, (row.get(answer) ?? 0) + weight);
      ofPeople.set(answer, (ofPeople.get(answer) ?? 0) + weight);
    }
  }
  return [...totals].flatMap(([machine, row]) => {
    const all = [...row.values()].reduce((sum, total) => sum + total, 0);
    return [...row].map(([people, total]) => ({
      machine,
      people,
      given_machine: total / all,
      given_people: total / ofPeople.get(people)!,
    }));
  });
}
