import type { Concept } from "../study/lexicons.ts";
import type { Region } from "../study/places.ts";
import type { Category, Localised, Study } from "../study/study.ts";
import type { Table } from "../tables.ts";
import { effectiveSample } from "./effective-sample.ts";
import { queenNeighbours } from "./methods/contiguity.ts";
import { queryWords } from "./query-words.ts";
import { noStudyFiles, type StudyFiles } from "./study-files.ts";

/** A value of a study table; dates as ISO text. */
export type StudyValue = string | number | null;

/** A small table made of the study's definition, for queries to join. */
export interface StudyTable extends Table {
  readonly rows: (study: Study, files?: StudyFiles) => StudyValue[][];
}

type ColumnText = readonly [name: string, type: string, unit: string, meaning: string];

function table(
  name: string,
  row: string,
  columns: readonly ColumnText[],
  rows: StudyTable["rows"],
): StudyTable {
  return {
    name,
    writtenBy: "statistics",
    row,
    columns: columns.map(([column, type, unit, meaning]) => ({
      name: column,
      type,
      unit,
      meaning,
      nullable: type === "DOUBLE" || column === "region",
    })),
    rows,
  };
}

function titled(
  name: string,
  row: string,
  entries: (study: Study) => readonly (Category | Concept)[],
): StudyTable {
  return table(
    name,
    row,
    [
      ["id", "VARCHAR", "id", `the id of ${row}`],
      ["title", "VARCHAR", "text", "its title in the report's first language"],
    ],
    (study) => entries(study).map(({ id, title }) => [id, inReportLanguage(title, study)]),
  );
}

