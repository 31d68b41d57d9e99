/** What stands beside the Meltwater exports: the search that exports like these would come from. */

/** The text of `meltwater/export.yml`. */
export function exportRecord(): string {
  return `# yaml-language-server: $schema=../../../study/schemas/export.schema.json
# The demo's exports are generated: nobody searched. The queries show what a record holds.
- files: [general-*.csv.gz]
  tool: Meltwater
  search: { en: Education at large (demo), ru: Образование в целом (демо), kk: Жалпы білім беру (демо) }
  query: >-
    (школ* OR "детский сад" OR "детских садов" OR мектеп* OR балабақша*)
    AND (дет* OR учени* OR бала* OR оқушы*)
  from: 2022-01-01
  to: 2023-05-31
  exported: 2023-06-02
  filters:
    en: Kazakhstan; Russian and Kazakh; social media and news
    ru: Казахстан; русский и казахский языки; социальные медиа и новости
    kk: Қазақстан; орыс және қазақ тілдері; әлеуметтік медиа және жаңалықтар
  note:
    en: Exported by quarter. Generated for the demo; no platform was searched.
    ru: Выгружено по кварталам. Создано для демонстрации; поиск ни на одной платформе не проводился.
    kk: Тоқсан бойынша жүктелген. Көрсетілім үшін жасалған; ешбір платформада іздеу жүргізілген жоқ.
- files: [inclusive-*.csv.gz]
  tool: Meltwater
  search: { en: Children with disabilities (demo), ru: Дети с инвалидностью (демо), kk: Мүгедектігі бар балалар (демо) }
  query: >-
    (инклюзи* OR "особыми образовательными потребностями" OR инвалидност* OR мүгедек* OR "ерекше білім беру")
    AND (дет* OR ребен* OR ребён* OR бала*)
  from: 2022-01-01
  to: 2023-05-31
  exported: 2023-06-02
  filters:
    en: Kazakhstan; Russian and Kazakh; social media and news
    ru: Казахстан; русский и казахский языки; социальные медиа и новости
    kk: Қазақстан; орыс және қазақ тілдері; әлеуметтік медиа және жаңалықтар
  note:
    en: Exported by quarter. Generated for the demo; no platform was searched.
    ru: Выгружено по кварталам. Создано для демонстрации; поиск ни на одной платформе не проводился.
    kk: Тоқсан бойынша жүктелген. Көрсетілім үшін жасалған; ешбір платформада іздеу жүргізілген жоқ.
`;
}
