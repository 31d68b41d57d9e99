import { CsvError, parse } from "csv-parse/sync";
import { type Mistake, shown } from "../study/mistake.ts";
import type { SheetCode } from "./coding-item.ts";

/** A coder's codes, item by item; items without a code are absent. */
export interface CodedSheet {
  readonly file: string;
  readonly codes: ReadonlyMap<string, SheetCode>;
}

const codeOf: Readonly<Record<string, SheetCode>> = {
  "1": "1",
  "0": "0",
  "?": "?",
  yes: "1",
  no: "0",
  да: "1",
  нет: "0",
  иә: "1",
  жоқ: "0",
};

/**
 * Reads a coder's sheet: CSV in UTF-8 with commas, semicolons or tabs (Excel writes semicolons where the comma is
 * the decimal mark), with at least the columns `item` and `code`. Codes are 1, 0, ? or yes and no in English,
 * Russian or Kazakh; an empty code is an item not coded. `items` are the sample's. All mistakes at once, each with
 * the line on which its row begins.
 */
export function readSheet(
  file: string,
  bytes: Uint8Array,
  items: ReadonlySet<string>,
): { sheet: CodedSheet; mistakes: Mistake[] } {
  const codes = new Map<string, SheetCode>();
  const mistakes: Mistake[] = [];
  const sheet = { file, codes };
  const mistake = (line: number, where: string, found: string, expected: string) =>
    mistakes.push({ file, line, column: 1, where, found, expected });

  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    mistake(1, "", "bytes that are not UTF-8", 'a sheet saved as "CSV UTF-8"');
    return { sheet, mistakes };
  }
  const header = text.split(/\r?\n/, 1)[0]!;
  const delimiter = [";", "\t"].find((mark) => header.split(mark).length > header.split(",").length) ?? ",";
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, { delimiter, info: true, relax_column_count: true }) as unknown as typeof records;
  } catch (error) {
    const line = error instanceof CsvError ? Number(error.lines ?? 1) : 1;
    mistake(line, "", "a row that is not CSV", "quotes that close; save the sheet again");
    return { sheet, mistakes };
  }
  const names = (records[0]?.record ?? []).map((name) => name.trim().toLowerCase());
  const [itemAt, codeAt] = [names.indexOf("item"), names.indexOf("code")];
  if (itemAt === -1 || codeAt === -1) {
    mistake(1, "", `the columns ${shown(names.join(", "))}`, "the columns item and code among them");
    return { sheet, mistakes };
  }
  const seen = new Map<string, number>();
  let line = (records[0]?.info.lines ?? 1) + 1;
  for (const { record, info } of records.slice(1)) {
    const begins = line;
    line = info.lines + 1;
    if (record.every((cell) => cell.trim() === "")) continue;
    const item = (record[itemAt] ?? "").trim();
    const written = (record[codeAt] ?? "").trim();
    if (!items.has(item)) {
      mistake(
        begins,
        "item",
        shown(item),
        "an item of the sample in key.csv; is the sheet of another sample?",
      );
      continue;
    }
    const before = seen.get(item);
    if (before !== undefined) {
      mistake(begins, "item", `${shown(item)} again`, `each item once; it stands on line ${before}`);
      continue;
    }
    seen.set(item, begins);
    if (written === "") continue;
    const code = Object.hasOwn(codeOf, written.toLowerCase()) ? codeOf[written.toLowerCase()] : undefined;
    if (code === undefined) mistake(begins, "code", shown(written), "1, 0, ? or nothing");
    else codes.set(item, code);
  }
  if (mistakes.length === 0 && codes.size === 0) mistake(1, "code", "no code at all", "a coded sheet");
  return { sheet, mistakes };
}
