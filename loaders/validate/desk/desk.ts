import type { CodingItem, CodingTopic, SheetCode } from "../coding-item.ts";
import { sheetCsv } from "../sheet-csv.ts";
import { type DeskLanguage, deskLanguages, words } from "./words.ts";

/** What the page carries as JSON. */
export interface DeskData {
  readonly sample: string;
  readonly items: readonly CodingItem[];
  readonly topics: readonly CodingTopic[];
}

interface Progress {
  at: number;
  codes: Record<string, SheetCode>;
  notes: Record<string, string>;
}

const data = JSON.parse(element("data").textContent ?? "") as DeskData;
const store = `tyndau-desk:${data.sample}`;
let language = (localStorage.getItem(`${store}:language`) ?? "ru") as DeskLanguage;
let coder = localStorage.getItem(`${store}:coder`) ?? "";
let progress = load();

function element<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

function load(): Progress {
  const kept = localStorage.getItem(`${store}:codes:${coder}`);
  return kept === null ? { at: 0, codes: {}, notes: {} } : (JSON.parse(kept) as Progress);
}

function keep(): void {
  localStorage.setItem(`${store}:codes:${coder}`, JSON.stringify(progress));
}

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

function titleOf(id: string): string {
  const title = data.topics.find((topic) => topic.id === id)?.title ?? {};
  return title[language] ?? Object.values(title)[0] ?? id;
}

function show(): void {
  const said = words[language];
  const item = data.items[progress.at]!;
  const done = Object.keys(progress.codes).length;
  document.documentElement.lang = language;
  document.title = said.desk;
  for (const name of ["yes", "no", "unsure", "back", "next", "export"] as const) {
    element(`${name}-word`).textContent = said[name];
  }
  for (const name of ["coder", "note"] as const) element(`${name}-word`).textContent = said[name];
  element("keys").textContent = said.keys;
  element("private").textContent = said.private;
  element("question").textContent = filled(said.question, { topic: titleOf(item.topic) });
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
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-code]")) {
    button.setAttribute("aria-pressed", String(progress.codes[item.item] === button.dataset.code));
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-language]")) {
    button.setAttribute("aria-pressed", String(language === button.dataset.language));
  }
}

function move(by: number): void {
  progress.at = Math.min(data.items.length - 1, Math.max(0, progress.at + by));
  keep();
  show();
}

function code(value: SheetCode): void {
  progress.codes[data.items[progress.at]!.item] = value;
  move(1);
}

function save(): void {
  const rows = data.items.map(({ item, topic }) => ({
    item,
    topic,
    code: progress.codes[item] ?? "",
    note: progress.notes[item] ?? "",
  }));
  const csv = sheetCsv(["item", "topic", "code", "note"], rows);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
  const name = coder.trim().replace(/[^\p{L}\p{N}-]+/gu, "-");
  link.download = `codes-${data.sample}-${name === "" ? "coder" : name}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

const keys: Readonly<Record<string, () => void>> = {
  "1": () => code("1"),
  "0": () => code("0"),
  "3": () => code("?"),
  "?": () => code("?"),
  ArrowLeft: () => move(-1),
  ArrowRight: () => move(1),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLInputElement) {
    if (event.key === "Enter" || event.key === "Escape") event.target.blur();
    return;
  }
  // The physical key, so that saving works on a Cyrillic layout too.
  const act = event.code === "KeyE" ? save : keys[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
});
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-code]")) {
  button.addEventListener("click", () => code(button.dataset.code as SheetCode));
}
for (const name of deskLanguages) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.language = name;
  button.lang = name;
  button.textContent = words[name].name;
  button.addEventListener("click", () => {
    language = name;
    localStorage.setItem(`${store}:language`, name);
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
  const begunUnnamed = coder === "" && localStorage.getItem(`${store}:codes:${named}`) === null;
  if (begunUnnamed) localStorage.removeItem(`${store}:codes:`);
  coder = named;
  localStorage.setItem(`${store}:coder`, coder);
  if (begunUnnamed) keep();
  else progress = load();
  show();
});
element<HTMLProgressElement>("bar").max = data.items.length;
show();
