const heading = /^create or replace macro ([a-z0-9_]+)\s*\(/gim;

/**
 * The macros of a script that a statement names, and those that they name in turn, in the script's order: to make all of
 * them takes DuckDB longer than most queries. A script holds macros and comments, nothing else.
 */
export function namedMacros(script: string, sql: string): string {
  const begun = [...script.matchAll(heading)];
  const macros = begun.map(({ 1: name, index }, at) => ({
    name: name!.toLowerCase(),
    text: withoutComments(script.slice(index, begun[at + 1]?.index)),
  }));
  const wanted = new Set<string>();
  const seek = (text: string) => {
    const words = wordsOf(text);
    for (const { name, text: own } of macros) {
      if (!words.has(name) || wanted.has(name)) continue;
      wanted.add(name);
      seek(own);
    }
  };
  seek(sql);
  return macros
    .filter(({ name }) => wanted.has(name))
    .map(({ text }) => text)
    .join("\n");
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[a-z0-9_]+/g));
}

function withoutComments(sql: string): string {
  return sql.replace(/--[^\n]*/g, "").trim();
}
