import type { Words } from "./words.ts";

export const ru: Words = {
  language: "Русский",
  languages: "Язык",
  skip: "Перейти к содержанию",
  pages: "Страницы",
  showPages: "Показать список страниц",
  contents: "На этой странице",
  neighbours: "Предыдущая и следующая страницы",
  query: "Запрос",
  code: "Код",
  table: "Таблица",
  sources: "Источники",
  numbers: "Откуда взяты числа",
  yes: "да",
  no: "нет",
  synthetic: {
    name: "Синтетический корпус.",
    text: "Посты, на которых построен этот отчёт, созданы программой, чтобы показать метод. Ни одно число здесь не описывает настоящих людей, организаций или мест.",
  },
  edition: "Издание",
  noResult: (query) => `Нет результата для ${query}: выполните npm run data.`,
  units: { count: "число", date: "дата", proportion: "%", "per 1,000 residents": "на 1 000 жителей" },
  withheldRows: (withheld, rows, threshold) =>
    `Скрыто строк: ${withheld} из ${rows} (–). Число меньше ${threshold} могло бы указать на человека.`,
  whole: { contents: "Содержание", figures: "Рисунки", figure: (number) => `Рис. ${number}.` },
  blocks: {
    steps: {
      title: "Шаги обработки",
      heads: [
        "Шаг",
        "Файлов прочитано",
        "Строк на входе",
        "Строк на выходе",
        "Отложено",
        "Результат (SHA-256)",
      ],
      files: "Файлы и код",
      reads: "Читает",
      writes: "Пишет",
      code: (hash, modules) => `Код ${hash}, модулей: ${modules}`,
      bytes: "байт",
      more: (count) => `и ещё ${count}`,
      none: "ничего",
      missing: "Выполните npm run build, чтобы заполнить эту таблицу.",
    },
    organisations: {
      title: "Реестр организаций",
      heads: ["Организация", "Вид", "Регион", "Публичные страницы"],
      wholeCountry: "вся страна",
    },
    captures: { title: "Собранные файлы", heads: ["Сбор", "Вид", "Корпус", "Охват", "Файлы"] },
    exports: {
      title: "Выгрузки",
      heads: ["Файлы", "Запрос", "Запрошенные дни", "Выгружено", "Поиск"],
    },
  },
};
