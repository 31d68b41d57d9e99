import { CsvError, parse } from "csv-parse/sync";
import { readSheet as readWorkbook } from "read-excel-file/universal";

/** A row of a sheet and the line of the file on which it begins, from 1. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Why a file is no sheet, and where. */
export interface SheetFault {
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

/** The rows of a coder's file, header first: XLSX's first sheet, or CSV in UTF-8 with commas, semicolons or tabs. */
export async function sheetRows(bytes: Uint8Array): Promise<readonly SheetRow[] | SheetFault> {
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? workbookRows(bytes) : csvRows(bytes);
}

async function workbookRows(bytes: Uint8Array): Promise<readonly SheetRow[] | SheetFault> {
  try {
    const rows = await readWorkbook(new Blob([new Uint8Array(bytes)]));
    return rows.map((row, index) => ({
      line: index + 1,
      cells: row.map((cell) => (cell === null ? "" : String(cell))),
    }));
  } catch (error) {
    const found = `no readable workbook (${(error as Error).name})`;
    return { line: 1, found, expected: "XLSX as it was given out, or CSV" };
  }
}

function csvRows(bytes: Uint8Array): readonly SheetRow[] | SheetFault {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { line: 1, found: "bytes that are not UTF-8", expected: 'a sheet saved as "CSV UTF-8" or XLSX' };
  }
  const header = text.split(/\r?\n/, 1)[0]!;
  // Excel writes semicolons where the comma is the decimal mark.
  const delimiter = [";", "\t"].find((mark) => header.split(mark).length > header.split(",").length) ?? ",";
  try {
    const records = parse(text, { delimiter, info: true, relax_column_count: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return records.map(({ record }, index) => ({
      line: index === 0 ? 1 : records[index - 1]!.info.lines + 1,
      cells: record,
    }));
  } catch (error) {
    const line = error instanceof CsvError ? Number(error.lines ?? 1) : 1;
    return { line, found: "a row that is not CSV", expected: "quotes that close; save the sheet again" };
  }
}