/** Every table that queries see beside posts, annotations, terms, lemmas and rejects; the Poisson limits apart. */
export const studyTables: readonly StudyTable[] = [
  titled("topics", "a topic of topics.yml", (study) => study.topics),
  titled("barriers", "a barrier of barriers.yml", (study) => study.barriers),
  titled("programmes", "a programme of programmes.yml", (study) => study.programmes),
  titled("disabilities", "a disability of disabilities.yml", (study) => study.disabilities),
  table(
    "query_words",
    "a word, phrase or hashtag of a concept's queries",
    [
      ["family", "VARCHAR", "topic, barrier, programme, disability", "what the concept is"],
      ["concept", "VARCHAR", "id", "the topic, barrier, programme or disability"],
      ["word", "VARCHAR", "text", "as the query writes it"],
      ["role", "VARCHAR", "needed, choice", "needed where no query of the concept can match without it"],
    ],
    (study) => queryWords(study).map(({ family, concept, word, role }) => [family, concept, word, role]),
  ),
  titled("corpora", "a corpus of study.yml", (study) => study.corpora),
  titled("scopes", "a scope of study.yml", (study) => study.scopes),
  table(
    "platforms",
    "a platform of study.yml",
    [
      ["id", "VARCHAR", "id", "the id of a platform of study.yml"],
      ["title", "VARCHAR", "text", "its title in the report's first language"],
      [
        "market_share",
        "DOUBLE",
        "0 to 1",
        "share of the country's users on it; null where the study gives none",
      ],
    ],
    (study) =>
      study.platforms.map(({ id, title, market_share }) => [
        id,
        inReportLanguage(title, study),
        market_share?.value ?? null,
      ]),
  ),
  table(
    "regions",
    "a region of regions.csv",
    [
      ["id", "VARCHAR", "ISO 3166-2", "the region"],
      ["name", "VARCHAR", "text", "its name in the report's first language"],
      ["type", "VARCHAR", "city, region", "what it is"],
      ["map_unit", "VARCHAR", "map_units.id", "the unit that maps and rates count it in"],
      ["population", "DOUBLE", "residents", "mean of the years that the study gives; null where none"],
    ],
    (study) =>
      study.regions.map((region) => [
        region.id,
        inReportLanguage(region.name, study),
        region.type,
        region.mapUnit,
        meanPopulation([region]),
      ]),
  ),
  table(
    "map_units",
    "a map unit of map_units.csv",
    [
      ["id", "VARCHAR", "id", "the map unit"],
      ["name", "VARCHAR", "text", "its name in the report's first language"],
      ["population", "DOUBLE", "residents", "mean over the years of its regions' sum; null where none"],
    ],
    (study) =>
      study.mapUnits.map(({ id, name }) => [
        id,
        inReportLanguage(name, study),
        meanPopulation(study.regions.filter(({ mapUnit }) => mapUnit === id)),
      ]),
  ),
  table(
    "neighbours",
    "a map unit and one that it borders on (a common point of the boundaries is enough); both ways",
    [
      ["map_unit", "VARCHAR", "map_units.id", "the map unit"],
      ["neighbour", "VARCHAR", "map_units.id", "the unit beside it"],
    ],
    (_study, { areas } = noStudyFiles) =>
      queenNeighbours(areas.map(({ boundary }) => boundary)).flatMap((list, at) =>
        list.map((other) => [areas[at]!.unit, areas[other]!.unit]),
      ),
  ),
  table(
    "misclassification",
    "what people answered in a validation, and what the machine answered there",
    [
      ["question", "VARCHAR", "gender, places, topics/…", "what was validated"],
      ["people", "VARCHAR", "id", "the people's answer"],
      ["machine", "VARCHAR", "id", "the machine's answer to the same posts"],
      [
        "share",
        "DOUBLE",
        "proportion",
        "posts with both answers of posts with the people's; null where withheld",
      ],
      [
        "effective",
        "DOUBLE",
        "posts",
        "size of a simple sample with the interval of `people`'s recall; null where withheld",
      ],
    ],
    (_study, { validations } = noStudyFiles) =>
      validations.flatMap(({ question, answers, confusion }) =>
        confusion.map(({ people, machine, given_people }) => {
          const recall = answers.find(({ answer }) => answer === people)?.recall;
          const known = recall != null && recall.lower !== null && recall.upper !== null;
          return [
            question,
            people,
            machine,
            given_people,
            known ? effectiveSample(recall.value, recall.lower!, recall.upper!) : null,
          ];
        }),
      ),
  ),
  table(
    "organisations",
    "an organisation of organisations.csv",
    [
      ["id", "VARCHAR", "id", "the organisation"],
      ["name", "VARCHAR", "text", "its name in the report's first language"],
      ["type", "VARCHAR", "text", "what it is"],
      ["region", "VARCHAR", "regions.id", "where it works; null for the whole country"],
    ],
    (study) =>
      study.organisations.map(({ id, name, type, region }) => [
        id,
        inReportLanguage(name, study),
        type,
        region ?? null,
      ]),
  ),
  table(
    "study",
    "the study",
    [
      ["window_from", "DATE", "study time zone", "first day of the window"],
      ["window_to", "DATE", "study time zone", "last day of the window"],
      ["threshold", "INTEGER", "count", "no published count lies between 0 and this"],
    ],
    (study) => [[study.window.from, study.window.to, study.threshold]],
  ),
  table(
    "events",
    "an event of events.csv",
    [
      ["id", "VARCHAR", "id", "the event"],
      ["title", "VARCHAR", "text", "its title in the report's first language"],
      ["first_day", "DATE", "study time zone", "its first day"],
      ["last_day", "DATE", "study time zone", "its last day"],
    ],
    (study) =>
      (study.events ?? []).map(({ id, title, from, to }) => [id, inReportLanguage(title, study), from, to]),
  ),
  table("days", "a day of the window", [["day", "DATE", "study time zone", "the day"]], (study) =>
    daysOf(study).map((day) => [day]),
  ),
  table(
    "months",
    "a month that the window touches",
    [
      ["month", "DATE", "study time zone", "first day of the month"],
      ["days", "INTEGER", "days", "days of the month inside the window"],
    ],
    (study) => {
      const days = new Map<string, number>();
      for (const day of daysOf(study)) {
        const month = `${day.slice(0, 7)}-01`;
        days.set(month, (days.get(month) ?? 0) + 1);
      }
      return [...days];
    },
  ),
];

/** A text in the report's first language, or in the first language that it has. */
export function inReportLanguage(text: Localised, study: Study): string {
  return text[study.reportLanguages[0] ?? "en"] ?? Object.values(text)[0] ?? "";
}

/** Residents of some regions together: summed within each year, then averaged over the years. */
function meanPopulation(regions: readonly Region[]): number | null {
  const byYear = new Map<number, number>();
  for (const { population } of regions) {
    for (const { year, value } of population) byYear.set(year, (byYear.get(year) ?? 0) + value);
  }
  const sums = [...byYear.values()];
  return sums.length === 0 ? null : sums.reduce((sum, value) => sum + value, 0) / sums.length;
}

function daysOf(study: Study): string[] {
  const days: string[] = [];
  const last = Date.parse(study.window.to);
  for (let time = Date.parse(study.window.from); time <= last; time += 86_400_000) {
    days.push(new Date(time).toISOString().slice(0, 10));
  }
  return days;
}
