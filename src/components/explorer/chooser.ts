import type { ExplorerFile, Mark } from "./data.ts";
import { maker } from "./element.ts";
import type { State } from "./state.ts";
import type { ExplorerWords } from "./words.ts";

/** The form of choices: a list a mark, two for the first and the last quarter. */
export interface Chooser {
  readonly element: HTMLElement;
  /** Adds a field that stands elsewhere on the page. */
  add(key: keyof State, field: HTMLInputElement): void;
  read(): State;
  write(state: State): void;
}

/** `changed` is called after each choice, and after all choices were undone. */
export function chooser(
  document: Document,
  dimensions: ExplorerFile["dimensions"],
  words: ExplorerWords,
  label: (mark: Mark, id: string) => string,
  changed: () => void,
): Chooser {
  const make = maker(document);
  const fields: Partial<Record<keyof State, HTMLSelectElement | HTMLInputElement>> = {};
  const form = make("form", "explorer-choose");
  const box = make("fieldset");
  box.append(make("legend", "", words.choose));
  const field = (key: keyof State, mark: Mark, title: string) => {
    const line = make("label", "", title);
    const select = make("select");
    select.append(new Option(words.all, ""));
    for (const id of dimensions[mark]) select.append(new Option(label(mark, id), id));
    line.append(select);
    box.append(line);
    fields[key] = select;
  };
  for (const mark of ["corpus", "scope", "platform", "topic", "map_unit", "language"] as const) {
    field(mark, mark, words.marks[mark]);
  }
  field("from", "quarter", words.from);
  field("to", "quarter", words.to);
  const reset = make("button", "", words.reset);
  reset.type = "button";
  box.append(reset);
  form.append(box);
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  reset.addEventListener("click", () => {
    for (const chosen of Object.values(fields)) chosen.value = "";
    changed();
  });
  return {
    element: form,
    add: (key, input) => {
      fields[key] = input;
    },
    read: () => {
      const chosen = Object.fromEntries(Object.entries(fields).map(([key, { value }]) => [key, value]));
      return { word: "", ...chosen } as State;
    },
    write: (state) => {
      for (const [key, chosen] of Object.entries(fields)) chosen.value = state[key as keyof State];
    },
  };
}
