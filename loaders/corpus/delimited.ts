/** A row of a delimited file, or the fault for which a line of it can't be read. */
export type DelimitedRow =
  | { readonly record: number; readonly line: number; readonly fields: string[] }
  | {
      readonly record: number;
      readonly line: number;
      readonly fault: "unclosed-quote" | "wrong-field-count" | "too-long" | "damaged-file";
      readonly detail: string;
    };

/** A row with quoted line ends longer than this, in lines, is an unclosed quote. */
const MAX_LINES = 200;
/** Longest row, in UTF-16 units. */
const MAX_LENGTH = 1 << 20;

/**
 * Reads comma-, tab- or semicolon-separated rows (RFC 4180: fields may be quoted, quotes doubled, line ends
 * inside quotes kept), the header first. A quote that closes before the end of its field makes the field plain
 * text, as platforms write it that do not quote at all.
 *
 * A broken row costs one line: where a quote does not close within bounds, or a row over several lines has
 * another number of fields than the header, the first line is a fault and reading goes on at the second.
 * (csv-parse 7 can only give up, or take all that follows into the field.) Records are numbered from 1 after
 * the header, lines from 1 with it.
 */
export async function* readDelimited(
  text: AsyncIterable<string>,
  delimiterOf: (headerLine: string) => string,
): AsyncGenerator<DelimitedRow> {
  const lines = new LineBuffer(text);
  const header = await lines.peek(0);
  if (header === undefined) return;
  const delimiter = delimiterOf(header);
  let width: number | undefined;
  for (let record = 0; (await lines.peek(0)) !== undefined; ) {
    const line = lines.lineNumber;
    const first = lines.current;
    if (first.trim() === "") {
      lines.drop(1);
      continue;
    }
    if (lines.isCut) {
      yield { record, line, fault: "too-long", detail: `found a line of more than ${MAX_LENGTH} characters` };
      lines.drop(1);
      record += 1;
      continue;
    }
    const row = await readRow(lines, delimiter);
    if (row === undefined) {
      const detail = `found no closing quotation mark within ${MAX_LINES} lines`;
      yield { record, line, fault: "unclosed-quote", detail };
      lines.drop(1);
    } else {
      const fields = width === undefined ? row.fields : trimmedTo(width, row.fields);
      width ??= fields.length;
      if (fields.length === width) {
        yield { record, line, fields };
        lines.drop(row.lines);
      } else {
        const fault = row.lines > 1 ? "unclosed-quote" : "wrong-field-count";
        yield {
          record,
          line,
          fault,
          detail: `found ${fields.length} fields, expected ${width} as in the header`,
        };
        lines.drop(1);
      }
    }
    record += 1;
  }
}

/** The delimiter of which the header has most. */
export function likelyDelimiter(header: string): string {
  const counts = ["\t", ",", ";"].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

/** Drops empty fields beyond the header's width: some exports end each row with a delimiter. */
function trimmedTo(width: number, fields: string[]): string[] {
  let length = fields.length;
  while (length > width && fields[length - 1] === "") length -= 1;
  return length === fields.length ? fields : fields.slice(0, length);
}

/** Reads the row that begins at the current line; undefined where a quote does not close. */
async function readRow(
  lines: LineBuffer,
  delimiter: string,
): Promise<{ fields: string[]; lines: number } | undefined> {
  const first = lines.current;
  if (!first.includes('"')) return { fields: first.split(delimiter), lines: 1 };
  const fields: string[] = [];
  let line = first;
  let used = 1;
  let length = line.length;
  let position = 0;
  for (;;) {
    if (line[position] !== '"') {
      const end = line.indexOf(delimiter, position);
      fields.push(line.slice(position, end < 0 ? undefined : end));
      if (end < 0) return { fields, lines: used };
      position = end + 1;
      continue;
    }
    const opening = position;
    let value = "";
    let from = position + 1;
    for (;;) {
      const quote = line.indexOf('"', from);
      if (quote < 0) {
        const next = used < MAX_LINES && length < MAX_LENGTH ? await lines.peek(used) : undefined;
        if (next === undefined) return undefined;
        value += `${line.slice(from)}\n`;
        line = next;
        from = 0;
        used += 1;
        length += line.length;
        continue;
      }
      value += line.slice(from, quote);
      if (line[quote + 1] === '"') {
        value += '"';
        from = quote + 2;
        continue;
      }
      position = quote + 1;
      break;
    }
    if (position < line.length && line[position] !== delimiter) {
      if (used > 1) return undefined;
      const end = line.indexOf(delimiter, opening);
      value = line.slice(opening, end < 0 ? undefined : end);
      position = end < 0 ? line.length : end;
    }
    fields.push(value);
    if (position >= line.length) return { fields, lines: used };
    position += 1;
  }
}

/** The lines of a text stream, a few ahead. */
class LineBuffer {
  readonly #source: AsyncIterator<string>;
  #rest = "";
  #ended = false;
  #skipping = false;
  #lines: { text: string; cut: boolean }[] = [];
  lineNumber = 1;

  constructor(source: AsyncIterable<string>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  get current(): string {
    return this.#lines[0]!.text;
  }

  /** True where the current line was longer than any row may be; only its beginning is kept. */
  get isCut(): boolean {
    return this.#lines[0]!.cut;
  }

  /** The line `ahead` of the current one, without its end; undefined after the last. */
  async peek(ahead: number): Promise<string | undefined> {
    while (this.#lines.length <= ahead && !this.#ended) await this.#read();
    return this.#lines[ahead]?.text;
  }

  drop(count: number): void {
    this.#lines.splice(0, count);
    this.lineNumber += count;
  }

  async #read(): Promise<void> {
    const next = await this.#source.next();
    if (next.done) {
      this.#ended = true;
      if (this.#rest !== "" && !this.#skipping) this.#push(this.#rest, false);
      this.#rest = "";
      return;
    }
    const parts = next.value.split("\n");
    const last = parts.pop()!;
    for (const part of parts) {
      if (!this.#skipping) this.#push(this.#rest + part, this.#rest.length + part.length > MAX_LENGTH);
      this.#skipping = false;
      this.#rest = "";
    }
    if (this.#skipping) return;
    this.#rest += last;
    if (this.#rest.length > MAX_LENGTH) {
      this.#push(this.#rest.slice(0, 100), true);
      this.#rest = "";
      this.#skipping = true;
    }
  }

  #push(text: string, cut: boolean): void {
    this.#lines.push({ text: text.endsWith("\r") ? text.slice(0, -1) : text, cut });
  }
}
