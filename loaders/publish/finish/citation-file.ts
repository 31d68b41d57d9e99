import { stringify } from "yaml";
import type { ReportIdentity } from "./citation.ts";

/** The report's `CITATION.cff` (Citation File Format 1.2.0), which GitHub, Zenodo and Zotero read. */
export function citationFile(
  study: ReportIdentity,
  edition: string | undefined,
  url: string | undefined,
): string {
  const { authors, issued, publisher, licence } = study.citation;
  const title = study.title[study.reportLanguages[0] ?? "en"] ?? Object.values(study.title)[0] ?? "";
  return stringify({
    "cff-version": "1.2.0",
    message: "If you use this report or its data, please cite it as below.",
    type: "dataset",
    title,
    authors: authors.map((author) => {
      const [family, given] = author.split(", ");
      return given === undefined ? { name: author } : { "family-names": family, "given-names": given };
    }),
    ...(edition === undefined ? {} : { version: edition }),
    ...(issued === undefined ? {} : { "date-released": issued }),
    ...(url === undefined ? {} : { url }),
    ...(licence !== undefined && /^[A-Za-z0-9.-]+$/.test(licence) ? { license: licence } : {}),
    ...(publisher === undefined ? {} : { contact: [{ name: publisher }] }),
  });
}
