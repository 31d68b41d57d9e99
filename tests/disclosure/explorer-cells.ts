import type { Equation, Unknown } from "./linear-attack.ts";

/** The parts of `explorer.json` that an attacker counts with. A code of 0 is a withheld mark; others are places + 1. */
export interface ExplorerCells {
  readonly dimensions: Readonly<Record<"corpus" | "scope" | "topic" | AttackedMark, readonly string[]>>;
  /** Places of topics, by code of `columns.topics` less 1. */
  readonly topic_sets: readonly (readonly number[])[];
  readonly columns: Readonly<
    Record<"corpus" | "scope" | "topics" | "stories" | AttackedMark, readonly number[]>
  >;
  /** Counts of other tables, by places of corpus, scope and value, before these of the topic. */
  readonly published: {
    readonly alone: Readonly<Partial<Record<"topic" | AttackedMark, readonly CountsOfScopes[]>>>;
    readonly by_topic: Readonly<Partial<Record<AttackedMark, readonly (readonly CountsOfScopes[])[]>>>;
  };
}
export type AttackedMark = "map_unit" | "language" | "quarter";
/** By scope and value; null where counts are withheld. */
type CountsOfScopes = readonly (readonly (number | null)[] | null)[];

export interface Withheld {
  readonly unknowns: Unknown[];
  readonly equations: Equation[];
}

/**
 * What an attacker can write down of the stories whose `mark` the cells withhold, in each corpus and scope. Unknown is, for
 * each value of the mark and each set of topics among them, how many stories have both; of stories whose topics are withheld too,
 * how many have the value and a topic. A count of another table less the cells that show it is the sum of some of these.
 */
export function withheldBy(cells: ExplorerCells, mark: AttackedMark): Withheld {
  const found: Withheld = { unknowns: [], equations: [] };
  cells.dimensions.corpus.forEach((_, corpus) => {
    cells.dimensions.scope.forEach((_, scope) => {
      addScope(cells, mark, corpus, scope, found);
    });
  });
  return found;
}

function addScope(
  { dimensions, topic_sets, columns, published }: ExplorerCells,
  mark: AttackedMark,
  corpus: number,
  scope: number,
  { unknowns, equations }: Withheld,
): void {
  const { topic: topics, [mark]: values } = dimensions;
  const sum = (isMeant: (cell: number) => boolean) =>
    columns.stories.reduce((total, stories, cell) => {
      const isHere = columns.corpus[cell] === corpus + 1 && columns.scope[cell] === scope + 1;
      return total + (isHere && isMeant(cell) ? stories : 0);
    }, 0);
  const unknown = (text: string, high: number) =>
    unknowns.push({
      name: `${dimensions.corpus[corpus]} ${dimensions.scope[scope]}: ${text}`,
      low: 0,
      high,
    }) - 1;
  /** Some unknowns sum to what a table publishes less what cells show of it; a withheld count says nothing. */
  const equate = (terms: readonly number[], count: number | null | undefined, shown: number) => {
    if (terms.length === 0 || count === null || count === undefined) return;
    equations.push({ terms: terms.map((term) => [term, 1] as const), sum: count - shown });
  };
  const topicsOf = (set: number) => topic_sets[set - 1] ?? [];
  const has = (cell: number, topic: number) => topicsOf(columns.topics[cell]!).includes(topic);

  const sets = [...new Set(columns.topics)]
    .map((set) => ({
      set,
      size: sum((cell) => columns[mark][cell] === 0 && columns.topics[cell] === set),
    }))
    .filter(({ size }) => size > 0);
  const withoutTopics = sets.find(({ set }) => set === 0);
  const ofSets = values.map((value) =>
    sets.map(({ set, size }) => {
      const named = topicsOf(set).map((topic) => topics[topic]);
      return unknown(`${value} and ${set === 0 ? "withheld topics" : named.join("+") || "no topic"}`, size);
    }),
  );
  const ofTopics = values.map((value) =>
    topics.map((topic) =>
      withoutTopics === undefined
        ? []
        : [unknown(`${value} and ${topic} among withheld topics`, withoutTopics.size)],
    ),
  );

  sets.forEach(({ size }, place) => {
    equate(
      ofSets.map((ofValue) => ofValue[place]!),
      size,
      0,
    );
  });
  values.forEach((_, value) => {
    const isShown = (cell: number) => columns[mark][cell] === value + 1;
    equate(ofSets[value]!, published.alone[mark]?.[corpus]?.[scope]?.[value], sum(isShown));
    topics.forEach((_, topic) => {
      equate(
        [
          ...sets.flatMap(({ set }, place) =>
            topicsOf(set).includes(topic) ? [ofSets[value]![place]!] : [],
          ),
          ...ofTopics[value]![topic]!,
        ],
        published.by_topic[mark]?.[topic]?.[corpus]?.[scope]?.[value],
        sum((cell) => isShown(cell) && has(cell, topic)),
      );
    });
  });
  topics.forEach((_, topic) => {
    equate(
      ofTopics.flatMap((ofValue) => ofValue[topic]!),
      published.alone.topic?.[corpus]?.[scope]?.[topic],
      sum((cell) => has(cell, topic)),
    );
  });
}
