import { type Answer, type Engine, EngineFault, fetched, startEngine } from "./engine.ts";
import { resultView } from "./result-view.ts";
import { type EditorWords, editorWords } from "./words.ts";

/** Rows of an answer that are shown: more would make the page slow, and the number of all stands above. */
const shownRows = 1000;

let engine: Promise<Engine> | undefined;

/**
 * Opens the editor of a figure's SQL after `host`, runs the SQL as it stands and puts the focus into it. All editors
 * of a page share one database.
 *
 * @param options `root`: address of the site's root; `sql`: the figure's query; `chart`: the file below `data/charts` that
 *   says how its chart is drawn; `close`: called when the reader is done
 */
export function openEditor(
  host: HTMLElement,
  options: {
    readonly root: string;
    readonly sql: string;
    readonly chart?: string;
    readonly close: () => void;
  },
): void {
  const { ownerDocument: document } = host;
  const words = editorWords(document.documentElement.lang);
  const view = build(document, words);
  view.area.value = options.sql;
  view.area.rows = Math.min(24, options.sql.split("\n").length + 1);
  let running = 0;
  const finish = () => {
    running = 0;
    view.run.textContent = words.run;
  };
  const stop = async () => {
    const started = engine;
    engine = undefined;
    finish();
    view.status.textContent = words.stopped;
    await started?.then((found) => found.stop()).catch(() => undefined);
  };
  let turn = 0;
  const run = async () => {
    if (running > 0) return stop();
    turn += 1;
    const own = turn;
    running = own;
    view.run.textContent = words.stop;
    view.status.textContent = engine === undefined ? words.starting : words.running;
    view.error.hidden = true;
    try {
      engine ??= startEngine(options.root);
      const answer = await (await engine).run(view.area.value, shownRows);
      if (running !== own) return;
      view.rows.replaceChildren(resultView(document, answer, words.result));
      void showChart(view.chart, answer, options, words, () => turn === own);
      view.status.textContent = words.done(
        answer.count,
        answer.rows.length,
        Math.max(1, Math.round(answer.milliseconds)),
      );
    } catch (error) {
      if (running !== own) return;
      if (error instanceof EngineFault) engine = undefined;
      view.rows.replaceChildren();
      view.chart.replaceChildren();
      view.status.textContent = "";
      view.error.textContent = messageOf(error, words);
      view.error.hidden = false;
    }
    finish();
  };
  view.run.addEventListener("click", () => void run());
  view.area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void run();
  });
  view.reset.addEventListener("click", () => {
    view.area.value = options.sql;
    if (running === 0) void run();
  });
  view.close.addEventListener("click", () => {
    if (running > 0) void stop();
    view.box.remove();
    options.close();
  });
  host.after(view.box);
  view.area.focus();
  void run();
}

/** Draws the answer. The charts' code is fetched with the first one. */
async function showChart(
  place: HTMLElement,
  answer: Answer,
  { root, chart }: { readonly root: string; readonly chart?: string },
  words: EditorWords,
  isCurrent: () => boolean,
): Promise<void> {
  const { ownerDocument: document } = place;
  const say = (text: string) => {
    const line = document.createElement("p");
    line.className = "editor-status";
    line.textContent = text;
    return line;
  };
  let shown: (Element | string)[];
  try {
    const { drawAnswer } = await import("./answer-chart.ts");
    const drawn = await drawAnswer(answer, {
      root,
      document,
      width: place.clientWidth,
      fetchJson: async (address) => (await fetched(address)).json(),
      ...(chart === undefined ? {} : { file: chart }),
    });
    shown =
      "why" in drawn
        ? [say(words.noChart(drawn))]
        : [
            ...(drawn.simple === undefined
              ? []
              : [say(words.simpleChart(drawn.simple.column, drawn.simple.label))]),
            drawn.element,
          ];
  } catch {
    shown = [say(words.noChart({ why: "failed" }))];
  }
  if (isCurrent()) place.replaceChildren(...shown);
}

function messageOf(error: unknown, words: EditorWords): string {
  if (error instanceof EngineFault) {
    return error.kind === "unsupported" ? words.unsupported : `${words.unloaded}: ${error.message}`;
  }
  return `${words.failed}: ${(error as Error).message}`;
}

function build(document: Document, words: EditorWords) {
  const box = document.createElement("div");
  box.className = "editor";
  const label = document.createElement("label");
  const area = document.createElement("textarea");
  area.spellcheck = false;
  area.setAttribute("autocapitalize", "off");
  area.setAttribute("autocomplete", "off");
  label.append(words.label, area);
  const keys = document.createElement("p");
  keys.className = "editor-keys";
  keys.textContent = words.keys;
  const button = (text: string) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    return made;
  };
  const [run, reset, close] = [button(words.run), button(words.reset), button(words.close)];
  const buttons = document.createElement("p");
  buttons.className = "editor-buttons";
  buttons.append(run!, reset!, close!);
  const status = document.createElement("p");
  status.className = "editor-status";
  status.setAttribute("role", "status");
  const error = document.createElement("pre");
  error.className = "editor-error";
  error.setAttribute("role", "alert");
  error.hidden = true;
  const chart = document.createElement("div");
  chart.className = "editor-chart";
  const rows = document.createElement("div");
  box.append(label, keys, buttons, status, error, chart, rows);
  return { box, area, run: run!, reset: reset!, close: close!, status, error, chart, rows };
}
