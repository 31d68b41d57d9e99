import type { Found, SearchIndex } from "./search-index.ts";

const texts: Readonly<Record<string, { found: (count: number) => string; none: string; failed: string }>> = {
  en: {
    found: (count) => `${count} ${count === 1 ? "section" : "sections"} found`,
    none: "Nothing found",
    failed: "The search could not be loaded",
  },
  ru: {
    found: (count) => `Найдено разделов: ${count}`,
    none: "Ничего не найдено",
    failed: "Поиск не загрузился",
  },
  kk: {
    found: (count) => `Табылған бөлімдер: ${count}`,
    none: "Ештеңе табылмады",
    failed: "Іздеу жүктелмеді",
  },
};

/**
 * The search box above the list of pages. The index and its code are fetched when the box is first used; without
 * scripts the box is not shown.
 */
export function showSearch(document: Document): void {
  const form = document.querySelector<HTMLFormElement>(".search");
  const input = form?.querySelector("input");
  const list = form?.querySelector("ol");
  const status = form?.querySelector<HTMLElement>("[role='status']");
  const address = form?.dataset.index;
  if (!form || !input || !list || !status || address === undefined) return;
  const words = texts[document.documentElement.lang] ?? texts.en!;
  form.hidden = false;
  let index: Promise<SearchIndex> | undefined;
  const load = () => {
    index ??= loadIndex(address);
    return index;
  };
  const search = async () => {
    const query = input.value;
    if (query.trim() === "") {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      const found = (await load()).find(query);
      if (query !== input.value) return;
      list.replaceChildren(...found.map((section) => itemOf(document, section, form.dataset.root ?? "./")));
      status.textContent = found.length === 0 ? words.none : words.found(found.length);
    } catch {
      index = undefined;
      status.textContent = words.failed;
    }
  };
  input.addEventListener("focus", () => void load().catch(() => undefined), { once: true });
  input.addEventListener("input", () => void search());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void search();
  });
}

async function loadIndex(address: string): Promise<SearchIndex> {
  const [{ searchIndex }, answer] = await Promise.all([import("./search-index.ts"), fetch(address)]);
  if (!answer.ok) throw new Error(`found status ${answer.status} for ${address}`);
  return searchIndex(await answer.json());
}

function itemOf(document: Document, section: Found, root: string): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = root + section.address;
  link.textContent = section.heading === "" ? section.page : `${section.page}: ${section.heading}`;
  const text = document.createElement("p");
  const mark = document.createElement("mark");
  mark.textContent = section.match;
  text.append(section.before, ...(section.match === "" ? [] : [mark]), section.after);
  item.append(link, text);
  return item;
}
