import { type LinkedMarks, linkedMarks, nextChoice } from "./linked-marks.ts";

interface Words {
  readonly shown: (name: string, figures: number) => string;
  readonly cleared: string;
  readonly clear: string;
  readonly also: string;
}

const texts: Readonly<Record<string, Words>> = {
  en: {
    shown: (name, figures) =>
      `Highlighted: ${name}, in ${figures} ${figures === 1 ? "figure" : "figures"} of this page`,
    cleared: "Nothing is highlighted",
    clear: "Clear (Esc)",
    also: "Instead",
  },
  ru: {
    shown: (name, figures) => `Выделено: ${name}. Рисунков на этой странице: ${figures}`,
    cleared: "Выделение снято",
    clear: "Снять (Esc)",
    also: "Вместо этого",
  },
  kk: {
    shown: (name, figures) => `Ерекшеленді: ${name}. Осы беттегі суреттер: ${figures}`,
    cleared: "Ерекшелеу алынды",
    clear: "Алып тастау (Esc)",
    also: "Оның орнына",
  },
};

/**
 * Picking a mark of a chart (by click, or by Enter on the mark that the arrow keys reached) or a name in a table marks
 * the same thing in all figures of the page and dims what is about others. A bar says what is chosen and clears it, as
 * Escape does.
 */
export function linkFigures(document: Document): void {
  const words = texts[document.documentElement.lang] ?? texts.en!;
  const bar = barOf(document, words);
  let marks: LinkedMarks | undefined;
  let chosen: string | undefined;
  const choose = (thing: string | undefined, things: readonly string[]) => {
    marks ??= linkedMarks(document);
    const was = chosen;
    chosen = thing;
    const figures = marks.show(thing);
    const name = (one: string) => marks!.name(one) ?? decodeURIComponent(one.slice(one.indexOf("=") + 1));
    if (thing !== undefined) bar.show(words.shown(name(thing), figures));
    else if (was !== undefined) bar.hide(words.cleared);
    bar.offer(
      thing === undefined
        ? []
        : things
            .filter((one) => one !== thing)
            .map((one) => ({ name: name(one), choose: () => choose(one, things) })),
    );
    for (const button of document.querySelectorAll(".linked-choose")) {
      button.setAttribute("aria-pressed", String(thing !== undefined && marks.of(button).includes(thing)));
    }
  };
  const pick = (element: Element | null | undefined) => {
    if (!element) return;
    marks ??= linkedMarks(document);
    const things = marks.of(element);
    if (things.length > 0) choose(nextChoice(things, chosen), things);
  };

  for (const chart of document.querySelectorAll<HTMLElement>(".figure .chart")) {
    // The tips say which mark the pointer or the keys are at, also where it is too small to be hit.
    const current = () => chart.querySelector(".tip-mark[data-of]");
    chart.addEventListener("click", (event) => {
      const hit = (event.target as Element).closest("[data-of]");
      pick(hit ?? current());
    });
    chart.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      if (event.target !== chart) return;
      event.preventDefault();
      pick(current());
    });
  }
  for (const table of document.querySelectorAll<HTMLDetailsElement>(
    ":is(.figure, .number-method) > .figure-table",
  )) {
    table.addEventListener("toggle", () => offerCells(table, pick), { once: true });
  }
  bar.clear.addEventListener("click", () => choose(undefined, []));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || chosen === undefined) return;
    choose(undefined, []);
  });
}

/** Makes buttons of a table's names. Of cells about the same thing the first alone is a stop of the Tab key. */
function offerCells(table: Element, pick: (element: Element) => void): void {
  const known = new Set<string>();
  for (const cell of table.querySelectorAll<HTMLTableCellElement>("tbody [data-of]")) {
    const thing = cell.getAttribute("data-of")!;
    const button = table.ownerDocument.createElement("button");
    button.type = "button";
    button.className = "linked-choose";
    button.setAttribute("aria-pressed", String(cell.classList.contains("linked-part")));
    if (known.has(thing)) button.tabIndex = -1;
    known.add(thing);
    button.append(...cell.childNodes);
    button.addEventListener("click", () => pick(cell));
    cell.append(button);
  }
}

function barOf(document: Document, words: Words) {
  const bar = document.createElement("div");
  bar.className = "linked-bar";
  const text = document.createElement("p");
  text.setAttribute("role", "status");
  const others = document.createElement("p");
  others.className = "linked-others";
  const clear = document.createElement("button");
  clear.type = "button";
  clear.textContent = words.clear;
  bar.append(text, others, clear);
  document.body.append(bar);
  const hide = (said: string) => {
    bar.classList.remove("linked-bar-shown");
    text.textContent = said;
    clear.hidden = true;
  };
  hide("");
  return {
    clear,
    hide,
    show: (said: string) => {
      bar.classList.add("linked-bar-shown");
      text.textContent = said;
      clear.hidden = false;
    },
    offer: (things: readonly { readonly name: string; readonly choose: () => void }[]) => {
      const buttons = things.map(({ name, choose }) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = name;
        button.addEventListener("click", () => {
          choose();
          // The button is replaced: the focus goes to what is there in its stead.
          (others.querySelector("button") ?? clear).focus();
        });
        return button;
      });
      others.replaceChildren(...(buttons.length === 0 ? [] : [`${words.also}: `, ...buttons]));
    },
  };
}
