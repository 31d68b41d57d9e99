import { patternMistakes } from "./check-queries.ts";
import type { CsvFile, CsvRow } from "./csv-file.ts";
import type { Mistake } from "./mistake.ts";
import { suggestion } from "./nearest.ts";
import { namePrefix, populationPrefix } from "./schema-tables.ts";

/** The lists that places refer to; undefined where their file can't be read, so that nothing is said of them. */
export interface Known {
  readonly sources: readonly string[] | undefined;
  readonly mapUnits: readonly string[] | undefined;
  readonly regions: readonly string[] | undefined;
  /** The report's default language. */
  readonly language: string | undefined;
}

/** regions.csv against the map units, the sources and itself. */
export function checkRegions(regions: CsvFile, known: Known): Mistake[] {
  const patterns = new Map<string, string>();
  return [
    ...duplicateCells(regions, "id"),
    ...regions.rows.flatMap((row) => [
      ...nameMistakes(regions, row, known.language),
      ...unknownCell(row, "map_unit", row.cells.map_unit, known.mapUnits, "map_units.csv"),
      ...(row.cells.population_source ?? "")
        .split(/\s+/)
        .flatMap((id) => unknownCell(row, "population_source", id, known.sources, "sources.yml")),
      ...populationMistakes(regions, row),
      ...regionPatternMistakes(row, patterns),
    ]),
  ];
}

/** map_units.csv against itself and the regions: a unit that no region belongs to has no residents and no posts. */
export function checkMapUnits(mapUnits: CsvFile, regions: CsvFile | undefined, known: Known): Mistake[] {
  const used = new Set(regions?.rows.map((row) => row.cells.map_unit));
  return [
    ...duplicateCells(mapUnits, "id"),
    ...mapUnits.rows.flatMap((row) => {
      const names = nameMistakes(mapUnits, row, known.language);
      const id = row.cells.id;
      if (regions === undefined || id === undefined || used.has(id)) return names;
      return [...names, row.mistake("id", "a unit that at least one row of regions.csv names in map_unit")];
    }),
  ];
}

/** organisations.csv against the regions and itself: an account belongs to one organisation. */
export function checkOrganisations(
  organisations: CsvFile,
  platforms: readonly string[],
  known: Known,
): Mistake[] {
  return [
    ...duplicateCells(organisations, "id"),
    ...platforms.flatMap((platform) => duplicateCells(organisations, platform)),
    ...organisations.rows.flatMap((row) => [
      ...nameMistakes(organisations, row, known.language),
      ...unknownCell(row, "region", row.cells.region, known.regions, "regions.csv"),
    ]),
  ];
}

/** outlets.csv against the regions and itself. */
export function checkOutlets(outlets: CsvFile, known: Known): Mistake[] {
  return [
    ...duplicateCells(outlets, "id"),
    ...outlets.rows.flatMap((row) =>
      unknownCell(row, "region", row.cells.region, known.regions, "regions.csv"),
    ),
  ];
}

/** The patterns of a region's cell, without the spaces around them. */
export function splitPatterns(cell: string | undefined): string[] {
  return (cell ?? "")
    .split(";")
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== "");
}

export function duplicateCells(csv: CsvFile, column: string): Mistake[] {
  const seen = new Set<string>();
  return csv.rows.flatMap((row) => {
    const cell = row.cells[column]?.toLowerCase();
    if (cell === undefined) return [];
    if (seen.has(cell))
      return [row.mistake(column, `a ${column} that no other row has`, `a second "${cell}"`)];
    seen.add(cell);
    return [];
  });
}

function nameMistakes(csv: CsvFile, row: CsvRow, language: string | undefined): Mistake[] {
  const column = `${namePrefix}${language}`;
  if (language === undefined || row.cells[column] !== undefined) return [];
  if (!csv.columns.includes(column)) {
    if (row !== csv.rows[0] || !csv.columns.some((name) => name.startsWith(namePrefix))) return [];
    return [
      {
        ...row.mistake(
          column,
          `it, for "${language}" is the report's default language`,
          `no column ${column}`,
        ),
        line: 1,
      },
    ];
  }
  return [row.mistake(column, `a name in "${language}", the report's default language`)];
}

function unknownCell(
  row: CsvRow,
  column: string,
  id: string | undefined,
  known: readonly string[] | undefined,
  file: string,
): Mistake[] {
  if (id === undefined || id === "" || known === undefined || known.includes(id)) return [];
  return [row.mistake(column, `an id of ${file}${suggestion(id, known)}`, `"${id}"`)];
}

function populationMistakes(regions: CsvFile, row: CsvRow): Mistake[] {
  const columns = regions.columns.filter(
    (column) => column.startsWith(populationPrefix) && /\d$/.test(column),
  );
  const first = columns[0];
  if (first === undefined || columns.some((column) => row.cells[column] !== undefined)) return [];
  return [row.mistake(first, "a number of residents for at least one year")];
}

function regionPatternMistakes(row: CsvRow, seen: Map<string, string>): Mistake[] {
  return ["patterns", "weak"].flatMap((column) =>
    splitPatterns(row.cells[column]).flatMap((pattern) => {
      const mistakes = patternMistakes(pattern, (found, expected) =>
        row.mistake(column, expected, found === pattern ? `"${pattern}"` : `${found} in "${pattern}"`),
      );
      const key = pattern.toLowerCase();
      const before = seen.get(key);
      if (before !== undefined)
        mistakes.push(row.mistake(column, `each pattern once; ${before} has it already`, `"${pattern}"`));
      else seen.set(key, row.cells.id ?? "an earlier row");
      return mistakes;
    }),
  );
}
