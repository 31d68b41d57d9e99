import { readSheet } from "read-excel-file/universal";
import { CaptureError } from "./capture-error.ts";
import type { DelimitedRow } from "./delimited.ts";

/** Largest workbook, bytes, packed and unpacked. */
const MAX_PACKED = 1 << 28;
const MAX_UNPACKED = 1 << 30;
/** Rows above the header that may hold a title. */
const TITLE_ROWS = 10;
const ENTRY = Buffer.from("PK\x01\x02", "latin1");

/** True of a file that begins like a ZIP archive, as XLSX does. */
export function isWorkbook(first: Uint8Array): boolean {
  return first[0] === 0x50 && first[1] === 0x4b && first[2] === 3 && first[3] === 4;
}

/**
 * Reads the rows of a workbook's first sheet as text, the header first: the first row with three filled cells.
 * A cell that Excel holds as a date is written `2023-05-31T23:05:00`, the wall clock that the sheet shows. A file
 * that is no workbook is a fault of record 1. Throws `CaptureError` where it is too large.
 */
export async function* readWorkbook(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<DelimitedRow> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > MAX_PACKED) throw tooLarge(name, `more than ${MAX_PACKED} bytes`);
    chunks.push(chunk);
  }
  const file = Buffer.concat(chunks);
  const unpacked = unpackedSize(file);
  if (unpacked > MAX_UNPACKED) throw tooLarge(name, `${unpacked} bytes when unpacked`);
  const rows = await sheetOf(file);
  if (typeof rows === "string") {
    yield { record: 1, line: 1, fault: "damaged-file", detail: rows };
    return;
  }
  const header = rows.slice(0, TITLE_ROWS).findIndex((row) => row.filter((cell) => cell !== "").length >= 3);
  const first = Math.max(0, header);
  for (const [index, fields] of rows.slice(first).entries()) {
    if (fields.every((field) => field === "")) continue;
    yield { record: index, line: first + index + 1, fields };
  }
}

async function sheetOf(file: Buffer): Promise<string[][] | string> {
  try {
    const rows = await readSheet(new Blob([new Uint8Array(file)]), { trim: true });
    return rows.map((row) => row.map(cellText));
  } catch (error) {
    return `found no readable workbook (${(error as Error).name})`;
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 19);
  return String(cell);
}

/** What the archive's directory says that its files unfold to, bytes (ZIP, APPNOTE 4.3.12). */
function unpackedSize(file: Buffer): number {
  let size = 0;
  for (let entry = file.indexOf(ENTRY); entry >= 0; entry = file.indexOf(ENTRY, entry + 46)) {
    if (entry + 46 <= file.length) size += file.readUInt32LE(entry + 24);
  }
  return size;
}

function tooLarge(name: string, found: string): CaptureError {
  return new CaptureError(
    `${name}: found a workbook of ${found}; expected a smaller one: export it as CSV, or month by month`,
  );
}
