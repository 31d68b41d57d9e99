import { splitPatterns } from "./check-places.ts";
import type { CsvFile, CsvRow } from "./csv-file.ts";
import type { MapUnit, Outlet, Region } from "./places.ts";
import { namePrefix, populationPrefix, titlePrefix, typePrefix } from "./schema-tables.ts";
import type { Localised, Organisation, StudyEvent } from "./study.ts";

/** Rows of checked CSV files as the study's regions, map units and organisations; none where there is no file. */

export function regionRows(csv: CsvFile | undefined): Region[] {
  return (csv?.rows ?? []).map((row) => ({
    id: row.cells.id!,
    name: names(csv!, row),
    type: row.cells.type as Region["type"],
    ...(row.cells.since !== undefined && { since: row.cells.since }),
    mapUnit: row.cells.map_unit!,
    population: populations(csv!, row),
    populationSource: row.cells.population_source!,
    patterns: splitPatterns(row.cells.patterns),
    ...(row.cells.weak !== undefined && { weak: splitPatterns(row.cells.weak) }),
  }));
}

export function mapUnitRows(csv: CsvFile | undefined): MapUnit[] {
  return (csv?.rows ?? []).map((row) => ({ id: row.cells.id!, name: names(csv!, row) }));
}

export function organisationRows(csv: CsvFile | undefined, platforms: readonly string[]): Organisation[] {
  return (csv?.rows ?? []).map((row) => ({
    id: row.cells.id!,
    name: names(csv!, row),
    type: row.cells.type!,
    ...typeTitle(csv!, row),
    ...(row.cells.region !== undefined && { region: row.cells.region }),
    accounts: Object.fromEntries(
      platforms.flatMap((platform) =>
        row.cells[platform] === undefined ? [] : [[platform, row.cells[platform]]],
      ),
    ),
  }));
}

function typeTitle(csv: CsvFile, row: CsvRow): Pick<Organisation, "typeTitle"> {
  const title = family(csv, row, typePrefix);
  return Object.keys(title).length === 0 ? {} : { typeTitle: title };
}

export function outletRows(csv: CsvFile): Outlet[] {
  return csv.rows.map((row) => ({
    id: row.cells.id!,
    ...(row.cells.region !== undefined && { region: row.cells.region }),
  }));
}

export function eventRows(csv: CsvFile): StudyEvent[] {
  return csv.rows.map((row) => ({
    id: row.cells.id!,
    title: family(csv, row, titlePrefix),
    from: row.cells.from!,
    to: row.cells.to!,
    ...(row.cells.note !== undefined && { note: row.cells.note }),
  }));
}

function names(csv: CsvFile, row: CsvRow): Localised {
  return family(csv, row, namePrefix);
}

function populations(csv: CsvFile, row: CsvRow): Region["population"] {
  return Object.entries(family(csv, row, populationPrefix))
    .filter(([year]) => /^\d{4}$/.test(year))
    .map(([year, value]) => ({ year: Number(year), value: Number(value) }))
    .sort((a, b) => a.year - b.year);
}

/** The filled cells of the columns with a prefix, by what follows the prefix. */
function family(csv: CsvFile, row: CsvRow, prefix: string): Record<string, string> {
  const cells = csv.columns.filter((column) => column.startsWith(prefix) && row.cells[column] !== undefined);
  return Object.fromEntries(cells.map((column) => [column.slice(prefix.length), row.cells[column]!]));
}
