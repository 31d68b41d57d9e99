import { type Mistake, shown } from "../study/mistake.ts";
import { unsure } from "./question.ts";
import { sheetRows } from "./sheet-rows.ts";

/** A coder's codes, item by item; items without a code are absent. */
export interface CodedSheet {
  readonly file: string;
  readonly codes: ReadonlyMap<string, string>;
}

/** What coders write in the place of 1 and 0. */
const inWords: Readonly<Record<string, string>> = {
  yes: "1",
  no: "0",
  да: "1",
  нет: "0",
  иә: "1",
  жоқ: "0",
};

/**
 * Reads a coder's sheet, CSV or XLSX, with at least the columns `item` and `code`. `items` are the sample's,
 * each with the codes that its question takes; `?` is one of every question, and 1 and 0 may be written yes and no in
 * English, Russian or Kazakh. `questions` are the key's, by item: a sheet with a column `question` must not contradict it,
 * or its rows were sorted apart. An empty code is an item not coded. All mistakes at once, each with
 * the line on which its row begins.
 */
export async function readSheet(
  file: string,
  bytes: Uint8Array,
  items: ReadonlyMap<string, readonly string[]>,
  questions: ReadonlyMap<string, string> = new Map(),
): Promise<{ sheet: CodedSheet; mistakes: Mistake[] }> {
  const codes = new Map<string, string>();
  const mistakes: Mistake[] = [];
  const sheet = { file, codes };
  const mistake = (line: number, where: string, found: string, expected: string) =>
    mistakes.push({ file, line, column: 1, where, found, expected });

  const rows = await sheetRows(bytes);
  if ("found" in rows) {
    mistake(rows.line, "", rows.found, rows.expected);
    return { sheet, mistakes };
  }
  const names = (rows[0]?.cells ?? []).map((name) => name.trim().toLowerCase());
  const [itemAt, codeAt, questionAt] = ["item", "code", "question"].map((name) => names.indexOf(name)) as [
    number,
    number,
    number,
  ];
  if (itemAt === -1 || codeAt === -1) {
    mistake(1, "", `the columns ${shown(names.join(", "))}`, "the columns item and code among them");
    return { sheet, mistakes };
  }
  const seen = new Map<string, number>();
  for (const { line, cells } of rows.slice(1)) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const item = (cells[itemAt] ?? "").trim();
    const written = (cells[codeAt] ?? "").trim();
    const answers = items.get(item);
    if (answers === undefined) {
      mistake(line, "item", shown(item), "an item of the sample in key.csv; is the sheet of another sample?");
      continue;
    }
    const question = questionAt === -1 ? "" : (cells[questionAt] ?? "").trim();
    const asked = questions.get(item);
    if (question !== "" && asked !== undefined && question !== asked) {
      mistake(
        line,
        "question",
        shown(question),
        `${asked}, as key.csv has it for ${item}; was the sheet sorted in part?`,
      );
      continue;
    }
    const before = seen.get(item);
    if (before !== undefined) {
      mistake(line, "item", `${shown(item)} again`, `each item once; it stands on line ${before}`);
      continue;
    }
    seen.set(item, line);
    if (written === "") continue;
    const lower = written.toLowerCase();
    const word = Object.hasOwn(inWords, lower) ? inWords[lower] : lower;
    const code = [...answers, unsure].find((answer) => answer.toLowerCase() === word);
    if (code === undefined) mistake(line, "code", shown(written), `${answers.join(", ")}, ? or nothing`);
    else codes.set(item, code);
  }
  if (mistakes.length === 0 && codes.size === 0) mistake(1, "code", "no code at all", "a coded sheet");
  return { sheet, mistakes };
}
