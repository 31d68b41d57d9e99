import { annotateSteps } from "./annotate/steps.ts";
import { corpusSteps } from "./corpus/steps.ts";
import type { StepDefinition } from "./pipeline/step.ts";
import type { StepSource } from "./pipeline/step-threads.ts";
import { publishSteps } from "./publish/steps.ts";
import { publishedTables, queryIds, statisticsSteps } from "./statistics/steps.ts";
import type { Layout } from "./study/layout.ts";
import type { Study } from "./study/study.ts";

/**
 * The whole pipeline, in the order in which it runs:
 *
 * 1. `corpus:CAPTURE` reads one capture entry, `corpus` joins them:     captures → posts, rejects
 * 2. `annotate` finds topics, places, boys and girls, hashtags, terms:  posts → annotations, terms, lemmas
 * 3. `statistics:study`, `statistics:garwood` make the small tables,
 *    `ready:NAME` numbers posts and stories for all that counts them,
 *    `tables:NAME` counts posts and withholds small counts:             posts … → counted tables
 * 4. `statistics:QUERY` runs one query of the pages on what is counted: counted tables → results
 * 5. `publish:tables` and `publish:results` copy, a second wall behind
 *    the first, `publish:figures` draws, `publish:site` bundles styles,
 *    script and fonts, `publish:explorer` counts for the explorer:      tables, results → src/data
 */
export function pipeline(
  layout: Layout,
  study: Study,
  environment: Readonly<Record<string, string | undefined>>,
): StepDefinition[] {
  return [
    ...corpusSteps(layout, study, environment),
    ...annotateSteps(layout, study),
    ...statisticsSteps(layout, study.threshold),
    ...publishSteps(layout, study, queryIds(layout), publishedTables(layout)),
  ];
}

/** All that the pipeline is made of: data, so that it can be sent to threads. */
export interface PipelineData {
  readonly layout: Layout;
  readonly study: Study;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The pipeline, for threads that run its steps. */
export function steps({ layout, study, environment }: PipelineData): StepDefinition[] {
  return pipeline(layout, study, environment);
}

/** How `jobs` threads come by the pipeline. */
export function pipelineSideBySide(jobs: number, data: PipelineData): StepSource & { readonly jobs: number } {
  return { jobs, module: import.meta.url, data: { ...data, environment: { ...data.environment } } };
}
