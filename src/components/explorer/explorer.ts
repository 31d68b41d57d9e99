import { bars } from "./bars.ts";
import { concordance, type Post } from "./concordance.ts";
import { lineRows, lineTable } from "./concordance-view.ts";
import { type Counts, count } from "./count.ts";
import { csv } from "./csv.ts";
import { cellsOf, type ExplorerFile, type Mark } from "./data.ts";
import { mapView } from "./map.ts";
import { chosenOf, type State, searchOf, stateOf } from "./state.ts";
import { explorerWords } from "./words.ts";

interface TopWords {
  readonly corpus: string | null;
  readonly scope: string | null;
  readonly topic: string | null;
  readonly words: readonly (readonly [lemma: string, posts: number])[];
}

const shownLines = 50;
const exportedLines = 100_000;
const broken = ["quarter", "map_unit", "topic", "platform", "language", "corpus", "scope"] as const;

/**
 * Builds the explorer into `place` from the files below its `data-root`, and shows what the address asks for. Every
 * text of the data is set as text.
 */
export async function showExplorer(place: HTMLElement): Promise<void> {
  const { ownerDocument: document } = place;
  const window = document.defaultView!;
  const language = document.documentElement.lang;
  const words = explorerWords(language);
  const address = (name: string) => new URL(`${place.dataset.root}data/explorer/${name}`, document.baseURI);
  let file: ExplorerFile;
  try {
    file = await fetchJson<ExplorerFile>(address("explorer.json"));
  } catch {
    place.textContent = words.failed;
    return;
  }
  const cells = cellsOf(file);
  const { dimensions } = file;
  const number = new Intl.NumberFormat(language, { useGrouping: true });
  const format = (value: number) => number.format(value);
  const labels = file.labels[language] ?? Object.values(file.labels)[0] ?? {};
  const label = (mark: Mark, id: string) => {
    if (mark === "language") return words.languages[id] ?? id;
    if (mark === "map_unit" && labels.map_unit?.[id] === undefined) return words.nowhere;
    return labels[mark]?.[id] ?? id;
  };

  const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, className = "", text = "") => {
    const element = document.createElement(name);
    if (className !== "") element.className = className;
    if (text !== "") element.textContent = text;
    return element;
  };
  const choosers: Partial<Record<keyof State, HTMLSelectElement | HTMLInputElement>> = {};
  const form = make("form", "explorer-choose");
  const fields = make("fieldset");
  fields.append(make("legend", "", words.choose));
  const chooser = (key: Exclude<keyof State, "word">, mark: Mark, title: string) => {
    const line = make("label", "", title);
    const select = make("select");
    select.append(new Option(words.all, ""));
    for (const id of dimensions[mark]) select.append(new Option(label(mark, id), id));
    line.append(select);
    fields.append(line);
    choosers[key] = select;
  };
  for (const mark of ["corpus", "scope", "platform", "topic", "map_unit", "language"] as const) {
    chooser(mark, mark, words.marks[mark]);
  }
  chooser("from", "quarter", words.from);
  chooser("to", "quarter", words.to);
  const reset = make("button", "", words.reset);
  reset.type = "button";
  fields.append(reset);
  form.append(fields);

  const status = make("div", "explorer-status");
  status.setAttribute("role", "status");
  const sum = make("p", "explorer-sum");
  const uncertain = make("p");
  status.append(sum, uncertain);
  const rule = make("p", "explorer-rule", ruleText(file, words, language));
  if (file.left_out > 0) rule.append(` ${words.leftOut(format(file.left_out))}`);

  const tables = Object.fromEntries(
    broken.map((mark) => {
      const rows = [...dimensions[mark].map((id, at) => [at + 1, label(mark, id)] as const)];
      const title = mark === "quarter" ? words.trend : mark === "map_unit" ? words.map : words.marks[mark];
      return [
        mark,
        bars(document, title, [words.marks[mark], words.count], [...rows, [0, words.withheld]], format),
      ];
    }),
  ) as Record<(typeof broken)[number], ReturnType<typeof bars>>;
  const map = mapView(document, file, (unit) => label("map_unit", unit), format);

  const wordBox = make("section");
  const wordList = make("ol", "explorer-words");
  const wordNote = make("p", "explorer-rule", words.wordsNote(file.threshold));
  wordBox.append(make("h2", "", words.topWords), wordNote, wordList);

  const counts = make("button", "", words.exportCounts);
  counts.type = "button";
  const cite = make("p", "explorer-cite");
  const grid = make("div", "explorer-grid");
  const mapBox = make("div");
  if (map) mapBox.append(map.element);
  mapBox.append(tables.map_unit.element);
  grid.append(
    tables.quarter.element,
    mapBox,
    ...(["topic", "platform", "language", "corpus", "scope"] as const).map((mark) => tables[mark].element),
  );
  const view = make("div", "explorer-view");
  view.append(form, status, rule, grid, counts, cite, wordBox);

  let top: readonly TopWords[] | undefined;
  const showWords = (state: State) => {
    const group = top?.find(
      ({ corpus, scope, topic }) =>
        (corpus ?? "") === state.corpus && (scope ?? "") === state.scope && (topic ?? "") === state.topic,
    );
    wordNote.textContent =
      top !== undefined && group === undefined ? words.noWords : words.wordsNote(file.threshold);
    wordList.replaceChildren(
      ...(group?.words ?? []).map(([lemma, posts]) => {
        const item = make("li");
        item.append(make("bdi", "", lemma), ` ${format(posts)}`);
        return item;
      }),
    );
  };

  let state = stateOf(window.location.search, dimensions);
  let answer: Counts | undefined;
  const citation = () => {
    const { authors, publisher } = file.citation;
    const title = file.title[language] ?? Object.values(file.title)[0] ?? "";
    const page = window.location.origin + window.location.pathname + searchOf(state);
    return [authors.join(", "), title, publisher ?? "", page].filter((part) => part !== "").join(". ");
  };
  let showLines = () => {};
  const show = () => {
    answer = count(cells, chosenOf(state, dimensions));
    sum.textContent = words.stories(format(answer.stories));
    uncertain.textContent = answer.uncertain === 0 ? "" : words.uncertain(format(answer.uncertain));
    for (const mark of broken) tables[mark].update(answer.by[mark]);
    map?.update(answer.by.map_unit);
    showWords(state);
    cite.textContent = `${words.cite}: ${citation()}`;
    showLines();
  };
  const read = () => {
    state = Object.fromEntries(
      Object.entries(choosers).map(([key, chosen]) => [key, chosen.value]),
    ) as unknown as State;
    state = { ...state, word: choosers.word?.value ?? "" };
    window.history.replaceState(null, "", window.location.pathname + searchOf(state) + window.location.hash);
    window.performance.mark("explorer:filter");
    show();
    window.performance.measure("explorer:filtered", "explorer:filter");
  };
  const write = () => {
    for (const [key, chosen] of Object.entries(choosers)) chosen.value = state[key as keyof State];
  };
  form.addEventListener("change", read);
  reset.addEventListener("click", () => {
    for (const chosen of Object.values(choosers)) chosen.value = "";
    read();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("popstate", () => {
    state = stateOf(window.location.search, dimensions);
    write();
    show();
  });
  counts.addEventListener("click", () => {
    if (answer === undefined) return;
    const found = answer;
    const chosen = Object.entries(state).filter(([, value]) => value !== "");
    download(document, "explorer-counts.csv", [
      [`# ${citation()}`],
      ["mark", "value", "label", "stories"],
      ...chosen.map(([key, value]) => [`chosen ${key}`, value, "", ""]),
      ["all", "", "", found.stories],
      ["may belong", "", "", found.uncertain],
      ...broken.flatMap((mark) => [
        ...dimensions[mark].map((id, at) => [mark, id, label(mark, id), found.by[mark][at + 1]!]),
        [mark, "", words.withheld, found.by[mark][0]!],
      ]),
    ]);
  });

  if (file.posts !== null) {
    const box = make("section", "explorer-posts");
    const line = make("label", "", words.find);
    const input = make("input");
    input.type = "search";
    input.maxLength = 100;
    input.autocomplete = "off";
    line.append(input);
    const found = make("p");
    found.setAttribute("role", "status");
    const save = make("button", "", words.exportLines);
    save.type = "button";
    const rows = make("div");
    box.append(
      make("h2", "", words.posts),
      make("p", "explorer-rule", words.postsNote(format(file.posts.published), format(file.posts.left_out))),
      line,
      found,
      rows,
      save,
    );
    view.append(box);
    choosers.word = input;
    let posts: readonly Post[] | undefined;
    const chosen = () => posts!.filter((post) => isChosen(post, state, dimensions));
    const name = (post: Post) =>
      `${labels.organisation?.[post.organisation] ?? post.organisation}, ${post.day}`;
    showLines = () => {
      if (posts === undefined) return;
      const { lines, found: all } = concordance(chosen(), state.word, shownLines);
      found.textContent = words.lines(format(lines.length), format(all));
      rows.replaceChildren(lineTable(document, lines, words, name));
    };
    const load = async () => {
      try {
        posts = (await fetchJson<{ posts: readonly Post[] }>(address("posts.json"))).posts;
        showLines();
      } catch {
        found.textContent = words.failed;
      }
    };
    input.addEventListener("input", read);
    save.addEventListener("click", () => {
      if (posts === undefined) return;
      const { lines } = concordance(chosen(), state.word, exportedLines);
      download(document, "explorer-lines.csv", [[`# ${citation()}`], ...lineRows(lines, words, name)]);
    });
    // What is counted comes first: the posts are fetched when the browser has nothing else to do, or on use.
    const started = { value: false };
    const start = () => {
      if (started.value) return;
      started.value = true;
      void load();
    };
    if (state.word !== "") start();
    else
      new window.IntersectionObserver(
        (seen) => seen.some((entry) => entry.isIntersecting) && start(),
      ).observe(box);
    input.addEventListener("focus", start);
  }

  write();
  place.replaceChildren(view);
  show();
  window.performance.mark("explorer:shown");
  try {
    top = (await fetchJson<{ words: readonly TopWords[] }>(address("words.json"))).words;
    showWords(state);
  } catch {
    wordNote.textContent = words.failed;
  }
}

function isChosen(post: Post, state: State, dimensions: ExplorerFile["dimensions"]): boolean {
  const quarter = `${post.day.slice(0, 4)}-Q${Math.ceil(Number(post.day.slice(5, 7)) / 3)}`;
  const place = dimensions.quarter.indexOf(quarter) + 1;
  const [from, to] = chosenOf(state, dimensions).quarters ?? [0, Number.POSITIVE_INFINITY];
  const fits = (wanted: string, value: string) => wanted === "" || wanted === value;
  return (
    fits(state.scope, post.scope) &&
    fits(state.platform, post.platform) &&
    fits(state.language, post.language) &&
    fits(state.map_unit, post.map_unit) &&
    (state.topic === "" || post.topics.includes(state.topic)) &&
    place >= from &&
    place <= to
  );
}

function ruleText(file: ExplorerFile, words: ReturnType<typeof explorerWords>, language: string): string {
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const shares = (["map_unit", "language", "platform", "quarter", "topics"] as const).map((mark) =>
    words.lost(
      words.marks[mark === "topics" ? "topic" : mark],
      percent.format((file.withheld[mark] ?? 0) / Math.max(1, file.stories)),
    ),
  );
  return words.rule(file.threshold, shares.join(", "));
}

async function fetchJson<Value>(address: URL): Promise<Value> {
  // As the page's preload asks, or the browser fetches twice.
  const answer = await fetch(address, { credentials: "same-origin", mode: "cors" });
  if (!answer.ok) throw new Error(`found status ${answer.status} for ${address.pathname}`);
  return (await answer.json()) as Value;
}

function download(document: Document, name: string, rows: readonly (readonly (string | number)[])[]): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csv(rows)], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
