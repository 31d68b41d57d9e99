import { type Random, shuffled } from "../../random.ts";
import { topLemmas } from "./fit-lda.ts";

/** One task of the sheet: find the word that does not belong. */
export interface IntrusionTask {
  readonly topic: number;
  /** Six words in random order. */
  readonly words: readonly string[];
  /** The one that is not of the topic. */
  readonly intruder: string;
}

const ownWords = 5;
/** How far down another topic's list an intruder may stand. */
const otherTop = 10;

/**
 * Word intrusion: Chang, Boyd-Graber, Gerrish, Wang & Blei (2009), "Reading tea leaves: how humans interpret topic
 * models", NIPS 22. Each task has the five heaviest lemmas of a topic and one that is among the ten heaviest of another
 * topic and in the lighter half of this one. `allowed` are the lemmas that may be shown; a topic with fewer than five
 * of them, or with no intruder, has no task. `topicLemma` by topic, then lemma.
 */
export function intrusionTasks(
  topicLemma: readonly Float64Array[],
  lemmas: readonly string[],
  allowed: ReadonlySet<string>,
  random: Random,
): IntrusionTask[] {
  const shown = lemmas.map((lemma) => allowed.has(lemma));
  const weights = topicLemma.map((own) => own.map((weight, lemma) => (shown[lemma] ? weight : -1)));
  const count = shown.filter(Boolean).length;
  const tasks = weights.flatMap((own, topic): IntrusionTask[] => {
    const best = topLemmas(own, ownWords);
    const middle = Float64Array.from(own).sort()[own.length - Math.ceil(count / 2)] ?? 0;
    const candidates = weights
      .filter((_, other) => other !== topic)
      .flatMap((other) => topLemmas(other, otherTop))
      .filter((lemma) => shown[lemma] && own[lemma]! <= middle && !best.includes(lemma));
    if (count <= ownWords || candidates.length === 0) return [];
    const intruder = candidates[Math.floor(random() * candidates.length)]!;
    const words = shuffled([...best, intruder], random).map((lemma) => lemmas[lemma]!);
    return [{ topic, words, intruder: lemmas[intruder]! }];
  });
  return shuffled(tasks, random);
}

/** Share of answers that name the intruder, the model precision of Chang et al.; null where nobody answered. */
export function modelPrecision(
  tasks: readonly IntrusionTask[],
  answers: readonly (string | null)[],
): number | null {
  const given = tasks.flatMap(({ intruder }, at) => {
    const answer = answers[at]?.trim() ?? "";
    return answer === "" ? [] : [answer === intruder];
  });
  return given.length === 0 ? null : given.filter(Boolean).length / given.length;
}
