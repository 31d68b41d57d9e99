import { exportQuery, joinExported } from "../query/export/export-query.ts";
import { platforms } from "../query/export/platforms.ts";
import { exitCodes, type Terminal, UsageError } from "./command.ts";
import { type ConceptQuery, queriesOf } from "./concept-queries.ts";

/** Prints the queries of the named concepts, or of all topics, in the syntax of one platform or of each. */
export function exportQueries(
  queries: readonly ConceptQuery[],
  names: readonly string[],
  to: string | undefined,
  terminal: Terminal,
): number {
  const chosen = platforms.filter(({ id }) => to === undefined || id === to);
  if (chosen.length === 0) {
    const known = platforms.map(({ id }) => id).join(", ");
    throw new UsageError(`query: found no platform "${to}", expected one of ${known}`);
  }
  const concepts =
    names.length > 0
      ? names.map((name) => queriesOf("query", queries, name))
      : groupsOf(queries.filter(({ family }) => family === "topics"));
  let warned = 0;
  for (const dialect of chosen) {
    terminal.print(`# ${dialect.title}`);
    for (const concept of concepts) {
      const exported = concept.map((query) => ({ query, ...exportQuery(query.text, dialect) }));
      terminal.print("");
      terminal.print(`## ${concept[0]!.concept.id}`);
      terminal.print(
        joinExported(exported.map(({ text }) => text)) ?? "(nothing of this query can be said there)",
      );
      const warnings = exported.flatMap(({ query, warnings: found }) =>
        found.map(({ position, message, effect }) => ({ place: query.place(position), message, effect })),
      );
      warned += warnings.length;
      for (const line of grouped(warnings)) terminal.warn(line);
    }
    terminal.print("");
    terminal.print(`Syntax by ${dialect.pages.join(" ")}`);
    terminal.print("");
  }
  terminal.print(
    `query: ${concepts.length} queries for ${chosen.length} platforms, ${warned} warnings; nothing was written. ` +
      "Paste a query into the platform, and read its warnings before its numbers.",
  );
  return exitCodes.done;
}

function groupsOf(queries: readonly ConceptQuery[]): ConceptQuery[][] {
  const groups = new Map<ConceptQuery["concept"], ConceptQuery[]>();
  for (const query of queries) {
    const group = groups.get(query.concept);
    if (group === undefined) groups.set(query.concept, [query]);
    else group.push(query);
  }
  return [...groups.values()];
}

/** One line for each message, where it first stands and how often. */
function grouped(warnings: readonly { place: string; message: string; effect: string }[]): string[] {
  const groups = new Map<string, { place: string; count: number }>();
  for (const { place, message, effect } of warnings) {
    const line = `${message} (finds ${effect})`;
    const group = groups.get(line);
    if (group === undefined) groups.set(line, { place, count: 1 });
    else group.count += 1;
  }
  return [...groups].map(
    ([line, { place, count }]) => `${place}: ${line}${count === 1 ? "" : `; ${count} places like it`}`,
  );
}
