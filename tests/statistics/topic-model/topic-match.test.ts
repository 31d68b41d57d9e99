import { expect, test } from "vitest";
import { bestAssignment } from "../../../loaders/statistics/topic-model/assignment.ts";
import { matchTopics } from "../../../loaders/statistics/topic-model/topic-match.ts";
import { reference } from "./reference.ts";

test("the pairing is as good as SciPy's and one to one", () => {
  for (const { gain, sum } of reference.assignment) {
    const columns = bestAssignment(gain);
    expect(columns.reduce((total, column, row) => total + gain[row]![column]!, 0)).toBeCloseTo(sum, 9);
    expect([...columns].sort((a, b) => a - b)).toEqual(gain.map((_, row) => row));
  }
  expect(bestAssignment([])).toEqual([]);
});

test("a matrix that is not square, or holds no number, is refused", () => {
  expect(() => bestAssignment([[1, 2]])).toThrow("not 1 by 1");
  expect(() => bestAssignment([[Number.NaN]])).toThrow("finite");
});

test("topics in another order are paired with themselves", () => {
  const topics = reference.truth.map((row) => Float64Array.from(row));
  for (const { topic, other, cosine, jaccard } of matchTopics(topics, [...topics].reverse(), 10)) {
    expect(other).toBe(topics.length - 1 - topic);
    expect(cosine).toBeCloseTo(1, 12);
    expect(jaccard).toBe(1);
  }
});

test("topics with nothing in common are unlike", () => {
  const [match] = matchTopics([Float64Array.of(1, 0)], [Float64Array.of(0, 1)], 1);
  expect(match).toEqual({ topic: 0, other: 0, cosine: 0, jaccard: 0 });
});
