import { concordance, type Post, topicConcordance } from "./concordance.ts";
import { lineRows, lineTable } from "./concordance-view.ts";
import type { ExplorerFile } from "./data.ts";
import { download } from "./download.ts";
import { maker } from "./element.ts";
import { fetchJson } from "./fetch-json.ts";
import { chosenOf, type State } from "./state.ts";
import type { ExplorerWords } from "./words.ts";

const shownLines = 50;
const exportedLines = 100_000;

export interface PostsOptions {
  readonly file: ExplorerFile;
  readonly posts: NonNullable<ExplorerFile["posts"]>;
  /** Where the posts are. */
  readonly address: URL;
  readonly words: ExplorerWords;
  readonly organisations: Readonly<Record<string, string>>;
  readonly format: (count: number) => string;
  readonly state: () => State;
  readonly citation: () => string;
}

/**
 * Organisations' posts that are chosen, in concordance: by the word that is typed, else by the words for which they have the
 * chosen topic. What is counted comes first: the posts are fetched when their
 * section comes near, on use, or at once where the address asks for a word; lines out of sight are written a moment later.
 */
export function postsView(document: Document, options: PostsOptions) {
  const { file, words, format, organisations } = options;
  const { dimensions } = file;
  const make = maker(document);
  const element = make("section", "explorer-posts");
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
  // Room is kept for lines that are on their way, or what has the focus below would leave the window as they come.
  const rows = make("div", "explorer-awaited");
  element.append(
    make("h2", "", words.posts),
    make(
      "p",
      "explorer-rule",
      words.postsNote(format(options.posts.published), format(options.posts.left_out)),
    ),
    line,
    make("p", "explorer-rule", words.byTopic),
    found,
    rows,
    save,
  );
  let posts: readonly Post[] | undefined;
  let isNear = false;
  let written: State | undefined;
  const linesOf = (state: State, limit: number) => {
    const chosen = posts!.filter((post) => isChosen(post, state, dimensions));
    return state.topic !== "" && state.word.trim() === ""
      ? topicConcordance(chosen, state.topic, limit)
      : concordance(chosen, state.word, limit);
  };
  const day = new Intl.DateTimeFormat(words.locale, {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    timeZone: "UTC",
  });
  const name = (post: Post) =>
    `${organisations[post.organisation] ?? post.organisation}, ${day.format(new Date(post.day))}`;
  const window = document.defaultView!;
  let later: number | undefined;
  const show = () => {
    window.clearTimeout(later);
    if (posts === undefined || written === options.state()) return;
    if (isNear) write();
    else later = window.setTimeout(write, 250);
  };
  const write = () => {
    const state = options.state();
    written = state;
    const { lines, found: all } = linesOf(state, shownLines);
    found.textContent = words.lines(format(lines.length), format(all));
    rows.className = "";
    rows.replaceChildren(lineTable(document, lines, words, name));
  };
  let started = false;
  const start = async () => {
    isNear = true;
    if (started) return show();
    started = true;
    try {
      posts = (await fetchJson<{ posts: readonly Post[] }>(options.address)).posts;
      show();
    } catch {
      found.textContent = words.failed;
    }
  };
  save.addEventListener("click", () => {
    if (posts === undefined) return;
    const { lines } = linesOf(options.state(), exportedLines);
    download(document, "explorer-lines.csv", [[`# ${options.citation()}`], ...lineRows(lines, words, name)]);
  });
  input.addEventListener("focus", () => void start());
  return {
    element,
    input,
    show,
    watch: () => {
      if (options.state().word !== "") void start();
      new window.IntersectionObserver((seen) => {
        isNear = seen.at(-1)?.isIntersecting === true || element.contains(document.activeElement);
        if (isNear) void start();
      }).observe(element);
    },
  };
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
