import { expect, test } from "vitest";
import { nmf, nmfTopics } from "../../../loaders/statistics/topic-model/nmf.ts";
import { nndsvd } from "../../../loaders/statistics/topic-model/nndsvd.ts";
import { symmetricEigen } from "../../../loaders/statistics/topic-model/symmetric-eigen.ts";
import { tfIdf } from "../../../loaders/statistics/topic-model/tf-idf.ts";
import { matchTopics } from "../../../loaders/statistics/topic-model/topic-match.ts";
import { truncatedSvd } from "../../../loaders/statistics/topic-model/truncated-svd.ts";
import { matrixOf, reference } from "./reference.ts";

const matrix = tfIdf(matrixOf(reference.train));
const { topics } = reference;

test("tf-idf is scikit-learn's", () => {
  for (const [story, lemma, value] of reference.tfidf) {
    const entry = Array.from(matrix.column).findIndex(
      (column, i) => i >= matrix.starts[story]! && i < matrix.starts[story + 1]! && column === lemma,
    );
    expect(matrix.value[entry]! / value).toBeCloseTo(1, 12);
  }
});

test("singular values are NumPy's", () => {
  const { values } = truncatedSvd(matrix, topics);
  expect(values).toHaveLength(topics);
  for (const [i, value] of reference.singular_values.entries()) {
    expect(Math.abs(values[i]! / value - 1)).toBeLessThan(1e-9);
  }
});

test("from the same start the objective is scikit-learn's after 1, 10, 50 and 200 rounds", () => {
  const { objectives } = nmf(matrix, topics, {
    rounds: 200,
    tolerance: 0,
    start: nndsvd(matrix, topics, 300),
  });
  const expected = [{ rounds: 1, ...reference.nmf.start }, ...reference.nmf.steps];
  for (const { rounds, objective } of expected) {
    expect(Math.abs(objectives[Math.min(rounds, objectives.length) - 1]! / objective - 1)).toBeLessThan(1e-6);
  }
  expect(objectives.at(-1)!).toBeLessThanOrEqual(reference.nmf.own_start * (1 + 1e-6));
});

test("no round makes it worse, no number is below 0, and the topics are those of the corpus", () => {
  const fit = nmf(matrix, topics);
  fit.objectives.forEach((value, i) => {
    if (i > 0) expect(value).toBeLessThanOrEqual(fit.objectives[i - 1]! * (1 + 1e-12));
  });
  expect(Math.min(...fit.row, ...fit.column)).toBeGreaterThanOrEqual(0);
  const truth = reference.truth.map((row) => Float64Array.from(row));
  const likeness = matchTopics(truth, nmfTopics(fit), 10).map(({ cosine }) => cosine);
  expect(Math.min(...likeness)).toBeGreaterThan(0.8);
});

test("eigenvectors are turned back into the matrix", () => {
  const given = [
    [4, 1, -2],
    [1, 2, 0],
    [-2, 0, 3],
  ];
  const { values, vectors } = symmetricEigen(given.map((row) => Float64Array.from(row)));
  given.forEach((row, i) => {
    row.forEach((cell, j) => {
      const back = values.reduce((sum, value, k) => sum + value * vectors[k]![i]! * vectors[k]![j]!, 0);
      expect(back).toBeCloseTo(cell, 12);
    });
  });
  expect(values).toEqual([...values].sort((a, b) => b - a));
});

test("more topics than the matrix has directions are left empty", () => {
  const single = {
    rows: 2,
    columns: 2,
    starts: Int32Array.of(0, 1, 2),
    column: Int32Array.of(0, 0),
    value: Float64Array.of(1, 1),
  };
  const fit = nmf(single, 3);
  expect(fit.objectives.at(-1)!).toBeCloseTo(0, 12);
  expect([...fit.row, ...fit.column].every(Number.isFinite)).toBe(true);
});
