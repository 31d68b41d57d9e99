import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Source } from "./bibliography.ts";
import { checkBoundaries } from "./boundaries.ts";
import { checkCollect } from "./check-collect.ts";
import { checkEvents } from "./check-events.ts";
import { checkPlaceWords, checkTone } from "./check-lexicons.ts";
import { checkMapUnits, checkOrganisations, checkOutlets, checkRegions, type Known } from "./check-places.ts";
import { checkConcepts, checkGender } from "./check-queries.ts";
import { checkStudy, duplicateIds, missingTitles } from "./check-study.ts";
import type { CsvFile } from "./csv-file.ts";
import { readExports } from "./exports.ts";
import type { Concept, GenderLexicon, PlaceWords, ToneLexicon } from "./lexicons.ts";
import { idsAt, textAt, textsAt } from "./loose.ts";
import { type Mistake, StudyError } from "./mistake.ts";
import { csvNames, misnamedFiles, readCsv, readText, readYaml, shownPath, yamlNames } from "./read-study.ts";
import { conceptsSchema, genderSchema } from "./schema-concepts.ts";
import { glossarySchema } from "./schema-glossary.ts";
import { placeWordsSchema, toneSchema } from "./schema-lexicons.ts";
import { sourcesSchema } from "./schema-sources.ts";
import { type StudyFile, studySchema } from "./schema-study.ts";
import {
  eventColumns,
  mapUnitColumns,
  organisationColumns,
  outletColumns,
  regionColumns,
} from "./schema-tables.ts";
import type { Study } from "./study.ts";
import { eventRows, mapUnitRows, organisationRows, outletRows, regionRows } from "./table-rows.ts";
import { untranslated } from "./translated.ts";
import { unknownSource } from "./unknown-source.ts";
import type { YamlFile } from "./yaml-file.ts";
import { checkYaml } from "./zod-mistakes.ts";

const conceptLists = ["topics", "barriers", "programmes", "disabilities"] as const;

/**
 * Reads the definition of a study from `home/study/` and checks it, each file by itself and all against each
 * other. Throws a {@link StudyError} with every mistake found in every file.
 */
export async function loadStudy(home: string): Promise<Study> {
  const mistakes: Mistake[] = misnamedFiles(home);

  const study = readYaml(home, "study", mistakes);
  const sources = readYaml(home, "sources", mistakes);
  const concepts = conceptLists.map((name) => readYaml(home, name, mistakes));
  const glossary = readYaml(home, "glossary", mistakes);
  const gender = readYaml(home, "gender", mistakes);
  const tone = readYaml(home, "tone", mistakes);
  const placeWords = readYaml(home, "placeWords", mistakes);
  const platforms = [...(idsAt(study, "platforms") ?? []), "website"];
  const regions = readCsv(home, "regions", regionColumns, mistakes);
  const mapUnits = readCsv(home, "mapUnits", mapUnitColumns, mistakes);
  const organisations = readCsv(home, "organisations", organisationColumns(platforms), mistakes);
  const outlets = readCsv(home, "outlets", outletColumns, mistakes);
  const events = readCsv(home, "events", eventColumns, mistakes);

  function shaped<T>(yaml: YamlFile | undefined, schema: Parameters<typeof checkYaml<T>>[1]): T | undefined {
    if (yaml === undefined) return undefined;
    const checked = checkYaml(yaml, schema);
    mistakes.push(...checked.mistakes);
    return checked.data;
  }
  const studyFile = shaped(study, studySchema);
  const sourceList = shaped(sources, sourcesSchema);
  const conceptFiles = concepts.map((yaml) => shaped(yaml, conceptsSchema));
  const glossaryFile = shaped(glossary, glossarySchema);
  const genderFile = shaped(gender, genderSchema);
  const toneFile = shaped(tone, toneSchema);
  const placeWordsFile = shaped(placeWords, placeWordsSchema);

  const known: Known = {
    sources: idsAt(sources),
    mapUnits: ids(home, "mapUnits", mapUnits),
    regions: ids(home, "regions", regions),
    language: textsAt(study?.value, "report_languages")[0],
  };
  const languages = textsAt(study?.value, "report_languages");
  if (study)
    mistakes.push(...checkStudy(study), ...checkCollect(study), ...unknownSource(study, known.sources));
  if (sources) mistakes.push(...duplicateIds(sources));
  if (glossary) {
    mistakes.push(...duplicateIds(glossary));
    if (study) mistakes.push(...missingTitles(glossary, study));
  }
  for (const yaml of concepts) {
    if (yaml === undefined) continue;
    mistakes.push(...duplicateIds(yaml), ...checkConcepts(yaml, study));
    if (study) mistakes.push(...missingTitles(yaml, study), ...untranslated(yaml, ["note"], languages));
  }
  if (gender) mistakes.push(...checkGender(gender, study));
  if (tone) mistakes.push(...checkTone(tone, study));
  if (placeWords) mistakes.push(...checkPlaceWords(placeWords, study));
  if (outlets) mistakes.push(...checkOutlets(outlets, known));
  if (events) mistakes.push(...checkEvents(events));
  if (regions) mistakes.push(...checkRegions(regions, known));
  if (mapUnits) mistakes.push(...checkMapUnits(mapUnits, regions, known));
  if (organisations) mistakes.push(...checkOrganisations(organisations, platforms, known));
  if (study) mistakes.push(...boundaryMistakes(home, study, known.mapUnits));

  const exported = readExports(home, studyFile?.captures.flatMap(({ files }) => files) ?? [], languages);
  mistakes.push(...exported.mistakes);

  if (mistakes.length > 0 || !studyFile || !sourceList) throw new StudyError(inFileOrder(home, mistakes));
  const [topics, barriers, programmes, disabilities] = conceptFiles as (Concept[] | undefined)[];
  return {
    ...definition(home, studyFile),
    exports: exported.exports,
    topics: topics ?? [],
    barriers: barriers ?? [],
    programmes: programmes ?? [],
    disabilities: disabilities ?? [],
    ...(genderFile && { gender: withExceptions(genderFile) }),
    ...(toneFile && { tone: toneWords(toneFile) }),
    ...(placeWordsFile && { placeWords: namesOfLists(placeWordsFile) }),
    regions: regionRows(regions),
    mapUnits: mapUnitRows(mapUnits),
    organisations: organisationRows(organisations, platforms),
    ...(outlets && { outlets: outletRows(outlets) }),
    ...(events && { events: eventRows(events) }),
    sources: sourceList as Source[],
    ...(glossaryFile && { glossary: glossaryFile }),
  };
}

