import { maker } from "./element.ts";
import type { State } from "./state.ts";
import type { ExplorerWords } from "./words.ts";

/** `words.json`: the commonest words of a corpus, a scope and a topic; null where all are meant. */
export interface TopWords {
  readonly corpus: string | null;
  readonly scope: string | null;
  readonly topic: string | null;
  readonly words: readonly (readonly [lemma: string, posts: number])[];
}

/** The commonest words of what is chosen. The list is made anew only where another group is meant. */
export function topWordsView(
  document: Document,
  words: ExplorerWords,
  threshold: number,
  format: (count: number) => string,
) {
  const make = maker(document);
  const element = make("section");
  const list = make("ol", "explorer-words");
  const note = make("p", "explorer-rule", words.wordsNote(threshold));
  element.append(make("h2", "", words.topWords), note, list);
  let groups: readonly TopWords[] | undefined;
  let shown: TopWords | undefined;
  const show = (state: State) => {
    const group = groups?.find(
      ({ corpus, scope, topic }) =>
        (corpus ?? "") === state.corpus && (scope ?? "") === state.scope && (topic ?? "") === state.topic,
    );
    const text = groups !== undefined && group === undefined ? words.noWords : words.wordsNote(threshold);
    if (note.textContent !== text) note.textContent = text;
    if (group === shown) return;
    shown = group;
    list.replaceChildren(
      ...(group?.words ?? []).map(([lemma, posts]) => {
        const item = make("li");
        item.append(make("bdi", "", lemma), ` ${format(posts)}`);
        return item;
      }),
    );
  };
  return {
    element,
    show,
    load: (found: readonly TopWords[], state: State) => {
      groups = found;
      show(state);
    },
    fail: () => {
      note.textContent = words.failed;
    },
  };
}
