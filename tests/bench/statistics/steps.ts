import type { StepDefinition } from "../../../loaders/pipeline/step.ts";
import { statisticsSteps } from "../../../loaders/statistics/steps.ts";
import type { Layout } from "../../../loaders/study/layout.ts";

/** The steps of statistics alone, for threads that run them. */
export function steps({ layout, threshold }: { layout: Layout; threshold: number }): StepDefinition[] {
  return statisticsSteps(layout, threshold);
}
