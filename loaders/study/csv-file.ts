import { CsvError, parse } from "csv-parse/sync";
import type { z } from "zod";
import { expectedOf } from "./expected.ts";
import { type Mistake, shown } from "./mistake.ts";
import { suggestion } from "./nearest.ts";

/** What a column of a study's CSV file holds. */
export interface CsvColumn {
  /** A name, or a family of names such as `name_en`, `name_ru`. */
  readonly name: string | RegExp;
  /** The name or family as a message shows it. */
  readonly label: string;
  /** Whether the header must have it (or one of its family). */
  readonly required: boolean;
  /** Whether a cell may be empty. */
  readonly blank: boolean;
  readonly cell: z.ZodType<unknown, string>;
}

export interface CsvRow {
  /** Cells by column; an empty cell is absent. */
  readonly cells: Readonly<Record<string, string>>;
  /** A mistake at the cell of a column. */
  mistake(column: string, expected: string, found?: string): Mistake;
}

export interface CsvFile {
  readonly file: string;
  readonly columns: readonly string[];
  /** Rows as wide as the header; the others are mistakes and their cells can't be told apart. */
  readonly rows: readonly CsvRow[];
  /** First cells of all rows, so that a row of the wrong width still counts as there. */
  readonly ids: readonly string[];
}

interface RawRecord {
  record: string[];
  raw: string;
  info: { lines: number };
}

/**
 * Parses a comma-separated file with a header and checks header and cells. No file where the text is not CSV
 * at all; otherwise all mistakes beside all rows.
 */
export function parseCsv(
  file: string,
  text: string,
  columns: readonly CsvColumn[],
): { csv?: CsvFile; mistakes: Mistake[] } {
  let records: RawRecord[];
  try {
    const options = { bom: true, info: true, raw: true, relax_column_count: true, skip_empty_lines: true };
    records = parse(text, options) as unknown as RawRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    const expected = `comma-separated values (RFC 4180): ${error.message}`;
    return { mistakes: [{ file, line, column: 1, where: "", found: "broken quoting", expected }] };
  }
  const header = records[0]?.record.map((name) => name.trim());
  if (header === undefined) {
    const expected = `a header with ${columns.map((column) => column.label).join(", ")}`;
    return { mistakes: [{ file, line: 1, column: 1, where: "", found: "nothing", expected }] };
  }
  const mistakes = headerMistakes(file, records[0]!, header, columns);
  const body = records.slice(1);
  const rows: CsvRow[] = [];
  for (const record of body) {
    const row = csvRow(file, header, record);
    if (record.record.length === header.length) {
      rows.push(row);
      mistakes.push(...cellMistakes(row, header, columns));
    } else mistakes.push(widthMistake(row, header, record));
  }
  const ids = body.flatMap(({ record }) => record[0]?.trim() || []);
  return { csv: { file, columns: header, rows, ids }, mistakes };
}

function csvRow(file: string, header: readonly string[], record: RawRecord): CsvRow {
  const cells: Record<string, string> = {};
  header.forEach((name, index) => {
    const cell = record.record[index]?.trim();
    if (cell) cells[name] = cell;
  });
  return {
    cells,
    mistake(column, expected, found = shown(cells[column])) {
      return { file, ...cellPlace(record, header.indexOf(column)), where: column, found, expected };
    },
  };
}

function headerMistakes(
  file: string,
  record: RawRecord,
  header: readonly string[],
  columns: readonly CsvColumn[],
): Mistake[] {
  const mistakes: Mistake[] = [];
  header.forEach((name, index) => {
    const at = { file, ...cellPlace(record, index), where: name };
    if (header.indexOf(name) < index)
      mistakes.push({ ...at, found: `a second column "${name}"`, expected: "one" });
    if (columnOf(name, columns) !== undefined) return;
    const known = columns.map((column) => column.label);
    const expected = `one of the columns ${known.join(", ")}${suggestion(name, known)}`;
    mistakes.push({ ...at, found: `an unknown column ${shown(name)}`, expected });
  });
  for (const column of columns) {
    if (!column.required || header.some((name) => fits(name, column))) continue;
    const found = `the columns ${header.join(", ")}`;
    mistakes.push({ file, line: 1, column: 1, where: "", found, expected: `also a column ${column.label}` });
  }
  return mistakes;
}

function widthMistake(row: CsvRow, header: readonly string[], { record }: RawRecord): Mistake {
  const tooWide = record.length > header.length;
  const advice = tooWide ? "put cells that hold a comma in double quotes" : "add the missing commas";
  const expected = `${header.length}, as in the header; ${advice}`;
  return { ...row.mistake(header[0]!, expected, `${record.length} cells`), where: "" };
}

function cellMistakes(row: CsvRow, header: readonly string[], columns: readonly CsvColumn[]): Mistake[] {
  return header.flatMap((name) => {
    const column = columnOf(name, columns);
    const cell = row.cells[name];
    if (column === undefined || (cell === undefined && column.blank)) return [];
    const result = column.cell.safeParse(cell ?? "", { error: expectedOf });
    return result.success ? [] : [row.mistake(name, result.error.issues[0]!.message)];
  });
}

function columnOf(name: string, columns: readonly CsvColumn[]): CsvColumn | undefined {
  return columns.find((column) => fits(name, column));
}

function fits(name: string, column: CsvColumn): boolean {
  return typeof column.name === "string" ? column.name === name : column.name.test(name);
}

/** Line and column, from 1, of a record's cell (of the record's start for a cell that is not there). */
function cellPlace({ raw, record, info }: RawRecord, index: number): { line: number; column: number } {
  const start = info.lines - record.reduce((lines, cell) => lines + (cell.match(/\n/g)?.length ?? 0), 0);
  const body = raw.replace(/^\uFEFF/, "").replace(/^[\r\n]+/, "");
  let line = start;
  let column = 1;
  let quoted = false;
  let cell = 0;
  for (const character of body) {
    if (cell >= index) break;
    if (character === '"') quoted = !quoted;
    if (character === "," && !quoted) cell++;
    column++;
    if (character === "\n") {
      line++;
      column = 1;
    }
  }
  return { line, column };
}
