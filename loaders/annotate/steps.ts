import { posix } from "node:path";
import { type StepDefinition, step } from "../pipeline/step.ts";
import type { Layout } from "../study/layout.ts";
import type { Study } from "../study/study.ts";

/**
 * The step of this stage. Of the study it takes the words to search for and what decides a place, so that a
 * changed title or source leaves it fresh.
 */
export function annotateSteps(layout: Layout, study: Study): StepDefinition[] {
  const searched = {
    topics: study.topics.map(idAndQuery),
    barriers: study.barriers.map(idAndQuery),
    programmes: study.programmes.map(idAndQuery),
    disabilities: study.disabilities.map(idAndQuery),
    gender: study.gender ?? null,
    tone: study.tone ?? null,
    placeWords: study.placeWords ?? null,
    regions: study.regions.map(({ id, patterns, weak }) => ({ id, patterns, weak: weak ?? [] })),
    organisations: study.organisations.map(({ id, region }) => ({ id, region: region ?? null })),
    outlets: (study.outlets ?? []).map(({ id, region }) => ({ id, region: region ?? null })),
  };
  return [
    step({
      name: "annotate",
      reads: { posts: posix.join(layout.derived, "posts.parquet") },
      writes: {
        annotations: posix.join(layout.derived, "annotations.parquet"),
        terms: posix.join(layout.derived, "terms.parquet"),
        lemmas: posix.join(layout.derived, "lemmas.parquet"),
        bigrams: posix.join(layout.derived, "bigrams.parquet"),
        lemmaPairs: posix.join(layout.derived, "lemma_pairs.parquet"),
        evidence: posix.join(layout.derived, "evidence.parquet"),
        queryMatches: posix.join(layout.derived, "query_matches.parquet"),
        genderVariants: posix.join(layout.derived, "gender_variants.parquet"),
      },
      params: searched,
      code: ["loaders/annotate/annotate.ts"],
      run: async ({ inputs, outputs, progress }) => {
        const { annotate } = await import("./annotate.ts");
        return annotate({
          posts: inputs.posts![0]!,
          study,
          outputs: {
            annotations: outputs.annotations!,
            terms: outputs.terms!,
            lemmas: outputs.lemmas!,
            bigrams: outputs.bigrams!,
            lemmaPairs: outputs.lemmaPairs!,
            evidence: outputs.evidence!,
            queryMatches: outputs.queryMatches!,
            genderVariants: outputs.genderVariants!,
          },
          progress,
        });
      },
    }),
  ];
}

function idAndQuery({ id, query }: Study["topics"][number]) {
  return { id, query };
}
