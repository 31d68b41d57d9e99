/** Marks of a story that the explorer can choose by and count by. */
export const marks = ["corpus", "scope", "platform", "language", "map_unit", "quarter", "topic"] as const;
export type Mark = (typeof marks)[number];

/** Whether small cells lose a mark: all do but these two. */
export function mayBeWithheld(mark: Mark): boolean {
  return mark !== "corpus" && mark !== "scope";
}

/**
 * By corpus, scope and value: stories, or null where they are withheld. An empty list where there are none, null in place of a
 * list where nothing may be used.
 */
export type PublishedPairs = readonly (readonly (readonly (number | null)[] | null)[])[];

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
  /** What the counted tables publish (loaders/publish/explorer/published-counts.ts). */
  readonly published: {
    /** By mark, corpus, scope and value. */
    readonly alone: Readonly<Partial<Record<Mark, PublishedPairs>>>;
    /** By mark, topic, corpus, scope and value. */
    readonly by_topic: Readonly<Partial<Record<Mark, readonly PublishedPairs[]>>>;
  };
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
  readonly stories: Uint32Array;
  /** Codes by mark; of `topic`, the code of the cell's set of topics. */
  readonly codes: Readonly<Record<Mark, Uint16Array>>;
  /** The codes once more, all marks of a cell beside each other, each counted from its mark's place in `starts`. */
  readonly slots: Uint32Array;
  /** Where the codes of each mark begin if all stand one behind the other, and where they end. */
  readonly starts: readonly number[];
  /** Number of values by mark. */
  readonly values: Readonly<Record<Mark, number>>;
  readonly topicSets: readonly (readonly number[])[];
}

export function cellsOf(file: Pick<ExplorerFile, "columns" | "dimensions" | "topic_sets">): Cells {
  const { columns, dimensions } = file;
  const size = columns.stories.length;
  const codes = Object.fromEntries(
    marks.map((mark) => [mark, Uint16Array.from(columns[mark === "topic" ? "topics" : mark])]),
  ) as Record<Mark, Uint16Array>;
  const values = Object.fromEntries(marks.map((mark) => [mark, dimensions[mark].length])) as Record<
    Mark,
    number
  >;
  const starts = [0];
  for (const mark of marks) {
    starts.push(starts.at(-1)! + 1 + (mark === "topic" ? file.topic_sets.length : values[mark]));
  }
  const slots = new Uint32Array(size * marks.length);
  for (const [place, mark] of marks.entries()) {
    const column = codes[mark];
    for (let at = 0; at < size; at++) slots[at * marks.length + place] = starts[place]! + column[at]!;
  }
  return {
    size,
    stories: Uint32Array.from(columns.stories),
    codes,
    slots,
    starts,
    values,
    topicSets: file.topic_sets,
  };
}