/**
 * The files that `loadStudy(home)` reads and that exist, relative to the working directory where they lie below
 * it: study.yml first, then the others by name.
 */
export function studyFiles(home: string): string[] {
  const present = studyPaths(home).filter((path) => existsSync(join(home, ...path)));
  return present.map((path) => shownPath(home, ...path));
}

function studyPaths(home: string): string[][] {
  const names = [...Object.values(yamlNames), ...Object.values(csvNames)].map((name) => ["study", name]);
  const boundaries = textAt(readYaml(home, "study", [])?.value, "boundaries", "file");
  return boundaries === undefined ? names : [...names, [boundaries]];
}

function definition(home: string, file: StudyFile) {
  const { time_zone, report_languages, collect, ...same } = file;
  return {
    home,
    ...same,
    timeZone: time_zone,
    reportLanguages: report_languages,
    ...(collect && {
      collect: {
        delay: collect.delay_seconds ?? 2,
        privateHosts: collect.private_hosts ?? [],
        sources: collect.sources,
      },
    }),
  };
}

function withExceptions({ boys, girls, variants }: GenderInput): GenderLexicon {
  const both = (
    change: { boys?: GenderLexicon["boys"]["words"]; girls?: GenderLexicon["boys"]["words"] } = {},
  ) => ({
    boys: change.boys ?? {},
    girls: change.girls ?? {},
  });
  return {
    boys: { words: boys.words, except: boys.except ?? {} },
    girls: { words: girls.words, except: girls.except ?? {} },
    ...(variants && {
      variants: Object.fromEntries(
        Object.entries(variants).map(([id, { add, drop }]) => [id, { add: both(add), drop: both(drop) }]),
      ),
    }),
  };
}

type GenderInput = (typeof genderSchema)["_zod"]["output"];

function toneWords(file: (typeof toneSchema)["_zod"]["output"]): ToneLexicon {
  return Object.fromEntries(
    Object.entries(file).map(([language, words]) => [
      language,
      {
        positive: words.positive,
        negative: words.negative,
        negationBefore: words.negation?.before ?? [],
        negationAfter: words.negation?.after ?? [],
        window: words.window,
        intensifiers: words.intensifiers ?? [],
        except: words.except ?? [],
      },
    ]),
  );
}

function namesOfLists(file: (typeof placeWordsSchema)["_zod"]["output"]): PlaceWords {
  return {
    notPlace: file.not_a_place ?? {},
    elsewhere: file.elsewhere ?? {},
    and: file.and ?? {},
    ...(file.shared && { shared: file.shared }),
  };
}

/** Ids of a table; none where the study has no such file, unknown where the file can't be read. */
function ids(home: string, name: keyof typeof csvNames, csv: CsvFile | undefined): string[] | undefined {
  if (csv !== undefined) return [...csv.ids];
  return readText(home, "study", csvNames[name]) === undefined ? [] : undefined;
}

function boundaryMistakes(home: string, study: YamlFile, units: readonly string[] | undefined): Mistake[] {
  const file = textAt(study.value, "boundaries", "file");
  const property = textAt(study.value, "boundaries", "property");
  if (file === undefined || property === undefined) return [];
  const text = readText(home, file);
  if (text !== undefined) return checkBoundaries(shownPath(home, file), text, property, units);
  const expected = "a GeoJSON file at that path, relative to the study's home; or leave `boundaries` out";
  return [study.mistake(["boundaries", "file"], `no file "${file}"`, expected)];
}

/** Mistakes by file (strays first, then as `studyFiles` orders them), line and column. */
function inFileOrder(home: string, mistakes: readonly Mistake[]): Mistake[] {
  const files = studyPaths(home).map((path) => shownPath(home, ...path));
  return [...mistakes].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}
