import type { TruthRow } from "../../loaders/demo/truth.ts";

/**
 * The ids of the demo study beside those of the generator's truth. The two were made apart, so a class may be several ids
 * on either side: the study's early intervention holds screening, which the truth calls prevention; its infrastructure
 * holds school building; a barrier is a topic too where the study's query for the topic asks for the barrier; and whether
 * hearing or sight is impaired the truth often keeps in its topic for both.
 */
export interface TruthClass {
  readonly id: string;
  /** Ids of the study; a post has the class with any of them. */
  readonly study: readonly string[];
  /** Columns and ids of the truth. */
  readonly truth: Partial<Record<"topics" | "barriers" | "programmes" | "disabilities", readonly string[]>>;
}

type List = "topics" | "barriers" | "programmes" | "disabilities";

function same(list: List, ...ids: string[]): TruthClass[] {
  return ids.map((id) => ({ id, study: [id], truth: { [list]: [id] } }));
}

/** Study ids without a counterpart in the truth (inclusion, assistants, mobility, …) are left out, and the other way round. */
export const truthClasses: Readonly<Record<List, readonly TruthClass[]>> = {
  topics: [
    ...same("topics", "autism", "cerebral-palsy"),
    {
      id: "early-intervention",
      study: ["early-intervention"],
      truth: { topics: ["early-intervention", "prevention"] },
    },
    ...same("topics", "teacher-capacity"),
    {
      id: "infrastructure",
      study: ["infrastructure"],
      truth: { topics: ["infrastructure", "school-construction"], barriers: ["infrastructure"] },
    },
    ...same("topics", "home-schooling", "special-schools"),
    { id: "violence", study: ["violence"], truth: { topics: ["violence"], barriers: ["violence"] } },
    ...same("topics", "national-testing"),
    { id: "consultation", study: ["consultation"], truth: { topics: ["pmpc"], barriers: ["pmpc-workload"] } },
    ...same("topics", "parents", "assistive-technology", "digitisation"),
  ],
  barriers: [
    ...same("barriers", "violence"),
    {
      id: "staff",
      study: ["staff-shortage", "teacher-preparation"],
      truth: { barriers: ["untrained-teachers"] },
    },
    ...same("barriers", "infrastructure", "stigma"),
    { id: "consultation-load", study: ["consultation-load"], truth: { barriers: ["pmpc-workload"] } },
    { id: "materials", study: ["materials"], truth: { barriers: ["materials-in-kazakh"] } },
    { id: "funding", study: ["funding"], truth: { barriers: ["money"] } },
  ],
  programmes: same("programmes", "educated-nation", "comfort-school"),
  disabilities: [
    ...same("disabilities", "autism", "cerebral-palsy", "down-syndrome"),
    {
      id: "senses",
      study: ["hearing", "sight"],
      truth: { disabilities: ["hearing", "vision"], topics: ["sensory-impairment"] },
    },
    ...same("disabilities", "intellectual", "speech"),
  ],
};

/** The classes that a truth row has. */
export function trueClasses(list: List, row: TruthRow): Set<string> {
  return new Set(
    truthClasses[list]
      .filter(({ truth }) =>
        Object.entries(truth).some(([column, ids]) => ids.some((id) => row[column as List].includes(id))),
      )
      .map(({ id }) => id),
  );
}

/** The classes that annotated ids give. */
export function annotatedClasses(list: List, ids: readonly string[]): Set<string> {
  return new Set(
    truthClasses[list].filter(({ study }) => study.some((id) => ids.includes(id))).map(({ id }) => id),
  );
}
