import type { Words } from "./words.ts";

export const kk: Words = {
  language: "Қазақша",
  languages: "Тіл",
  skip: "Мазмұнға өту",
  pages: "Беттер",
  showPages: "Беттер тізімін көрсету",
  contents: "Осы бетте",
  neighbours: "Алдыңғы және келесі бет",
  query: "Сұраныс",
  code: "Код",
  table: "Кесте",
  sources: "Дереккөздер",
  numbers: "Сандар қайдан алынды",
  yes: "иә",
  no: "жоқ",
  synthetic: {
    name: "Синтетикалық корпус.",
    text: "Бұл есептің негізіндегі жазбаларды әдісті көрсету үшін бағдарлама жасаған. Мұндағы бірде-бір сан шынайы адамдарды, ұйымдарды немесе жерлерді сипаттамайды.",
  },
  edition: "Басылым",
  noResult: (query) => `${query} бойынша нәтиже жоқ: npm run data орындаңыз.`,
  units: { count: "саны", date: "күні", proportion: "%", "per 1,000 residents": "1 000 тұрғынға" },
  withheldRows: (withheld, rows, threshold) =>
    `${rows} жолдың ${withheld} жолы жасырылған (–): ${threshold} санынан аз болса, адамды анықтауға мүмкіндік беруі ықтимал.`,
  whole: { contents: "Мазмұны", figures: "Суреттер", figure: (number) => `${number}-сурет.` },
  blocks: {
    steps: {
      title: "Өңдеу қадамдары",
      heads: [
        "Қадам",
        "Оқылған файлдар",
        "Кіріс жолдары",
        "Шығыс жолдары",
        "Бөлек қойылғаны",
        "Нәтиже (SHA-256)",
      ],
      files: "Файлдар мен код",
      reads: "Оқиды",
      writes: "Жазады",
      code: (hash, modules) => `Код ${hash}, модуль саны: ${modules}`,
      bytes: "байт",
      more: (count) => `және тағы ${count}`,
      none: "жоқ",
      missing: "Бұл кестені толтыру үшін npm run build орындаңыз.",
    },
    organisations: {
      title: "Ұйымдар тізілімі",
      heads: ["Ұйым", "Түрі", "Өңір", "Ашық парақшалар"],
      wholeCountry: "бүкіл ел",
    },
    captures: { title: "Жиналған файлдар", heads: ["Жинақ", "Түрі", "Корпус", "Ауқым", "Файлдар"] },
    exports: {
      title: "Жүктеп алулар",
      heads: ["Файлдар", "Сұраныс", "Сұралған күндер", "Жүктелген күні", "Іздеу"],
    },
  },
};
