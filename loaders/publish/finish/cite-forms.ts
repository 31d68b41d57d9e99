/** What is cited: a page of the report, or a figure on it. */
export interface CitedWork {
  readonly authors: readonly string[];
  /** ISO date of the edition; absent where it has none. */
  readonly issued?: string;
  readonly title: string;
  /** The report that the work is part of; absent for the report itself. */
  readonly container?: string;
  readonly publisher?: string;
  /** The edition's short hash. */
  readonly edition?: string;
  readonly url?: string;
  readonly language: string;
  /** The words for "no date" and "Edition". */
  readonly words: { readonly undated: string; readonly edition: string };
}

/** A citation in APA's style (7th edition, section 10.4: reports), as plain text. */
export function apa(work: CitedWork): string {
  const year = work.issued?.slice(0, 4) ?? work.words.undated;
  const edition = work.edition === undefined ? "" : ` [${work.words.edition} ${work.edition}]`;
  const container = work.container === undefined ? "" : `${work.container}${edition}`;
  const title = work.container === undefined ? `${work.title}${edition}` : work.title;
  const parts = [`${work.authors.join(", ")} (${year})`, title, container, work.publisher ?? ""].filter(
    (part) => part !== "",
  );
  return `${parts.join(". ")}.${work.url === undefined ? "" : ` ${work.url}`}`;
}

/** A BibTeX entry. Braces keep capitals; what TeX reads as a command is escaped. */
export function bibtex(work: CitedWork): string {
  const fields: [string, string | undefined][] = [
    ["author", work.authors.map((author) => (author.includes(", ") ? author : `{${author}}`)).join(" and ")],
    ["title", `{${work.title}}`],
    ["booktitle", work.container],
    ["institution", work.publisher],
    ["year", work.issued?.slice(0, 4)],
    ["note", work.edition === undefined ? undefined : `Edition ${work.edition}`],
    ["url", work.url],
    ["language", work.language],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === ""
      ? []
      : [`  ${name} = {${name === "author" || name === "title" ? escaped(value) : plain(value, name)}}`],
  );
  return `@misc{${keyOf(work)},\n${lines.join(",\n")}\n}`;
}

function plain(value: string, name: string): string {
  return name === "url" ? value : escaped(value);
}

function escaped(value: string): string {
  return value.replace(/[\\&%$#_~^]/g, (sign) => (sign === "\\" ? "\\textbackslash{}" : `\\${sign}`));
}

function keyOf(work: CitedWork): string {
  const author = (work.authors[0] ?? "report").split(/[,\s]/)[0]!;
  const title = /[\p{L}]{4,}/u.exec(work.title)?.[0] ?? "";
  const latin = `${author}${work.issued?.slice(0, 4) ?? ""}${title}`
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]/g, "");
  return latin === "" ? "report" : latin.toLowerCase();
}

/** The work as a CSL-JSON item (citeproc's schema, type `report` or `chapter`), indented. */
export function csl(work: CitedWork): string {
  const item = {
    id: keyOf(work),
    type: work.container === undefined ? "report" : "chapter",
    title: work.title,
    ...(work.container === undefined ? {} : { "container-title": work.container }),
    author: work.authors.map((author) => {
      const [family, given] = author.split(", ");
      return given === undefined ? { literal: author } : { family, given };
    }),
    ...(work.issued === undefined ? {} : { issued: { "date-parts": [work.issued.split("-").map(Number)] } }),
    ...(work.publisher === undefined ? {} : { publisher: work.publisher }),
    ...(work.edition === undefined ? {} : { version: work.edition }),
    ...(work.url === undefined ? {} : { URL: work.url }),
    language: work.language,
  };
  return JSON.stringify(item, null, 2);
}
