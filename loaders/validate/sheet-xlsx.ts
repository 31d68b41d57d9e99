import { storedZip } from "./stored-zip.ts";

/** The most characters that Excel keeps in a cell. */
const longestCell = 32_767;
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org";

/** Widths of columns that hold more than a word, in characters. */
const widths: Readonly<Record<string, number>> = {
  title: 40,
  text: 90,
  question_title: 24,
  answers: 20,
  note: 30,
};

/**
 * Rows as a workbook of one sheet (Office Open XML, ECMA-376 part 1), every cell a text: none can be a formula. The
 * header stays in view and long columns wrap. The same rows give the same bytes.
 */
export function sheetXlsx(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string | number>>[],
): Buffer {
  const header = Object.fromEntries(columns.map((name) => [name, name]));
  const lines = [header, ...rows].map((row, index) => {
    const cells = columns.map(
      (name, column) =>
        `<c r="${letters(column)}${index + 1}" s="1" t="inlineStr"><is><t xml:space="preserve">${escaped(String(row[name] ?? ""))}</t></is></c>`,
    );
    return `<row r="${index + 1}">${cells.join("")}</row>`;
  });
  const cols = columns.map(
    (name, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${widths[name] ?? 14}" customWidth="1"/>`,
  );
  const main = `${office}/spreadsheetml/2006/main`;
  const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const relationships = `${office}/package/2006/relationships`;
  const document = `${office}/officeDocument/2006/relationships`;
  return storedZip({
    "[Content_Types].xml": `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    "_rels/.rels": `${xml}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${document}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${xml}<workbook xmlns="${main}" xmlns:r="${document}"><sheets><sheet name="codes" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${xml}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${document}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${document}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${xml}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join("")}</cols><sheetData>${lines.join("")}</sheetData></worksheet>`,
  });
}

/** Column letters: A to Z, then AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  const cut = text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;
  return (
    cut
      // What XML 1.0 can't hold; lone surrogates become U+FFFD when the text is encoded.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
  );
}
