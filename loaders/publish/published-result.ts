import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GuardedCell } from "../disclosure/disclose.ts";
import type { HeaderTranslation } from "./header-translation.ts";

/** A published result as `src/data/results/<query>.json` holds it: what pages, figures and claims read. */
export interface PublishedResult {
  readonly query: string;
  readonly header: QueryHeader;
  readonly sql: string;
  /** Names of the published tables that the query reads. */
  readonly tables: readonly string[];
  readonly rows: readonly ResultRow[];
  /** SHA-256 of the published Parquet. */
  readonly sha256: string;
  /** Rows whose figures are withheld by the disclosure threshold. */
  readonly withheld: number;
  readonly threshold: number;
  /** The header's texts in the report's other languages. */
  readonly translations?: Readonly<Record<string, HeaderTranslation>>;
}

export type Cell = string | number | boolean | null;
export type ResultRow = Readonly<Record<string, Cell>>;

/** The header of a query, as `statistics` checked it and wrote it beside the result. */
export interface QueryHeader {
  readonly title: string;
  readonly question: string;
  readonly population: string;
  readonly unit: string;
  readonly method: string;
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, readonly [unit: string, meaning: string]>>;
  readonly denominator?: string;
  readonly interval?: string;
  readonly limits?: readonly string[];
  readonly validation?: string;
  readonly cell?: GuardedCell;
  /** Column to value to the words that stand for it, in one language or in several. */
  readonly labels?: Readonly<
    Record<string, Readonly<Record<string, string | Readonly<Record<string, string>>>>>
  >;
  /** Column to the words at its head in tables; its name where absent. */
  readonly headings?: Readonly<Record<string, string>>;
  readonly chart?: Readonly<Record<string, unknown>> & { readonly kind: string };
  /** The query that gives this result under every combination of choices. */
  readonly choices?: string;
}

export type ResultReader = (query: string) => PublishedResult | undefined;

/** Reads published results from `published/results`, each once. */
export function resultReader(published: string): ResultReader {
  const read = new Map<string, PublishedResult | undefined>();
  return (query) => {
    if (!read.has(query)) {
      const file = join(published, "results", `${query}.json`);
      const safe = !query.split("/").includes("..");
      read.set(
        query,
        safe && existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as PublishedResult) : undefined,
      );
    }
    return read.get(query);
  };
}
