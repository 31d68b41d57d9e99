import { z } from "zod";
import type { CsvColumn } from "./csv-file.ts";
import { day, filledText, identifier, iso3166, written } from "./values.ts";

/** The columns of the study's CSV files. */

function column(name: string, cell: CsvColumn["cell"]): CsvColumn {
  return { name, label: name, required: true, blank: false, cell };
}

function blankColumn(name: string, cell: CsvColumn["cell"], required = true): CsvColumn {
  return { name, label: name, required, blank: true, cell };
}

/** A language's column of a family: `name_en`. */
export const namePrefix = "name_";
/** A language's column of a family: `type_en`, the type as readers see it. */
export const typePrefix = "type_";
/** A language's column of a family: `title_en`. */
export const titlePrefix = "title_";
/** A year's column of a family: `population_2023`. */
export const populationPrefix = "population_";

const names: CsvColumn = {
  name: new RegExp(`^${namePrefix}[a-z]{2,3}(?:-[A-Za-z0-9]+)*$`),
  label: `${namePrefix}en`,
  required: true,
  blank: true,
  cell: filledText,
};

const types: CsvColumn = {
  name: new RegExp(`^${typePrefix}[a-z]{2,3}(?:-[A-Za-z0-9]+)*$`),
  label: `${typePrefix}en`,
  required: false,
  blank: true,
  cell: filledText,
};

const populations: CsvColumn = {
  name: new RegExp(`^${populationPrefix}\\d{4}$`),
  label: `${populationPrefix}2023`,
  required: true,
  blank: true,
  cell: written(/^[1-9]\d*$/, 'a number of residents in digits only such as "785708"'),
};

export const regionColumns: readonly CsvColumn[] = [
  column("id", iso3166),
  names,
  column("type", z.enum(["city", "region"]) as unknown as CsvColumn["cell"]),
  blankColumn("since", day, false),
  column("map_unit", identifier),
  populations,
  column("population_source", filledText),
  blankColumn("patterns", filledText),
  blankColumn("weak", filledText, false),
];

export const mapUnitColumns: readonly CsvColumn[] = [column("id", identifier), names];

const host = written(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'a host name such as "news.example.com"');

export const outletColumns: readonly CsvColumn[] = [column("id", host), blankColumn("region", filledText)];

/** The columns of events.csv: what happened in the window that a reader of a trend must know. */
export const eventColumns: readonly CsvColumn[] = [
  column("id", identifier),
  { ...names, name: /^title_[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, label: `${titlePrefix}en` },
  column("from", day),
  column("to", day),
  blankColumn("note", filledText, false),
];

/** An account as the platform writes it in its addresses, or the address of a site. */
const account = written(
  /^[^\s@]\S*$/,
  'an account without "@" such as "river_news", or an address without spaces',
);

/** The columns of organisations.csv: one for the accounts of each of the study's platforms, and `website`. */
export function organisationColumns(platforms: readonly string[]): readonly CsvColumn[] {
  const accounts = new Set([...platforms, "website"]);
  return [
    column("id", identifier),
    names,
    column("type", filledText),
    types,
    blankColumn("region", filledText),
    ...[...accounts].map((platform) => blankColumn(platform, account, false)),
  ];
}
