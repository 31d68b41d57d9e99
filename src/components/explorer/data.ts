/** Marks of a story that the explorer can choose by and count by. */
export const marks = ["corpus", "scope", "platform", "language", "map_unit", "quarter", "topic"] as const;
export type Mark = (typeof marks)[number];

/** `data/explorer/explorer.json`: cells of stories as columns of codes; 0 is withheld, n the n-th value. */
export interface ExplorerFile {
  readonly threshold: number;
  readonly stories: number;
  readonly withheld: Readonly<Record<string, number>>;
  readonly left_out: number;
  readonly dimensions: Readonly<Record<Mark, readonly string[]>>;
  /** Places of topics in `dimensions.topic`, for each code of the column `topics`. */
  readonly topic_sets: readonly (readonly number[])[];
  readonly columns: Readonly<Record<Exclude<Mark, "topic"> | "topics" | "stories", readonly number[]>>;
  readonly labels: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
  readonly title: Readonly<Record<string, string>>;
  readonly citation: {
    readonly authors: readonly string[];
    readonly publisher?: string;
    /** ISO date of the edition. */
    readonly issued?: string;
  };
  readonly map: {
    readonly width: number;
    readonly height: number;
    readonly units: readonly (readonly [unit: string, path: string])[];
  } | null;
  readonly posts: { readonly published: number; readonly left_out: number } | null;
}

/** The cells in typed arrays, one entry a cell. */
export interface Cells {
  readonly size: number;
  readonly stories: Float64Array;
  /** Codes by mark; of `topic`, the code of the cell's set of topics. */
  readonly codes: Readonly<Record<Mark, Uint16Array>>;
  /** Number of values by mark. */
  readonly values: Readonly<Record<Mark, number>>;
  readonly topicSets: readonly (readonly number[])[];
}

export function cellsOf(file: Pick<ExplorerFile, "columns" | "dimensions" | "topic_sets">): Cells {
  const { columns, dimensions } = file;
  const codes = Object.fromEntries(
    marks.map((mark) => [mark, Uint16Array.from(columns[mark === "topic" ? "topics" : mark])]),
  ) as Record<Mark, Uint16Array>;
  const values = Object.fromEntries(marks.map((mark) => [mark, dimensions[mark].length])) as Record<
    Mark,
    number
  >;
  return {
    size: columns.stories.length,
    stories: Float64Array.from(columns.stories),
    codes,
    values,
    topicSets: file.topic_sets,
  };
}
