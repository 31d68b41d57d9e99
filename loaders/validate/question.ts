import { conceptFamilies, type DefiningStudy, definitions } from "../study/definition.ts";
import type { Lexicon } from "../study/lexicons.ts";
import type { Localised } from "../study/study.ts";
import { netOf } from "./near-words.ts";

/** An answer that the machine and people can give. */
export interface Answer {
  readonly code: string;
  readonly title: Localised;
}

/** What coders are asked of a post. */
export interface Question {
  /** `topics/flood`, `gender`, `places`. */
  readonly id: string;
  /** `topics`, `barriers`, `programmes`, `disabilities`, `gender`, `places`. */
  readonly family: string;
  /** The concept; empty for gender and places. */
  readonly concept: string;
  readonly title: Localised;
  /** The last is "none of them", and where most posts are. */
  readonly answers: readonly Answer[];
  /** Beginnings of words by which near misses are found. */
  readonly words: readonly string[];
  /** The study's own broader queries, which come in the place of `words`. */
  readonly net: readonly string[];
  /** `definitions` of the study. */
  readonly definition: string;
}

/** "Can't tell", an answer to every question. */
export const unsure = "?";

const yesNo: readonly Answer[] = [
  { code: "1", title: { en: "Yes", ru: "Да", kk: "Иә" } },
  { code: "0", title: { en: "No", ru: "Нет", kk: "Жоқ" } },
];

const children: readonly Answer[] = [
  { code: "boys", title: { en: "Boys", ru: "Мальчиков", kk: "Ұлдарды" } },
  { code: "girls", title: { en: "Girls", ru: "Девочек", kk: "Қыздарды" } },
  { code: "both", title: { en: "Both", ru: "И тех и других", kk: "Екеуін де" } },
  { code: "none", title: { en: "Neither", ru: "Никого из них", kk: "Ешқайсысын" } },
];

const noRegion: Answer = {
  code: "none",
  title: { en: "No one region", ru: "Ни об одном или о нескольких", kk: "Бір өңір туралы емес" },
};

/** The question's answer for posts in which the machine finds nothing. */
export function emptyAnswer(question: Pick<Question, "answers">): string {
  return question.answers.at(-1)!.code;
}

/** Everything of a study that people can validate, in its order. */
export function questionsOf(study: DefiningStudy): Question[] {
  const defined = definitions(study);
  const concepts = conceptFamilies.flatMap((family) =>
    study[family].map((concept): Question => {
      const id = `${family}/${concept.id}`;
      return {
        id,
        family,
        concept: concept.id,
        title: concept.title,
        answers: yesNo,
        words: netOf(concept),
        net: Object.values(concept.net ?? {}),
        definition: defined.get(id)!,
      };
    }),
  );
  const classes = (id: string, answers: readonly Answer[], query: Localised): Question[] =>
    defined.has(id)
      ? [
          {
            id,
            family: id,
            concept: "",
            title: {},
            answers,
            words: netOf({ query }),
            net: [],
            definition: defined.get(id)!,
          },
        ]
      : [];
  const { boys, girls } = study.gender ?? {};
  return [
    ...concepts,
    ...classes("gender", children, wordsOf([boys, girls])),
    ...classes("places", [...study.regions.map(({ id, name }) => ({ code: id, title: name })), noRegion], {
      all: study.regions.flatMap(({ patterns }) => patterns).join(" OR "),
    }),
  ];
}

function wordsOf(lexicons: readonly (Lexicon | undefined)[]): Localised {
  const all: Record<string, string> = {};
  for (const lexicon of lexicons)
    for (const [language, words] of Object.entries(lexicon?.words ?? {}))
      all[language] = [all[language], ...words].filter((text) => text !== undefined).join(" OR ");
  return all;
}
