import type { Chosen } from "./count.ts";
import { type ExplorerFile, type Mark, marks } from "./data.ts";

/** What the reader chose, as it stands in the address: ids, not codes. An empty text means all. */
export type State = Readonly<Record<Exclude<Mark, "quarter"> | "from" | "to" | "word", string>>;

const names: Readonly<Record<keyof State, string>> = {
  corpus: "corpus",
  scope: "scope",
  platform: "platform",
  language: "language",
  map_unit: "region",
  topic: "topic",
  from: "from",
  to: "to",
  word: "word",
};

/** Reads the address; what the study does not know is left out. */
export function stateOf(search: string, dimensions: ExplorerFile["dimensions"]): State {
  const given = new URLSearchParams(search);
  const entries = Object.entries(names).map(([key, name]) => {
    const value = given.get(name) ?? "";
    if (key === "word") return [key, value.slice(0, 100)];
    const mark = (key === "from" || key === "to" ? "quarter" : key) as Mark;
    return [key, dimensions[mark].includes(value) ? value : ""];
  });
  return Object.fromEntries(entries) as State;
}

/** The address of a state, `?…`, or an empty text where nothing is chosen. */
export function searchOf(state: State): string {
  const said = new URLSearchParams();
  for (const [key, name] of Object.entries(names)) {
    const value = state[key as keyof State];
    if (value !== "") said.set(name, value);
  }
  const text = said.toString();
  return text === "" ? "" : `?${text}`;
}

export function chosenOf(state: State, dimensions: ExplorerFile["dimensions"]): Chosen {
  const values: Partial<Record<Mark, number>> = {};
  for (const mark of marks) {
    if (mark === "quarter" || state[mark] === "") continue;
    values[mark] = dimensions[mark].indexOf(state[mark]) + 1;
  }
  const { quarter } = dimensions;
  if (state.from === "" && state.to === "") return { values };
  const from = state.from === "" ? 1 : quarter.indexOf(state.from) + 1;
  const to = state.to === "" ? quarter.length : quarter.indexOf(state.to) + 1;
  return { values, quarters: [Math.min(from, to), Math.max(from, to)] };
}
