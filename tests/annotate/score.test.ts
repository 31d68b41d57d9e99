import { expect, it } from "vitest";
import { countClasses, microScore, scoreOf } from "./score.ts";

it("F1 as scikit-learn's user guide has it: y_true 0 1 2 0 1 2, y_pred 0 2 1 0 0 1", () => {
  // sklearn.metrics.f1_score: micro 0.333…, per class [0.8, 0, 0]
  const truth = [0, 1, 2, 0, 1, 2];
  const found = [0, 2, 1, 0, 0, 1];
  const counts = countClasses(
    ["0", "1", "2"],
    truth.map((real, at) => ({ annotated: new Set([`${found[at]}`]), true: new Set([`${real}`]) })),
  );
  expect([...counts.values()].map((count) => scoreOf(count).f1)).toEqual([0.8, 0, 0]);
  expect(microScore(counts.values()).f1).toBeCloseTo(1 / 3, 12);
});
