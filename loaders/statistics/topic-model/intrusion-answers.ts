import { wilson } from "../wilson.ts";

/** What one person named as not belonging, by the number of the task; tasks left open are absent. */
export type IntrusionAnswers = ReadonlyMap<number, string>;

/** A line of the key: which topic the task is of, and the word that is not of it. */
export interface IntrusionKey {
  readonly task: number;
  readonly topic: string;
  readonly intruder: string;
}

/** Answers that name the intruder, of all answers: of one topic, or of all (`topic` null). */
export interface IntrusionPrecision {
  readonly topic: string | null;
  readonly right: number;
  readonly of: number;
  /** Wilson's limits, 95 %; they take answers to be independent. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
}

/**
 * Model precision by topic, in the key's order of topics, and of all topics last: Chang, Boyd-Graber, Gerrish, Wang &
 * Blei (2009), equation 1, the share of people's answers that name the intruder.
 */
export function intrusionPrecision(
  key: readonly IntrusionKey[],
  people: readonly IntrusionAnswers[],
): IntrusionPrecision[] {
  const counted = (topic: string | null): IntrusionPrecision => {
    const tasks = key.filter((one) => topic === null || one.topic === topic);
    const given = tasks.flatMap(({ task, intruder }) =>
      people.flatMap((answers) => (answers.has(task) ? [answers.get(task) === intruder] : [])),
    );
    const right = given.filter(Boolean).length;
    const interval = given.length === 0 ? null : wilson(right, given.length);
    return { topic, right, of: given.length, interval };
  };
  const topics = [...new Set(key.map(({ topic }) => topic))].sort();
  return [...topics.map(counted), counted(null)];
}
