/** What finishing itself says on a page, by language. */
export interface Words {
  readonly skip: string;
  readonly pages: string;
  readonly showPages: string;
  readonly contents: string;
  readonly neighbours: string;
  readonly query: string;
  readonly code: string;
  readonly table: string;
}

const words: Record<string, Words> = {
  en: {
    skip: "Skip to content",
    pages: "Pages",
    showPages: "Show the list of pages",
    contents: "On this page",
    neighbours: "Previous and next page",
    query: "Query",
    code: "Code",
    table: "Table",
  },
  ru: {
    skip: "Перейти к содержанию",
    pages: "Страницы",
    showPages: "Показать список страниц",
    contents: "На этой странице",
    neighbours: "Предыдущая и следующая страницы",
    query: "Запрос",
    code: "Код",
    table: "Таблица",
  },
  kk: {
    skip: "Мазмұнға өту",
    pages: "Беттер",
    showPages: "Беттер тізімін көрсету",
    contents: "Осы бетте",
    neighbours: "Алдыңғы және келесі бет",
    query: "Сұраныс",
    code: "Код",
    table: "Кесте",
  },
};

/** The words of a language; English where there are none. */
export function wordsOf(language: string): Words {
  return words[language] ?? words.en!;
}
