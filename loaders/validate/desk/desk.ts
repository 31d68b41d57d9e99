import type { CodingItem, CodingQuestion } from "../coding-item.ts";
import { sheetCsv } from "../sheet-csv.ts";
import { answerKeys } from "./answer-keys.ts";
import { keeperOf } from "./keeper.ts";
import { type DeskLanguage, deskLanguages, words } from "./words.ts";

/** What the page carries as JSON. */
export interface DeskData {
  readonly sample: string;
  readonly items: readonly CodingItem[];
  readonly questions: readonly CodingQuestion[];
}

interface Progress {
  at: number;
  codes: Record<string, string>;
  notes: Record<string, string>;
}

const data = JSON.parse(element("data").textContent ?? "") as DeskData;
const keeper = keeperOf(`tyndau-desk:${data.sample}`, window);
let language = (keeper.get("language") ?? "ru") as DeskLanguage;
let coder = keeper.get("coder") ?? "";
let progress = load();

function element<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

function load(): Progress {
  const kept = keeper.get(`codes:${coder}`);
  return kept === undefined ? { at: 0, codes: {}, notes: {} } : (JSON.parse(kept) as Progress);
}

function keep(): void {
  keeper.set(`codes:${coder}`, JSON.stringify(progress));
}

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

function localised(title: Readonly<Record<string, string>>): string {
  return title[language] ?? Object.values(title)[0] ?? "";
}

function asked(): CodingQuestion {
  const { question } = data.items[progress.at]!;
  return data.questions.find(({ id }) => id === question)!;
}

/** The question in words, by its family. */
function sentence({ family, title }: CodingQuestion): string {
  const said: Readonly<Record<string, string>> = words[language];
  return filled(said[family] ?? "{title}", { title: localised(title) });
}

/** One button an answer, with its key. */
function showAnswers(question: CodingQuestion, chosen: string | undefined): void {
  const buttons = answerKeys(question.answers).map(({ code: value, key, title }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.code = value;
    button.setAttribute("aria-pressed", String(value === chosen));
    const word = document.createElement("span");
    word.textContent = title === undefined ? words[language].unsure : localised(title);
    button.append(word);
    if (key !== undefined) {
      const cap = document.createElement("kbd");
      cap.textContent = key;
      button.append(cap);
    }
    button.addEventListener("click", () => code(value));
    return button;
  });
  element("answers").replaceChildren(...buttons);
}

function show(): void {
  const said = words[language];
  const item = data.items[progress.at]!;
  const done = Object.keys(progress.codes).length;
  document.documentElement.lang = language;
  document.title = said.desk;
  for (const name of ["back", "next", "export", "coder", "note"] as const) {
    element(`${name}-word`).textContent = said[name];
  }
  element("keys").textContent = said.keys;
  element("private").textContent = said.private;
  element("unkept").textContent = keeper.lasts() ? "" : said.unkept;
  element("question").textContent = sentence(asked());
  element("place").textContent = `${progress.at + 1} / ${data.items.length} · ${item.date}`;
  element("title").textContent = item.title;
  element("text").textContent = item.text;
  element("post").lang = item.language === "kk" || item.language === "ru" ? item.language : "";
  element("post").scrollTop = 0;
  element("progress-word").textContent = filled(said.progress, { done, all: data.items.length });
  element<HTMLProgressElement>("bar").value = done;
  element("finished").textContent = done === data.items.length ? said.finished : "";
  element<HTMLInputElement>("coder").value = coder;
  element<HTMLInputElement>("note").value = progress.notes[item.item] ?? "";
  showAnswers(asked(), progress.codes[item.item]);
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-language]")) {
    button.setAttribute("aria-pressed", String(language === button.dataset.language));
  }
}

function move(by: number): void {
  progress.at = Math.min(data.items.length - 1, Math.max(0, progress.at + by));
  keep();
  show();
}

function code(value: string): void {
  progress.codes[data.items[progress.at]!.item] = value;
  move(1);
}

function save(): void {
  const rows = data.items.map(({ item, question }) => ({
    item,
    question,
    code: progress.codes[item] ?? "",
    note: progress.notes[item] ?? "",
  }));
  const csv = sheetCsv(["item", "question", "code", "note"], rows);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
  const name = coder.trim().replace(/[^\p{L}\p{N}-]+/gu, "-");
  link.download = `codes-${data.sample}-${name === "" ? "coder" : name}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

const moves: Readonly<Record<string, () => void>> = {
  "?": () => code("?"),
  "-": () => code("?"),
  ArrowLeft: () => move(-1),
  ArrowRight: () => move(1),
};

/** The physical key, so that letters work on a Cyrillic layout too. */
function physical({ code: place, key }: KeyboardEvent): string {
  return /^Key([A-Z])$/.exec(place)?.[1] ?? key;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLInputElement) {
    if (event.key === "Enter" || event.key === "Escape") event.target.blur();
    return;
  }
  const pressed = physical(event);
  const answer = answerKeys(asked().answers).find(({ key }) => key === pressed);
  const act = pressed === "E" ? save : answer === undefined ? moves[pressed] : () => code(answer.code);
  if (act === undefined) return;
  event.preventDefault();
  act();
});
for (const name of deskLanguages) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.language = name;
  button.lang = name;
  button.textContent = words[name].name;
  button.addEventListener("click", () => {
    language = name;
    keeper.set("language", name);
    show();
  });
  element("languages").append(button);
}
element("back").addEventListener("click", () => move(-1));
element("next").addEventListener("click", () => move(1));
element("export").addEventListener("click", save);
element("note").addEventListener("input", (event) => {
  const { item } = data.items[progress.at]!;
  const value = (event.target as HTMLInputElement).value;
  if (value === "") delete progress.notes[item];
  else progress.notes[item] = value;
  keep();
});
element("coder").addEventListener("change", (event) => {
  const named = (event.target as HTMLInputElement).value.trim();
  const begunUnnamed = coder === "" && keeper.get(`codes:${named}`) === undefined;
  if (begunUnnamed) keeper.set("codes:", undefined);
  coder = named;
  keeper.set("coder", coder);
  if (begunUnnamed) keep();
  else progress = load();
  show();
});
element<HTMLProgressElement>("bar").max = data.items.length;
show();
