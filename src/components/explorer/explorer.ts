import { afterPaint } from "./after-paint.ts";
import { bars } from "./bars.ts";
import { chooser } from "./chooser.ts";
import { citationOf } from "./citation.ts";
import { type Counts, count, workFor } from "./count.ts";
import { cellsOf, type ExplorerFile, type Mark, mayBeWithheld } from "./data.ts";
import { download } from "./download.ts";
import { maker } from "./element.ts";
import { fetchJson } from "./fetch-json.ts";
import { mapView } from "./map.ts";
import { postsView } from "./posts-view.ts";
import { chosenOf, type State, searchOf, stateOf } from "./state.ts";
import { type TopWords, topWordsView } from "./top-words.ts";
import { withPublished } from "./whole.ts";
import { type ExplorerWords, explorerWords } from "./words.ts";

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
  const make = maker(document);
  let file: ExplorerFile;
  try {
    file = await fetchJson<ExplorerFile>(address("explorer.json"));
  } catch {
    place.prepend(make("p", "", words.failed));
    return;
  }
  const cells = cellsOf(file);
  const work = workFor(cells);
  const { dimensions } = file;
  const number = new Intl.NumberFormat(words.locale, { useGrouping: true });
  const format = (value: number) => number.format(value);
  const labels = file.labels[language] ?? Object.values(file.labels)[0] ?? {};
  const label = (mark: Mark, id: string) => {
    if (mark === "quarter") return words.quarter(id.slice(0, 4), id.slice(-1));
    if (mark === "language") return words.languages[id] ?? id;
    if (mark === "map_unit" && labels.map_unit?.[id] === undefined) return words.nowhere;
    return labels[mark]?.[id] ?? id;
  };

  let state = stateOf(window.location.search, dimensions);
  let answer: Counts | undefined;
  const later = afterPaint(window);
  const read = () => {
    window.performance.mark("explorer:filter");
    state = form.read();
    showCounts();
    window.performance.measure("explorer:filtered", "explorer:filter");
    later(() => {
      const { pathname, hash } = window.location;
      window.history.replaceState(null, "", pathname + searchOf(state) + hash);
      showRest();
    });
  };
  const form = chooser(document, dimensions, words, label, read);
  const status = make("div", "explorer-status");
  status.setAttribute("role", "status");
  const sum = make("p", "explorer-sum");
  const uncertain = make("p");
  status.append(sum, uncertain);
  const rule = make("p", "explorer-rule", ruleText(file, words));
  if (file.left_out > 0) rule.append(` ${words.leftOut(format(file.left_out))}`);

  const hasWithheld = Object.values(file.withheld).some((stories) => stories > 0);
  const tables = Object.fromEntries(
    broken.map((mark) => {
      const rows: (readonly [number, string])[] = dimensions[mark].map((id, at) => [at + 1, label(mark, id)]);
      if (hasWithheld && mayBeWithheld(mark)) rows.push([0, words.withheld]);
      const title = mark === "quarter" ? words.trend : mark === "map_unit" ? words.map : words.marks[mark];
      const heads = [words.marks[mark], words.count] as const;
      return [mark, bars(document, title, heads, rows, format)];
    }),
  ) as Record<(typeof broken)[number], ReturnType<typeof bars>>;
  const map = mapView(document, file, (unit) => label("map_unit", unit), format);
  const mapBox = make("div");
  if (map) mapBox.append(map.element);
  mapBox.append(tables.map_unit.element);
  const grid = make("div", "explorer-grid");
  const columns = [make("div"), make("div")] as const;
  columns[0].append(tables.quarter.element, mapBox, tables.corpus.element, tables.scope.element);
  columns[1].append(tables.topic.element, tables.platform.element, tables.language.element);
  grid.append(...columns);

  const citation = () =>
    citationOf(file, words, language, {
      ...(place.dataset.edition === undefined ? {} : { edition: place.dataset.edition }),
      page: window.location.origin + window.location.pathname + searchOf(state),
    });
  const counts = make("button", "", words.exportCounts);
  counts.type = "button";
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
  const cite = make("p", "explorer-cite");
  const top = topWordsView(document, words, file.threshold, format);
  const view = make("div", "explorer-view");
  view.append(form.element, status, rule, grid, counts, cite, top.element);
  const posts =
    file.posts === null
      ? undefined
      : postsView(document, {
          file,
          posts: file.posts,
          address: address("posts.json"),
          words,
          organisations: labels.organisation ?? {},
          format,
          state: () => state,
          citation,
        });
  if (posts !== undefined) {
    view.append(posts.element);
    form.add("word", posts.input);
    posts.input.addEventListener("input", read);
  }

  let counted: State | undefined;
  const showCounts = () => {
    // The word chooses posts, not stories: the counts stand.
    if (counted !== undefined && searchOf({ ...counted, word: "" }) === searchOf({ ...state, word: "" }))
      return;
    const chosen = chosenOf(state, dimensions);
    answer = withPublished(count(cells, chosen, work), cells, file.published, chosen);
    sum.textContent = words.stories(format(answer.stories));
    uncertain.textContent = answer.uncertain === 0 ? "" : words.uncertain(format(answer.uncertain));
    for (const mark of broken) tables[mark].update(answer.by[mark]);
    map?.update(answer.by.map_unit);
    counted = state;
  };
  const showRest = () => {
    top.show(state);
    cite.textContent = `${words.cite}: ${citation()}`;
    posts?.show();
  };
  window.addEventListener("popstate", () => {
    state = stateOf(window.location.search, dimensions);
    form.write(state);
    showCounts();
    later(showRest);
  });

  form.write(state);
  // What the page says to those without scripts.
  for (const part of place.children) (part as HTMLElement).hidden = true;
  place.prepend(view);
  showCounts();
  showRest();
  posts?.watch();
  window.performance.mark("explorer:shown");
  try {
    top.load((await fetchJson<{ words: readonly TopWords[] }>(address("words.json"))).words, state);
  } catch {
    top.fail();
  }
}

function ruleText(file: ExplorerFile, words: ExplorerWords): string {
  const percent = new Intl.NumberFormat(words.locale, { style: "percent", maximumFractionDigits: 0 });
  const shares = (["map_unit", "language", "platform", "quarter", "topics"] as const).map((mark) =>
    words.lost(
      words.marks[mark === "topics" ? "topic" : mark],
      percent.format((file.withheld[mark] ?? 0) / Math.max(1, file.stories)),
    ),
  );
  return `${words.rule(file.threshold, shares.join(", "))} ${words.whole}`;
}
